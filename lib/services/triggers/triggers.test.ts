import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { Trigger } from '@/lib/contracts/trigger';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { deleteGroup } from '../groups/delete';
import { insertDefaultTriggers } from './defaults';
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
const input = (given: Record<string, unknown> = {}) => ({
  name: `Trigger ${++count}`,
  on: 'conversation_requested',
  when: { all: [{ field: 'customer_requesting_conversation', operator: 'is', value: true }] },
  do: [
    { action: 'wait', seconds: 5 },
    { action: 'send_message', sender: 'Customer Service', text: 'Hello @customer_name' },
  ],
  ...given,
});
const make = (given: Record<string, unknown> = {}): Promise<Trigger> => verbs.createTrigger(lead, input(given));

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

async function lastChange(id: string): Promise<{ verb: string; actor: string; before: unknown; after: unknown }> {
  const [row] = await database.query<{ verb: string; actor: string; before: unknown; after: unknown }>(
    `select verb, actor_name as actor, before, after from changes where account_id = $1 and entity_id = $2 order by id desc limit 1`,
    [account.accountId, id],
  );
  if (!row) throw new Error('No change was recorded');
  return row;
}

async function setVersion(): Promise<number> {
  const [row] = await database.query<{ version: number }>('select version from rule_sets where account_id = $1', [
    account.accountId,
  ]);
  return row?.version ?? 0;
}

describe('every verb', () => {
  const calls: [string, (context: Context, id: string) => Promise<unknown>][] = [
    ['create', (context) => verbs.createTrigger(context, input())],
    ['update', (context, id) => verbs.updateTrigger(context, id, input())],
    ['clone', (context, id) => verbs.cloneTrigger(context, id, 'en')],
    ['activate', (context, id) => verbs.activateTrigger(context, id)],
    ['deactivate', (context, id) => verbs.deactivateTrigger(context, id)],
    ['delete', (context, id) => verbs.deleteTrigger(context, id)],
    ['restore', (context, id) => verbs.restoreTrigger(context, id)],
    ['bulk', (context, id) => verbs.bulkTriggers(context, { verb: 'activate', ids: [id] })],
    ['import', (context) => verbs.importTriggers(context, [input()], {}, 'en')],
    ['restore a version', (context, id) => verbs.restoreTriggerVersion(context, id, 1)],
  ];

  it.each(calls)('%s is refused to agents, and changes nothing', async (_, call) => {
    const { id } = await make();
    const version = await setVersion();
    expect(await codeOf(call(agent, id))).toBe('forbidden');
    expect(await setVersion()).toBe(version);
  });

  it.each(calls.filter(([name]) => !['create', 'import', 'bulk'].includes(name)))(
    '%s does not find another account’s trigger',
    async (_, call) => {
      const { id } = await make();
      expect(await codeOf(call(stranger, id))).toBe('not_found');
      expect((await verbs.getTrigger(lead, id)).version).toBe(1);
    },
  );

  it('bulk tells another account’s triggers as not found', async () => {
    const { id } = await make();
    expect(await verbs.bulkTriggers(stranger, { verb: 'delete', ids: [id] })).toMatchObject({
      done: [],
      failed: [{ id, code: 'not_found' }],
    });
  });

  it.each(['not-a-uuid', '00000000-0000-0000-0000-000000000000'])('does not find %s', async (id) => {
    expect(await codeOf(verbs.getTrigger(lead, id))).toBe('not_found');
    expect(await codeOf(verbs.activateTrigger(lead, id))).toBe('not_found');
  });

  it('agents read', async () => {
    const { id } = await make();
    expect((await verbs.getTrigger(agent, id)).id).toBe(id);
    expect((await verbs.listTriggers(agent, { page: 1, pageSize: 10 })).items.length).toBeGreaterThan(0);
  });
});

describe('create and update', () => {
  it('stores what was sent, inactive by default, and records it', async () => {
    const sent = input({ description: 'Why', oncePerTicket: true, channels: ['web'] });
    const created = await verbs.createTrigger(lead, sent);
    expect(created).toMatchObject({ ...sent, active: false, version: 1, broken: null });
    expect(await verbs.getTrigger(lead, created.id)).toEqual(created);
    expect(await lastChange(created.id)).toMatchObject({
      verb: 'created',
      actor: account.users.lead.name,
      before: null,
      after: { name: sent.name },
    });
  });

  it('takes uuids of what a rule names and stores keys', async () => {
    const when = {
      all: [
        { field: 'group', operator: 'one_of', value: [account.groups.sales, 'support'] },
        { field: 'group_status', group: account.groups.support, operator: 'is', value: 'online' },
      ],
    };
    const created = await make({ when, channels: [account.channels.web] });
    expect(created.channels).toEqual(['web']);
    expect(created.when).toEqual({
      all: [
        { field: 'group', operator: 'one_of', value: ['sales', 'support'] },
        { field: 'group_status', group: 'support', operator: 'is', value: 'online' },
      ],
    });
  });

  it('names each reference that does not exist', async () => {
    const when = {
      any: [
        { field: 'group', operator: 'is', value: 'nobody' },
        { field: 'schedule', schedule: 'shop', operator: 'is', value: 'inside' },
      ],
    };
    expect(await issuesOf(make({ when, channels: ['x'] }))).toEqual([
      'when.any[0].value unknown_reference',
      'when.any[1].schedule unknown_reference',
      'channels[0] unknown_reference',
    ]);
  });

  it.each([
    [{ name: '  ' }, 'name required'],
    [{ name: 'x'.repeat(121) }, 'name too_long'],
    [{ when: { all: [] } }, 'when.all empty_group'],
    [{ do: [{ action: 'wait', seconds: -1 }] }, 'do[0].seconds too_low'],
    [{ extra: 1 }, 'extra unknown_key'],
    [{ active: 'yes' }, 'active wrong_type'],
  ])('refuses %j', async (given, issue) => {
    expect(await issuesOf(verbs.createTrigger(lead, input(given)))).toContain(issue);
  });

  it('refuses a name that exists, whatever its case', async () => {
    const { name } = await make({ name: 'Été' });
    expect(await codeOf(make({ name: name.toUpperCase() }))).toBe('name_taken');
  });

  it('refuses a stale version and says which one stands', async () => {
    const { id } = await make();
    await verbs.updateTrigger(lead, id, input(), 1);
    await expect(verbs.updateTrigger(lead, id, input(), 1)).rejects.toMatchObject({
      code: 'stale_version',
      details: { currentVersion: 2 },
    });
    await expect(verbs.updateTrigger(lead, id, input({ version: 1 }))).rejects.toMatchObject({ code: 'stale_version' });
    expect((await verbs.updateTrigger(lead, id, input(), 2)).version).toBe(3);
  });

  it('warns of what may surprise', async () => {
    const when = { all: [{ field: 'customer_name', operator: 'regex', value: '(a+)+b' }] };
    const { warnings } = await make({ when, do: [{ action: 'send_message', sender: 'A', text: 'Hi @custmer_name' }] });
    expect(warnings?.map(({ path }) => path)).toEqual(['when.all[0].value', 'do[0].text']);
  });

  it('moves the version of the rule set once with each change', async () => {
    const before = await setVersion();
    await make();
    expect(await setVersion()).toBe(before + 1);
  });
});

describe('copies, switching, deletion', () => {
  it('counts copies', async () => {
    const { id } = await make({ name: 'Original', active: true });
    const first = await verbs.cloneTrigger(lead, id, 'en');
    expect(first).toMatchObject({ name: 'Original (copy)', active: false, version: 1 });
    expect((await verbs.cloneTrigger(lead, first.id, 'en')).name).toBe('Original (copy 2)');
    expect((await verbs.cloneTrigger(lead, id, 'fr')).name).toBe('Original (copie)');
  });

  it('deletes and brings back as it was', async () => {
    const { id } = await make({ active: true });
    await verbs.deleteTrigger(lead, id);
    expect(await codeOf(verbs.getTrigger(lead, id))).toBe('not_found');
    expect(await lastChange(id)).toMatchObject({ verb: 'deleted' });
    expect(await verbs.restoreTrigger(lead, id)).toMatchObject({ id, active: true });
    expect(await lastChange(id)).toMatchObject({ verb: 'restored' });
  });

  it('does not bring back under a name that was taken meanwhile', async () => {
    const { id, name } = await make();
    await verbs.deleteTrigger(lead, id);
    await make({ name });
    expect(await codeOf(verbs.restoreTrigger(lead, id))).toBe('name_taken');
  });

  it('switches many, and says which could not be', async () => {
    const [one, two] = [await make(), await make()];
    const missing = '018f0000-0000-7000-8000-000000000000';
    const result = await verbs.bulkTriggers(lead, { verb: 'activate', ids: [one.id, missing, two.id] });
    expect(result.done).toEqual([one.id, two.id]);
    expect(result.failed).toMatchObject([{ id: missing, code: 'not_found' }]);
    expect((await verbs.getTrigger(lead, two.id)).active).toBe(true);
    expect(await lastChange(two.id)).toMatchObject({
      verb: 'activated',
      before: { active: false },
      after: { active: true },
    });
  });

  it('cancels what is waiting, and says why', async () => {
    const { id } = await make({ active: true });
    const firing = '018f0000-0000-7000-8000-00000000aaaa';
    await database.query(
      `insert into firings (account_id, id, event_id, rule_id, family, rule_version, state, created_at) values ($1, $2, $2, $3, 'trigger', 1, 'waiting', now())`,
      [account.accountId, firing, id],
    );
    await database.query(
      `insert into firing_steps (account_id, firing_id, step, rule_id, action, params, state, due_at) values ($1, $2, 0, $3, 'wait', '{}', 'waiting', now())`,
      [account.accountId, firing, id],
    );
    await verbs.deactivateTrigger(lead, id);
    const [step] = await database.query(
      'select state, result from firing_steps where account_id = $1 and firing_id = $2',
      [account.accountId, firing],
    );
    expect(step).toMatchObject({
      state: 'cancelled',
      result: { reason: 'rule_deactivated', by: account.users.lead.name },
    });
    const [row] = await database.query('select state, reason from firings where account_id = $1 and id = $2', [
      account.accountId,
      firing,
    ]);
    expect(row).toEqual({ state: 'cancelled', reason: 'rule_deactivated' });
  });

  it('refuses to activate what exceeds a limit, naming the condition', async () => {
    const { id } = await make();
    await database.query(
      `update rules set body = jsonb_set(body, '{when}', '{"all":[{"field":"customer_prev_conversations","operator":"is","value":40000}]}') where account_id = $1 and id = $2`,
      [account.accountId, id],
    );
    await expect(verbs.activateTrigger(lead, id)).rejects.toMatchObject({
      code: 'limit_exceeded',
      params: { path: 'when.all[0].value', maximum: 32_000 },
    });
  });
});

describe('versions', () => {
  it('keep every state, and an old one can be stored again', async () => {
    const first = await make({ name: 'Version one' });
    await verbs.updateTrigger(lead, first.id, input({ name: 'Version two', active: true }));
    const versions = await verbs.listTriggerVersions(lead, first.id);
    expect(versions.map(({ version, body }) => [version, body.name])).toEqual([
      [2, 'Version two'],
      [1, 'Version one'],
    ]);
    expect(await verbs.restoreTriggerVersion(lead, first.id, 1, 2)).toMatchObject({
      name: 'Version one',
      version: 3,
      active: true,
    });
    expect(await codeOf(verbs.restoreTriggerVersion(lead, first.id, 99))).toBe('not_found');
  });
});

describe('list', () => {
  it('finds, filters, sorts and counts', async () => {
    const own = await makeAccount(database);
    const context = { db: database, actor: actorOf(own, 'admin') };
    await verbs.createTrigger(context, input({ name: 'Alpha', description: 'queue 100%' }));
    await verbs.createTrigger(context, input({ name: 'beta', active: true }));
    const names = async (query: object) =>
      (await verbs.listTriggers(context, { page: 1, pageSize: 50, ...query })).items.map(({ name }) => name);
    expect(await names({ sort: 'name' })).toEqual(['Alpha', 'beta']);
    expect(await names({ sort: 'name', order: 'desc' })).toEqual(['beta', 'Alpha']);
    expect(await names({ sort: 'status' })).toEqual(['beta', 'Alpha']);
    expect(await names({ search: 'ALPHA' })).toEqual(['Alpha']);
    expect(await names({ search: '0%' })).toEqual(['Alpha']);
    expect(await names({ search: '_' })).toEqual([]);
    expect(await names({ status: 'active' })).toEqual(['beta']);
    expect(await names({ sort: 'fired' })).toHaveLength(2);
    expect(
      (await verbs.listTriggers(context, { page: 2, pageSize: 1, sort: 'name' })).items.map(({ name }) => name),
    ).toEqual(['beta']);
    expect((await verbs.listTriggers(context, { page: 1, pageSize: 1 })).counts).toEqual({
      all: 2,
      active: 1,
      inactive: 1,
      broken: 0,
    });
  });

  it('narrows by event and channel, and a verb reaches everything that is left', async () => {
    const own = await makeAccount(database);
    const context = { db: database, actor: actorOf(own, 'lead') };
    const made = (name: string, more: object) => verbs.createTrigger(context, input({ name, ...more }));
    const everywhere = await made('Everywhere', {});
    const web = await made('Web', { channels: ['web'] });
    const api = await made('Api', { channels: ['api'], active: true });
    const queued = await made('Queued', {
      ...{ on: 'conversation_queued', channels: ['web'] },
      when: { all: [{ field: 'initial_routing', operator: 'is', value: true }] },
    });
    const names = async (query: object) =>
      (await verbs.listTriggers(context, { page: 1, pageSize: 50, sort: 'name', ...query })).items.map(
        ({ name }) => name,
      );
    expect(await names({ channel: 'web' })).toEqual(['Everywhere', 'Queued', 'Web']);
    expect(await names({ event: 'conversation_queued' })).toEqual(['Queued']);
    expect(await names({ channel: 'api', event: everywhere.on, search: 'a' })).toEqual(['Api']);
    const { counts } = await verbs.listTriggers(context, { page: 1, pageSize: 1, channel: 'api' });
    expect(counts).toEqual({ all: 2, active: 1, inactive: 1, broken: 0 });

    const matching = { channel: 'web' };
    const activated = await verbs.bulkTriggers(context, { verb: 'activate', matching });
    expect(activated.done.sort()).toEqual([everywhere.id, web.id, queued.id].sort());
    expect((await verbs.getTrigger(context, api.id)).version).toBe(1);
    // What is already so is left out: undo changes nothing that was not changed.
    expect((await verbs.bulkTriggers(context, { verb: 'activate', matching })).done).toEqual([]);
    const deleted = await verbs.bulkTriggers(context, { verb: 'delete', matching: { status: 'active', search: 'e' } });
    expect(deleted.done.sort()).toEqual([everywhere.id, web.id, queued.id].sort());
    expect(await names({})).toEqual(['Api']);
    const stranger = { db: database, actor: actorOf(await makeAccount(database), 'lead') };
    expect((await verbs.bulkTriggers(stranger, { verb: 'delete', matching: {} })).done).toEqual([]);
    const agentOfOwn = { db: database, actor: actorOf(own, 'agent') };
    expect(await codeOf(verbs.bulkTriggers(agentOfOwn, { verb: 'delete', matching: {} }))).toBe('forbidden');
  });

  it('names those that could not be changed', async () => {
    const own = await makeAccount(database);
    const context = { db: database, actor: actorOf(own, 'admin') };
    const { id } = await verbs.createTrigger(
      context,
      input({ name: 'Lost', when: { all: [{ field: 'group', operator: 'is', value: 'sales' }] } }),
    );
    await deleteGroup(context, 'sales', { force: true });
    const result = await verbs.bulkTriggers(context, { verb: 'activate', matching: {} });
    expect(result).toMatchObject({ done: [], failed: [{ id, name: 'Lost', code: 'broken_reference' }] });
  });
});

describe('default triggers', () => {
  it.each(['en', 'fr'] as const)('are three, inactive and valid (%s)', async (language) => {
    const own = await makeAccount(database);
    await database.transaction((tx) => insertDefaultTriggers(tx, own.accountId, language));
    const context = { db: database, actor: actorOf(own, 'lead') };
    const { items } = await verbs.listTriggers(context, { page: 1, pageSize: 10, sort: 'name' });
    expect(items.map(({ name, active }) => [name, active])).toEqual([
      ['All Agents Offline', false],
      ['First Reply', false],
      ['Request Contact Details', false],
    ]);
    for (const { id } of items) expect((await verbs.activateTrigger(context, id)).active).toBe(true);
  });
});

describe('import and export', () => {
  it('reads what it wrote', async () => {
    const own = await makeAccount(database);
    const context = { db: database, actor: actorOf(own, 'lead') };
    await verbs.createTrigger(context, input({ oncePerTicket: true, channels: ['web'] }));
    const exported = await verbs.exportTriggers(context);
    const other = { db: database, actor: actorOf(await makeAccount(database), 'lead') };
    const report = await verbs.importTriggers(other, exported, {}, 'en');
    expect(report).toMatchObject({ imported: 1, entries: [{ outcome: 'created' }] });
    expect(await verbs.exportTriggers(other)).toEqual(exported);
  });

  const definition = {
    name: 'Greeting',
    description: '',
    enabled: 1,
    definition: {
      event: 'chat_requested',
      condition: [
        'and',
        ['eq', '@visitor_requesting_chat', true],
        ['not', ['firedBefore']],
        ['or', ['icontains', '@visitor_name', 'ada'], ['ncontains', '@visitor_email', 'spam']],
        ['eq', '@visitor_source_type', 'web'],
      ],
      actions: [
        ['wait', '5'],
        ['sendMessageToVisitor', 'Customer Service', 'Hi @visitor_name', 'Yes/No'],
        ['addTag', 'greeted'],
        ['setTriggered', 1],
      ],
    },
  };

  it('reads definition arrays', async () => {
    const context = { db: database, actor: actorOf(await makeAccount(database), 'lead') };
    const report = await verbs.importTriggers(context, [definition], {}, 'en');
    expect(report).toMatchObject({ imported: 1 });
    expect(await verbs.getTrigger(context, report.entries[0]?.id ?? '')).toMatchObject({
      name: 'Greeting',
      active: true,
      oncePerTicket: true,
      channels: ['web'],
      on: 'conversation_requested',
      when: {
        all: [
          { field: 'customer_requesting_conversation', operator: 'is', value: true },
          {
            any: [
              { field: 'customer_name', operator: 'contains', value: 'ada' },
              { none: [{ field: 'customer_email', operator: 'contains_case_sensitive', value: 'spam' }] },
            ],
          },
        ],
      },
      do: [
        { action: 'wait', seconds: 5 },
        { action: 'send_message', sender: 'Customer Service', text: 'Hi @customer_name', quickReplies: ['Yes', 'No'] },
        { action: 'add_tags', tags: ['greeted'] },
        { action: 'set_triggered', value: true },
      ],
    });
  });

  it('lists what has no counterpart, and stores nothing of a file with a bad entry', async () => {
    const context = { db: database, actor: actorOf(await makeAccount(database), 'lead') };
    const bad = {
      name: 'Bad',
      enabled: 0,
      definition: {
        event: 'page_enter',
        condition: ['and', ['stillOnPage', 30], ['eq', '@visitor_name', 'x']],
        actions: [['setDepartment', 'Sales']],
      },
    };
    const report = await verbs.importTriggers(context, [definition, bad], {}, 'en');
    expect(report.imported).toBe(0);
    expect(report.entries[1]).toMatchObject({
      outcome: 'invalid',
      errors: [
        { path: 'definition.condition[1]', code: 'no_counterpart', params: { given: 'stillOnPage' } },
        { path: 'definition.event', code: 'no_counterpart', params: { given: 'page_enter' } },
        { path: 'definition.actions[0]', code: 'no_counterpart', params: { given: 'setDepartment' } },
      ],
    });
    expect(await verbs.exportTriggers(context)).toEqual([]);
    expect(await verbs.importTriggers(context, [definition, bad], { partial: 'true' }, 'en')).toMatchObject({
      imported: 1,
    });
  });

  it('asks what to do with names that exist', async () => {
    const context = { db: database, actor: actorOf(await makeAccount(database), 'lead') };
    const entry = input({ name: 'Twice' });
    await verbs.importTriggers(context, [entry], {}, 'en');
    expect(await verbs.importTriggers(context, [entry], {}, 'en')).toMatchObject({
      imported: 0,
      entries: [{ outcome: 'conflict' }],
    });
    expect(await verbs.importTriggers(context, [entry], { dryRun: 'true', onConflict: 'replace' }, 'en')).toMatchObject(
      { imported: 0, dryRun: true, entries: [{ outcome: 'replaced' }] },
    );
    expect(
      await verbs.importTriggers(context, [{ ...entry, description: 'new' }], { onConflict: 'replace' }, 'en'),
    ).toMatchObject({ imported: 1, entries: [{ outcome: 'replaced' }] });
    expect(await verbs.importTriggers(context, [entry], { onConflict: 'rename' }, 'en')).toMatchObject({
      imported: 1,
      entries: [{ outcome: 'renamed', storedAs: 'Twice (copy)' }],
    });
    expect((await verbs.exportTriggers(context)).length).toBe(2);
  });
});
