import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError } from '@/lib/contracts/app-error';
import type { Workflow } from '@/lib/contracts/workflow';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { listWorkflows } from './list';
import * as verbs from './verbs';

let database: Database;
let close: () => Promise<void>;
let account: TestAccount;
let lead: Context;
let agent: Context;
let stranger: Context;

beforeAll(async () => {
  const opened = await testDatabase();
  database = opened.database;
  close = opened.close;
  account = await makeAccount(database);
  lead = { db: database, actor: actorOf(account, 'lead') };
  agent = { db: database, actor: actorOf(account, 'agent') };
  stranger = { db: database, actor: actorOf(await makeAccount(database), 'admin') };
});
afterAll(() => close());

let count = 0;
const day = { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } };
const unanswered = { field: 'response_status', operator: 'is', value: 'not_replied' };
const input = (given: Record<string, unknown> = {}) => ({
  name: `Workflow ${++count}`,
  when: { all: [unanswered, day] },
  do: [
    { action: 'send_message', text: 'Not forgotten, {{ customer_name }}' },
    { action: 'add_tag', tag: 'late' },
  ],
  ...given,
});
const make = (given: Record<string, unknown> = {}): Promise<Workflow> => verbs.createWorkflow(lead, input(given));

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
}

async function issuesOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.issues.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

const cursors = (id: string) =>
  database.query<{ condition: string; at: Date; since: Date }>(
    'select condition, at, since from time_cursors where workflow_id = $1 order by condition',
    [id],
  );
const lastChange = async (id: string) =>
  (
    await database.query<{ verb: string; before: unknown; after: unknown }>(
      'select verb, before, after from changes where account_id = $1 and entity_id = $2 order by id desc limit 1',
      [account.accountId, id],
    )
  )[0];
const names = async (context = lead) =>
  (await listWorkflows(context, { page: 1, pageSize: 200 })).items.map(({ name }) => name);

describe('every verb', () => {
  const calls: [string, (context: Context, id: string) => Promise<unknown>][] = [
    ['create', (context) => verbs.createWorkflow(context, input())],
    ['update', (context, id) => verbs.updateWorkflow(context, id, input())],
    ['clone', (context, id) => verbs.cloneWorkflow(context, id, 'en')],
    ['activate', (context, id) => verbs.activateWorkflow(context, id)],
    ['deactivate', (context, id) => verbs.deactivateWorkflow(context, id)],
    ['delete', (context, id) => verbs.deleteWorkflow(context, id)],
    ['restore', (context, id) => verbs.restoreWorkflow(context, id)],
    ['bulk', (context, id) => verbs.bulkWorkflows(context, { verb: 'activate', ids: [id] })],
    ['order', (context, id) => verbs.orderWorkflows(context, { ids: [id] })],
    ['import', (context) => verbs.importWorkflows(context, [input()], {}, 'en')],
    ['restore a version', (context, id) => verbs.restoreWorkflowVersion(context, id, 1)],
  ];

  it.each(calls)('%s is refused to agents', async (_, call) => {
    const { id } = await make();
    expect(await codeOf(call(agent, id))).toBe('forbidden');
    expect((await verbs.getWorkflow(agent, id)).version).toBe(1);
  });

  it.each(calls.filter(([name]) => !['create', 'import', 'bulk', 'order'].includes(name)))(
    '%s does not find another account’s workflow, nor a trigger',
    async (_, call) => {
      const { id } = await make();
      expect(await codeOf(call(stranger, id))).toBe('not_found');
      expect(await codeOf(call(lead, uuidV7()))).toBe('not_found');
    },
  );
});

describe('create and update', () => {
  it('stores what was sent, active by default, and tells what starts it', async () => {
    const sent = input({ description: 'Why' });
    const created = await verbs.createWorkflow(lead, sent);
    expect(created).toMatchObject({ ...sent, active: true, version: 1, broken: null, start: 'due', waitsFor: [] });
    expect(await verbs.getWorkflow(lead, created.id)).toEqual(created);
    expect(await lastChange(created.id)).toMatchObject({ verb: 'created', after: { name: sent.name } });
    const message = { when: { all: [{ field: 'new_message', operator: 'is' }] } };
    const updated = await verbs.updateWorkflow(lead, created.id, { ...sent, ...message }, 1);
    expect(updated).toMatchObject({ ...message, version: 2, start: 'event' });
    expect(await codeOf(verbs.updateWorkflow(lead, created.id, sent, 1))).toBe('stale_version');
    expect(await codeOf(verbs.createWorkflow(lead, { ...sent, name: sent.name.toUpperCase() }))).toBe('name_taken');
  });

  it('takes uuids of what it names, in conditions and in actions, and stores keys', async () => {
    const [status] = await database.query<{ id: string }>(
      "select id from statuses where account_id = $1 and key = 'pending'",
      [account.accountId],
    );
    const { agentId, agentKey } = account.users.lead;
    const created = await make({
      when: {
        all: [
          { field: 'current_status', operator: 'one_of', value: [status?.id, 'open'] },
          { field: 'working_hours', operator: 'is', value: { agent: agentId, state: 'inside' } },
        ],
      },
      do: [
        { action: 'set_status', status: status?.id },
        { action: 'assign_agent', agent: agentId },
      ],
    });
    expect(created).toMatchObject({
      when: { all: [{ value: ['pending', 'open'] }, { value: { agent: agentKey, state: 'inside' } }] },
      do: [{ status: 'pending' }, { agent: agentKey }],
    });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['an unknown status', { do: [{ action: 'set_status', status: 'nowhere' }] }, ['do[0].status unknown_reference']],
    [
      'an unknown employee',
      { when: { all: [{ field: 'working_hours', operator: 'is', value: { agent: 'nobody', state: 'inside' } }] } },
      ['when.all[0].value.agent unknown_reference'],
    ],
    [
      'an unknown variable',
      { do: [{ action: 'send_message', text: '{{ custmer }}' }] },
      ['do[0].text unknown_variable'],
    ],
    ['a text that is no Liquid', { do: [{ action: 'send_message', text: '{% if %}' }] }, ['do[0].text liquid']],
    ['no condition', { when: { all: [] } }, ['when.all empty_group']],
    ['no action', { do: [] }, ['do too_few']],
    [
      'what never happens at once',
      {
        when: {
          all: [
            { field: 'new_message', operator: 'is' },
            { field: 'tag_added', operator: 'is', value: 'a' },
          ],
        },
      },
      ['when.all[1].field never_together'],
    ],
    ['an event', { on: 'message_sent' }, ['on unknown_key']],
  ])('refuses %s, and says where', async (_, given, expected) => {
    expect(await issuesOf(make(given))).toEqual(expected);
  });
});

describe('actions that leave the house', () => {
  const order = {
    do: [
      { action: 'add_tag', tag: 'x' },
      { action: 'set_base_order_status', status: '4711' },
    ],
  };

  it('need no mailbox to send mail: without one it is caught', async () => {
    const created = await make({ do: [{ action: 'send_email', to: 'a@example.org', subject: 'S', text: 'T' }] });
    expect(created).toMatchObject({ active: true, waitsFor: [] });
  });

  it('can be composed, and say what they wait for when they are to be active', async () => {
    expect(await issuesOf(make(order))).toEqual(['do[1].action waits_for_connector']);
    const created = await make({ ...order, active: false });
    expect(created).toMatchObject({ active: false, waitsFor: ['base'] });
    expect(await issuesOf(verbs.activateWorkflow(lead, created.id))).toEqual(['do[1].action waits_for_connector']);
    expect(
      (await listWorkflows(lead, { page: 1, pageSize: 200 })).items.find(({ id }) => id === created.id),
    ).toMatchObject({ waitsFor: ['base'] });
    const file = await verbs.importWorkflows(lead, [{ ...input(order), active: true }], { dryRun: true }, 'en');
    expect(file.entries).toMatchObject([{ outcome: 'invalid', errors: [{ code: 'waits_for_connector' }] }]);
  });

  it('become active once it is connected', async () => {
    const created = await make({ ...order, active: false });
    await database.query(
      "insert into integrations (account_id, id, key, name, kind) values ($1, $2, 'base', 'Base', 'base')",
      [account.accountId, uuidV7()],
    );
    expect(await verbs.activateWorkflow(lead, created.id)).toMatchObject({ active: true, waitsFor: [] });
    await database.query("delete from integrations where account_id = $1 and kind = 'base'", [account.accountId]);
  });
});

describe('the order', () => {
  it('is that of creation, of a wish, and of PUT /workflows/order', async () => {
    const own = await makeAccount(database);
    const context: Context = { db: database, actor: actorOf(own, 'lead') };
    const add = (name: string, position?: number) =>
      verbs.createWorkflow(context, { ...input(), name, ...(position && { position }) });
    const [a, b] = [await add('a'), await add('b')];
    const c = await add('c', 1);
    expect(await names(context)).toEqual(['c', 'a', 'b']);
    expect([a.position, b.position, c.position]).toEqual([1, 2, 1]);
    await verbs.orderWorkflows(context, { ids: [b.id, c.id, a.id] });
    expect(await names(context)).toEqual(['b', 'c', 'a']);
    await verbs.updateWorkflow(context, a.id, { ...input(), name: 'a', position: 2 });
    expect(await names(context)).toEqual(['b', 'a', 'c']);
    expect(await issuesOf(verbs.orderWorkflows(context, { ids: [a.id] }))).toEqual(['ids order_incomplete']);
    expect(await issuesOf(verbs.orderWorkflows(context, { ids: [a.id, b.id, c.id, uuidV7()] }))).toEqual([
      'ids[3] unknown_reference',
    ]);
  });

  it('is searched, filtered and sorted', async () => {
    const own = await makeAccount(database);
    const context: Context = { db: database, actor: actorOf(own, 'lead') };
    await verbs.createWorkflow(context, { ...input(), name: 'Refunds', description: 'Money back' });
    await verbs.createWorkflow(context, { ...input(), name: 'Bikes', active: false });
    const list = (query: object) => listWorkflows(context, { page: 1, pageSize: 50, ...query });
    expect((await list({ search: 'money' })).items.map(({ name }) => name)).toEqual(['Refunds']);
    expect((await list({ status: 'inactive' })).items.map(({ name }) => name)).toEqual(['Bikes']);
    expect((await list({ sort: 'name' })).items.map(({ name }) => name)).toEqual(['Bikes', 'Refunds']);
    expect(await list({})).toMatchObject({
      total: 2,
      counts: { all: 2, active: 1, inactive: 1, broken: 0 },
      items: [{ position: 1, start: 'due', when: { all: [{}, {}] }, do: [{}, {}], fired: 0 }, { position: 2 }],
    });
  });

  it('has no gaps after deletions, and what comes back stands where it stood', async () => {
    const own = await makeAccount(database);
    const context = { db: database, actor: actorOf(own, 'lead') };
    const made = [];
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      made.push((await verbs.createWorkflow(context, { ...input(), name })).id);
    const [a = '', b = '', c = '', d = ''] = made;
    const standing = async () =>
      (await listWorkflows(context, { page: 1, pageSize: 50 })).items.map(({ name, position }) => `${name}${position}`);
    await verbs.bulkWorkflows(context, { verb: 'delete', ids: [c, b] });
    expect(await standing()).toEqual(['a1', 'd2', 'e3']);
    await verbs.bulkWorkflows(context, { verb: 'restore', ids: [c, b] });
    expect(await standing()).toEqual(['a1', 'b2', 'c3', 'd4', 'e5']);
    await verbs.deleteWorkflow(context, d);
    await verbs.deleteWorkflow(context, a);
    await verbs.createWorkflow(context, { ...input(), name: 'f' });
    expect(await standing()).toEqual(['b1', 'c2', 'e3', 'f4']);
    // A place that is no longer there is the last one.
    await verbs.bulkWorkflows(context, { verb: 'delete', ids: [b, c] });
    await verbs.restoreWorkflow(context, d);
    expect(await standing()).toEqual(['e1', 'f2', 'd3']);
  });
});

describe('what waits for time', () => {
  it('is watched while the workflow is active, from its activation on', async () => {
    const created = await make();
    const [first] = await cursors(created.id);
    expect(first?.condition).toBe('ticketCreatedAt:1440:open');
    expect((first?.since.getTime() ?? 0) - (first?.at.getTime() ?? 0)).toBe(24 * 60 * 60_000);
    // Another text leaves the window where it stands, another moment begins anew.
    await verbs.updateWorkflow(lead, created.id, { ...input(), name: created.name, description: 'Other' });
    expect(await cursors(created.id)).toEqual([first]);
    const two = { ...day, value: { amount: 2, unit: 'days' } };
    await verbs.updateWorkflow(lead, created.id, { ...input({ when: { all: [two] } }), name: created.name });
    expect((await cursors(created.id)).map(({ condition }) => condition)).toEqual(['ticketCreatedAt:2880:open']);
    await verbs.deactivateWorkflow(lead, created.id);
    expect(await cursors(created.id)).toEqual([]);
    await verbs.activateWorkflow(lead, created.id);
    expect(await cursors(created.id)).toHaveLength(1);
    await verbs.deleteWorkflow(lead, created.id);
    expect(await cursors(created.id)).toEqual([]);
    await verbs.restoreWorkflow(lead, created.id);
    expect(await cursors(created.id)).toHaveLength(1);
  });

  it('is watched for several moments and classes, not when something else starts it', async () => {
    const reply = { field: 'last_customer_reply', operator: 'more_than', value: { amount: 5, unit: 'minutes' } };
    const both = { field: 'current_status', operator: 'none_of', value: ['spam'] };
    const { id } = await make({ when: { all: [day, reply, both] } });
    expect((await cursors(id)).map(({ condition }) => condition)).toEqual([
      'lastCustomerReplyAt:5:closed',
      'lastCustomerReplyAt:5:open',
      'ticketCreatedAt:1440:closed',
      'ticketCreatedAt:1440:open',
    ]);
    const event = await make({ when: { all: [day, { field: 'new_message', operator: 'is' }] } });
    expect(await cursors(event.id)).toEqual([]);
    const clone = await verbs.cloneWorkflow(lead, id, 'fr');
    expect(clone).toMatchObject({ active: false });
    expect(await cursors(clone.id)).toEqual([]);
  });
});

describe('versions, export and import', () => {
  it('bring back an earlier version', async () => {
    const created = await make();
    await verbs.updateWorkflow(lead, created.id, { ...input(), name: created.name, description: 'Second' });
    const versions = await verbs.listWorkflowVersions(lead, created.id);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const restored = await verbs.restoreWorkflowVersion(lead, created.id, 1, 2);
    expect(restored).toMatchObject({ version: 3, description: '', when: created.when, do: created.do });
  });

  it('export what import takes, in order', async () => {
    const from = await makeAccount(database);
    const source: Context = { db: database, actor: actorOf(from, 'lead') };
    for (const name of ['a', 'b', 'c']) await verbs.createWorkflow(source, { ...input(), name, position: 1 });
    const file = await verbs.exportWorkflows(source);
    expect(file).toMatchObject([{ name: 'c' }, { name: 'b' }, { name: 'a' }]);
    const to = await makeAccount(database);
    const target: Context = { db: database, actor: actorOf(to, 'lead') };
    expect(await verbs.importWorkflows(target, { workflows: file }, {}, 'en')).toMatchObject({ imported: 3 });
    expect(await verbs.exportWorkflows(target)).toEqual(file);
    const again = await verbs.importWorkflows(target, file, { onConflict: 'rename' }, 'en');
    expect(again.entries.map(({ storedAs }) => storedAs)).toEqual(['c (copy)', 'b (copy)', 'a (copy)']);
    const [{ count: watched } = { count: 0 }] = await database.query<{ count: number }>(
      'select count(*)::int as count from time_cursors where account_id = $1',
      [to.accountId],
    );
    expect(watched).toBe(6);
    const bad = await verbs.importWorkflows(target, [{ name: 'x', when: 1 }, 5], {}, 'en');
    expect(bad).toMatchObject({ imported: 0, entries: [{ outcome: 'invalid' }, { outcome: 'invalid' }] });
  });
});
