import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { mails, proactiveInteractions, widgetSessions } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { addRules } from '@/lib/runtime/testing/add-rule';
import { runDue } from '@/lib/runtime/worker/run-due';
import { storeAttachment } from '@/lib/services/attachments/store';
import type { Context } from '@/lib/services/context';
import { getConversation, listMessages } from '@/lib/services/conversations/read';
import { previewErasure } from '@/lib/services/customers/erasure-preview';
import { exportCustomer } from '@/lib/services/customers/export';
import { getCustomer, listCustomers } from '@/lib/services/customers/read';
import { updateCustomer } from '@/lib/services/customers/update';
import { listEvents } from '@/lib/services/events/read';
import { listFirings } from '@/lib/services/firings/read';
import { createTrigger } from '@/lib/services/triggers/verbs';
import { createWebhook } from '@/lib/services/webhooks/create';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { eraseCustomer } from './erase-customer';
import { mergeByHand } from './merge-customers';
import { replyToConversation } from './reply';
import { liftSuspension, suspendCustomer } from './suspension';

/** Words that stand nowhere else: where one is found after an erasure, something was forgotten. */
const PERSON = {
  name: 'Quillon Vexworth',
  email: 'quillon.vexworth@example.org',
  key: 'crm-quillon-77',
  visitor: 'visitor-quillon',
  said: 'my zebra saddle squeaks',
  answered: 'about that zebra',
  tag: 'zebra-owner',
  reason: 'zebra threats',
  file: 'zebra-invoice.pdf',
  page: 'https://shop.example.org/zebra',
};
const TRACES = ['quillon', 'vexworth', 'zebra'];

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
});
afterAll(() => test.close());

const as = (role: Role, of = account): Context => ({ db: test.database, actor: actorOf(of, role) });
const now = () => new Date().toISOString();
let count = 0;

function message(
  customer: { id: string; name?: string; email?: string; language?: string },
  conversation: string,
  text: string,
  more: object = {},
) {
  const id = `${customer.id}-${++count}`;
  const sender = { type: 'customer', name: customer.name };
  return {
    ...{ id: `event-${id}`, type: 'message_sent', occurredAt: now(), channel: 'web', customer },
    ...{ conversation: { id: conversation, tags: [PERSON.tag] }, message: { id: `message-${id}`, text, sender } },
    ...more,
  };
}

async function send(...events: object[]): Promise<void> {
  const { results } = await ingest(test.database, account.accountId, events);
  expect(results.map(({ status, errors }) => errors?.[0]?.code ?? status)).toEqual(events.map(() => 'accepted'));
}

/** A person about whom every table has something, and another customer who stays. */
async function story(): Promise<void> {
  account = await makeAccount(test.database);
  const { accountId } = account;
  const fromCustomer = { field: 'sender_type', operator: 'is', value: 'customer' };
  await addRules(test.database, accountId, [
    {
      ...{ name: 'Greets', on: 'message_sent', when: { all: [fromCustomer] } },
      do: [
        { action: 'send_message', sender: 'Shop', text: 'Hello @customer_name, you wrote: @message' },
        { action: 'wait', seconds: 60 },
        { action: 'send_message', sender: 'Shop', text: 'Still there, @customer_name?' },
      ],
    },
    {
      ...{
        name: 'Tags',
        on: 'message_sent',
        when: { any: [{ field: 'message', operator: 'contains', value: 'saddle' }] },
      },
      do: [{ action: 'add_tags', tags: ['saddle'] }],
    },
  ]);
  await createWebhook(as('admin'), {
    name: 'W',
    url: 'https://helpdesk.example.com/hook',
    events: ['message.created'],
  });
  const person = { id: PERSON.key, name: PERSON.name, email: PERSON.email, language: 'fr' };
  await send(
    message({ id: PERSON.visitor }, `thread-${PERSON.visitor}`, PERSON.said),
    message(person, `thread-${PERSON.key}`, PERSON.said),
    message({ id: 'u-bea', name: 'Bea' }, 'thread-bea', 'Where is my parcel?', { conversation: { id: 'thread-bea' } }),
    { ...message(person, `old-${PERSON.key}`, PERSON.said), type: 'conversation_requested' },
    { id: 'event-end', type: 'conversation_ended', occurredAt: now(), conversation: { id: `old-${PERSON.key}` } },
  );
  const { id } = await getCustomer(as('admin'), PERSON.key);
  await replyToConversation(as('lead'), `thread-${PERSON.key}`, { text: `${PERSON.answered}, dear ${PERSON.name}` });
  await updateCustomer(as('lead'), id, { tags: [PERSON.tag] });
  await fillTablesOfOthers(id);
  await test.database.query('update customers set anonymous = true where account_id = $1 and ext_id = $2', [
    ...[accountId, PERSON.visitor],
  ]);
  await mergeByHand(as('lead'), PERSON.visitor, { into: id });
  await suspendCustomer(as('lead'), 'u-bea', { reason: 'Spam' });
  await exportCustomer(as('admin'), id);
}

/** What sessions, mail, files and proactive messages write, which other parts of the product do. */
async function fillTablesOfOthers(customerId: string): Promise<void> {
  const { accountId } = account;
  const conversation = await getConversation(as('admin'), `thread-${PERSON.key}`);
  const moment = new Date();
  const { drizzle } = test.database;
  await drizzle.insert(widgetSessions).values({
    ...{ accountId, id: uuidV7(), tokenHash: uuidV7(), channelKey: 'web', customerId, page: { url: PERSON.page } },
    ...{ seenAt: moment, expiresAt: moment },
  });
  await drizzle.insert(proactiveInteractions).values({
    ...{ accountId, id: uuidV7(), ruleId: uuidV7(), ruleVersion: 1, kind: 'impression', customerId, channelKey: 'web' },
    ...{ url: PERSON.page, visitId: PERSON.visitor, at: moment },
  });
  const mail = { accountId, subject: PERSON.said, text: PERSON.said, headers: { 'x-name': PERSON.name } };
  await drizzle.insert(mails).values([
    { ...mail, id: uuidV7(), direction: 'in', messageId: '1', sender: PERSON.email, conversationId: conversation.id },
    {
      ...mail,
      id: uuidV7(),
      direction: 'out',
      messageId: '2',
      sender: 'shop@example.com',
      recipients: [PERSON.email.toUpperCase()],
    },
  ]);
  await test.database.query(
    `insert into customer_identities (account_id, kind, value, customer_id) values ($1, 'email', $2, $4), ($1, 'external', $3, $4)`,
    [accountId, PERSON.email, PERSON.key, customerId],
  );
  const bytes = new TextEncoder().encode(`%PDF ${PERSON.said}`);
  const file = { name: PERSON.file, type: 'application/pdf', bytes };
  await storeAttachment(test.database, accountId, { kind: 'customer', id: customerId }, file);
  const { id } = await storeAttachment(test.database, accountId, { kind: 'user', id: account.users.lead.id }, file);
  await test.database.query(
    `update attachments set conversation_id = $3, message_seq = 1 where account_id = $1 and id = $2`,
    [accountId, id, conversation.id],
  );
  await suspendCustomer(as('lead'), customerId, { scope: 'all', reason: PERSON.reason });
  await liftSuspension(as('lead'), customerId);
}

/** Where a trace stands, in whatever table, also as bytes. */
async function tracesLeft(): Promise<string[]> {
  const tables = await test.database.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(35);
  const bytes = TRACES.map((trace) => Buffer.from(trace).toString('hex'));
  const patterns = [...TRACES, ...bytes].map((trace) => `%${trace}%`);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await test.database.query<{ row: string }>(
      `select left(to_jsonb(t)::text, 400) as row from ${name} t where to_jsonb(t)::text ilike any($1::text[]) limit 3`,
      [patterns],
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

describe('the data of one person', () => {
  beforeAll(story, 60_000);

  it('are exported as a whole', async () => {
    const answer = await exportCustomer(as('admin'), PERSON.key);
    const text = JSON.stringify(answer);
    const { said, answered, file, tag, reason, page, visitor, email } = PERSON;
    for (const word of [said, answered, file, tag, reason, page, visitor, email]) expect(text).toContain(word);
    expect(answer.conversations.map(({ extId }) => extId)).toHaveLength(3);
    const [first] = answer.conversations.filter(({ extId }) => extId === `thread-${PERSON.key}`);
    expect(first?.messages).toMatchObject([
      { seq: 1, body: said, authorKind: 'customer' },
      { seq: 2, body: `Hello ${PERSON.name}, you wrote: ${said}` },
      { seq: 3, body: `${answered}, dear ${PERSON.name}` },
    ]);
    expect(first?.attachments).toMatchObject([{ name: file, address: expect.stringMatching('^/api/v1/attachments/') }]);
    expect(first?.firings[0]).toMatchObject({ ruleName: 'Greets', steps: [{ step: 0 }, { step: 1 }, { step: 2 }] });
    expect(answer.merged).toEqual([visitor]);
    expect(text).not.toMatch(/Bea|parcel|tokenHash/);
    await expect(codeOf(exportCustomer(as('lead'), PERSON.key))).resolves.toBe('forbidden');
  });

  it('say before what will go', async () => {
    await createTrigger(as('lead'), {
      ...{ name: 'For one', on: 'message_sent', do: [{ action: 'set_triggered', value: true }] },
      when: { all: [{ field: 'customer_email', operator: 'is', value: PERSON.email }] },
    });
    const preview = await previewErasure(as('admin'), PERSON.key);
    expect(preview).toMatchObject({
      removes: { conversations: 3, attachments: 2, mails: 1, identities: 2, sessions: 1 },
      ...{ running: 1, rules: [{ name: 'For one', family: 'trigger' }] },
    });
    await test.database.query(`delete from rules where name = 'For one'`);
    await test.database.query(`delete from rule_versions where body::text like $1`, [`%${PERSON.email}%`]);
    await test.database.query(`delete from changes where entity_name = 'For one'`);
    await expect(codeOf(previewErasure(as('lead'), PERSON.key))).resolves.toBe('forbidden');
  });

  it('leave no trace in any table once erased, and the books add up', async () => {
    expect(await audit(test.database)).toEqual([]);
    expect((await tracesLeft()).length).toBeGreaterThan(10);
    const { id } = await getCustomer(as('admin'), PERSON.key);
    const conversation = await getConversation(as('admin'), `thread-${PERSON.key}`);
    const other = JSON.stringify(await rowsOfOther());
    const erased = await eraseCustomer(as('admin'), PERSON.key);
    expect(erased).toMatchObject({ removes: { conversations: 3, attachments: 2 } });
    expect(await tracesLeft()).toEqual([]);
    expect(await audit(test.database)).toEqual([]);
    expect(JSON.stringify(await rowsOfOther())).toBe(other);
    // The shell of what happened can still be read.
    expect(await getConversation(as('admin'), conversation.id)).toMatchObject({
      ...{ key: `erased:${conversation.id}`, number: conversation.number, phase: 'ended', tags: [] },
      customer: { id: `erased:${id}`, name: null, email: null },
    });
    const { items } = await listMessages(as('admin'), conversation.id, { after: 0, limit: 10 });
    expect(items.map(({ text, meta }) => [text, meta])).toEqual(items.map(() => ['', { erased: true }]));
    expect(items[2]?.author).toMatchObject({ kind: 'agent', name: 'Lea Lead' });
    const firings = await listFirings(as('admin'), { conversation: conversation.id, limit: 10 });
    expect(firings.items.map(({ outcome, reason, trace }) => [outcome, reason, trace])).toEqual([
      ['done', null, null],
      ['cancelled', 'erased', null],
    ]);
    const events = await listEvents(as('admin'), { conversation: conversation.id, limit: 10 });
    expect(events.items.every(({ payload, facts }) => Object.keys(payload).length === 0 && facts === null)).toBe(true);
  });

  it('are gone for everybody, and nothing is sent any more', async () => {
    expect(await codeOf(getCustomer(as('admin'), PERSON.key))).toBe('not_found');
    expect(await codeOf(getCustomer(as('admin'), PERSON.visitor))).toBe('not_found');
    expect((await listCustomers(as('admin'), { page: 1, pageSize: 50 })).items.map(({ key }) => key)).toEqual([
      'u-bea',
    ]);
    await runDue(test.database, { now: () => Promise.resolve(new Date(Date.now() + 3_600_000)) });
    expect(await tracesLeft()).toEqual([]);
  });

  it('stand in the history as an erasure by somebody, of nobody', async () => {
    const rows = await test.database.query(
      `select verb, actor_name as who, entity_name as whom, before, after from changes
        where account_id = $1 and entity_kind = 'customer' order by id`,
      [account.accountId],
    );
    const about = rows.filter(({ whom }) => String(whom).startsWith('erased:'));
    expect(about.map(({ verb }) => verb)).toEqual([
      ...['updated', 'suspended', 'unsuspended', 'merged', 'exported', 'exported', 'erased'],
    ]);
    expect(about.at(-1)).toMatchObject({ who: 'Ada Admin', after: { conversations: 3 } });
  });

  it('begin anew when the person writes again', async () => {
    await send(message({ id: PERSON.key }, `thread-${PERSON.key}`, 'Hello'));
    expect(await getCustomer(as('admin'), PERSON.key)).toMatchObject({ name: null, tags: [], conversations: 1 });
  });

  it('are erased by administrators of the account alone', async () => {
    for (const role of ['lead', 'agent'] as const)
      expect(await codeOf(eraseCustomer(as(role), 'u-bea'))).toBe('forbidden');
    const elsewhere = await makeAccount(test.database);
    const bea = await getCustomer(as('admin'), 'u-bea');
    expect(await codeOf(eraseCustomer(as('admin', elsewhere), bea.id))).toBe('not_found');
    expect(await codeOf(exportCustomer(as('admin', elsewhere), bea.id))).toBe('not_found');
    expect(await getCustomer(as('admin'), 'u-bea')).toEqual(bea);
  });
});

/** Everything about the customer who stays. */
function rowsOfOther(): Promise<unknown> {
  return test.database.query(
    `select to_jsonb(c) as customer, (select jsonb_agg(to_jsonb(m) order by m.seq) from messages m
        join conversations v on v.id = m.conversation_id where v.customer_id = c.id) as messages,
      (select jsonb_agg(to_jsonb(v)) from conversations v where v.customer_id = c.id) as conversations,
      (select jsonb_agg(to_jsonb(f) order by f.id) from firings f where f.customer_id = c.id) as firings,
      (select jsonb_agg(to_jsonb(e) order by e.id) from events e where e.customer_id = c.id) as events,
      (select jsonb_agg(to_jsonb(s)) from suspensions s where s.customer_id = c.id) as suspensions
      from customers c where c.ext_id = 'u-bea'`,
  );
}
