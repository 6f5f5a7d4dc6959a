import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, DatabaseError } from '@/db/client';
import type { Action } from '@/lib/engine/rule';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { addRule, addRules } from '../testing/add-rule';
import { watchDatabase } from '../testing/watch-database';
import { drainIngest, ingest } from './ingest';

let test: TestDatabase;
let account: TestAccount;
const clock = fakeClock('2026-11-21T10:00:00.000Z');

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  clock.set('2026-11-21T10:00:00.000Z');
  account = await makeAccount(test.database);
});

const send = (...events: unknown[]) => ingest(test.database, account.accountId, events, { clock });
const rows = (sql: string) => test.database.query(sql, [account.accountId]);
const greeting: Action = { action: 'send_message', sender: 'Bot', text: 'Hello @customer_name' };
const always = { all: [{ field: 'hour_of_day', operator: 'greater_or_equal', value: 0 }] };
const greet = { on: 'conversation_requested', when: always, do: [greeting] };

function requested(id: string, more: object = {}) {
  return {
    id,
    type: 'conversation_requested',
    occurredAt: '2026-11-21T10:00:00Z',
    channel: 'web',
    conversation: { id: 'c-1' },
    customer: { id: 'u-1', name: 'Ada' },
    ...more,
  };
}

function message(id: string, text: string, more: object = {}) {
  return {
    ...requested(id, { conversation: { id: 'c-1' } }),
    type: 'message_sent',
    message: { id: `m-${id}`, text, sender: { type: 'customer', name: 'Ada' } },
    ...more,
  };
}

describe('ingest', () => {
  it('stores an event, fires a rule and sends its message', async () => {
    await addRule(test.database, account.accountId, greet);
    const { results } = await send(requested('e-1'));
    expect(results).toMatchObject([{ id: 'e-1', status: 'accepted', firings: [{}] }]);
    expect(
      await rows('select seq, author_name, body, author_kind, avatar from messages where account_id = $1'),
    ).toEqual([{ seq: 1, author_name: 'Bot', body: 'Hello Ada', author_kind: 'automation', avatar: 'channel:web' }]);
    expect(await rows('select state, finished_at is not null as finished from firings where account_id = $1')).toEqual([
      { state: 'done', finished: true },
    ]);
    const [conversation] = await rows('select * from conversations where account_id = $1');
    expect(conversation).toMatchObject({ phase: 'requesting', group_key: 'support', brand_key: 'main', event_seq: 1 });
    expect(conversation?.number).toEqual(expect.any(Number));
  });

  it('answers a repeated event with the first result and does nothing twice', async () => {
    await addRule(test.database, account.accountId, greet);
    const first = await send(requested('e-1'));
    const again = await send(requested('e-1'), requested('e-1'));
    expect(again.results).toEqual([1, 2].map(() => ({ ...first.results[0], status: 'duplicate' })));
    expect(await rows('select 1 from messages where account_id = $1')).toHaveLength(1);
  });

  it('lets the first occurrence within a batch count', async () => {
    await addRule(test.database, account.accountId, greet);
    const other = requested('e-1', { customer: { id: 'u-1', name: 'Bob' } });
    const { results } = await send(requested('e-1'), requested('e-1'), other);
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'duplicate', 'rejected']);
    expect(results[1]?.firings).toEqual(results[0]?.firings);
    expect(results[2]?.errors).toEqual([{ path: 'id', code: 'id_reused' }]);
  });

  it('rejects an id used again for another body', async () => {
    await send(requested('e-1'));
    const { results } = await send(requested('e-1', { customer: { id: 'u-1', name: 'Bob' } }));
    expect(results).toEqual([{ id: 'e-1', status: 'rejected', errors: [{ path: 'id', code: 'id_reused' }] }]);
  });

  it('rejects a known conversation with another customer, and leaves nothing behind', async () => {
    await send(requested('e-1'));
    const wrong = requested('e-2', { customer: { id: 'u-2' } });
    const { results } = await send(wrong);
    expect(results[0]?.errors).toEqual([{ path: 'customer.id', code: 'conversation_customer_mismatch' }]);
    expect(await rows('select ext_id from customers where account_id = $1')).toEqual([{ ext_id: 'u-1' }]);
    const { results: corrected } = await send({ ...wrong, customer: { id: 'u-1' } });
    expect(corrected[0]?.status).toBe('accepted');
  });

  it('rejects one bad event and takes the others', async () => {
    const { results } = await send(
      requested('e-1'),
      { ...requested('e-2'), nonsense: 1 },
      requested('e-3', { channel: 'nowhere' }),
      requested('e-4', { conversation: { id: 'c-2', group: 'nobody' } }),
      requested('e-5', { occurredAt: '2026-11-21T10:06:00Z' }),
      { id: 'e-6', type: 'conversation_queued', occurredAt: '2026-11-21T10:00:00Z', conversation: { id: 'c-9' } },
      message('e-7', 'a\u0000b'),
      null,
    );
    expect(results.map(({ id, status, errors }) => [id, status, errors?.[0]?.path, errors?.[0]?.code])).toEqual([
      ['e-1', 'accepted', undefined, undefined],
      ['e-2', 'rejected', 'nonsense', 'unknown_key'],
      ['e-3', 'rejected', 'channel', 'unknown_reference'],
      ['e-4', 'rejected', 'conversation.group', 'unknown_reference'],
      ['e-5', 'rejected', 'occurredAt', 'in_future'],
      ['e-6', 'rejected', 'customer.id', 'required'],
      ['e-7', 'rejected', 'message.text', 'invalid_text'],
      [null, 'rejected', '', 'wrong_type'],
    ]);
    expect(await rows('select ext_id from event_keys where account_id = $1')).toEqual([{ ext_id: 'e-1' }]);
    expect(await rows('select ext_id from conversations where account_id = $1')).toEqual([{ ext_id: 'c-1' }]);
  });

  it('applies an event older than a day and runs no rule on it', async () => {
    await addRule(test.database, account.accountId, greet);
    const { results } = await send(requested('e-1', { occurredAt: '2026-11-20T09:59:59Z' }));
    expect(results).toMatchObject([{ status: 'accepted', firings: [] }]);
    expect(await rows('select phase from conversations where account_id = $1')).toEqual([{ phase: 'requesting' }]);
  });

  it('takes references by uuid and keeps their keys', async () => {
    await send(
      requested('e-1', { channel: account.channels.web, conversation: { id: 'c-1', group: account.groups.sales } }),
    );
    expect(await rows('select channel_key, group_key from conversations where account_id = $1')).toEqual([
      { channel_key: 'web', group_key: 'sales' },
    ]);
  });

  it('shows every rule of an event the same facts and writes in the order of the rules', async () => {
    const seen = { all: [{ field: 'customer_triggered', operator: 'is', value: false }] };
    await addRules(test.database, account.accountId, [
      { on: 'conversation_requested', when: seen, do: [{ ...greeting, text: 'second' }], position: 2 },
      {
        on: 'conversation_requested',
        when: seen,
        do: [{ action: 'set_triggered', value: true }, greeting],
        position: 1,
      },
    ]);
    await send(requested('e-1'));
    expect(await rows('select body from messages where account_id = $1 order by seq')).toEqual([
      { body: 'Hello Ada' },
      { body: 'second' },
    ]);
    expect(await rows('select triggered from customers where account_id = $1')).toEqual([{ triggered: true }]);
  });

  it('keeps the facts with the event and the trace with the firing', async () => {
    await addRule(test.database, account.accountId, {
      on: 'message_sent',
      when: { all: [{ field: 'message', operator: 'contains', value: 'HELP' }] },
      do: [greeting],
    });
    await send(message('e-1', 'help me'), message('e-2', 'thanks'));
    const events = await rows("select facts ->> 'message' as message from events where account_id = $1 order by seq");
    expect(events).toEqual([{ message: 'help me' }, { message: 'thanks' }]);
    const [firing] = await rows('select trace from firings where account_id = $1');
    expect(firing?.trace).toMatchObject({
      verdict: 'met',
      all: [{ expected: 'HELP', actual: 'help me', verdict: 'met' }],
    });
  });

  it('stores a message once, however often events mention it', async () => {
    const asked = { id: 'm-1', text: 'Help', sender: { type: 'customer' } };
    await send(requested('e-1', { message: asked }), { ...message('e-2', 'Help'), message: asked });
    await send({ ...message('e-3', 'Help'), message: asked });
    expect(await rows('select client_id, author_name from messages where account_id = $1')).toEqual([
      { client_id: 'm-1', author_name: 'Ada' },
    ]);
  });

  it('counts queues, this conversation included, and its place', async () => {
    const queued = (id: string, conversation: string) => ({
      id,
      type: 'conversation_queued',
      occurredAt: '2026-11-21T10:00:00Z',
      conversation: { id: conversation },
    });
    await send(requested('e-1'), requested('e-2', { conversation: { id: 'c-2' } }));
    await send(queued('e-3', 'c-1'), queued('e-4', 'c-2'));
    const facts = await rows(
      "select facts -> 'queue_size' as size, facts -> 'initial_routing' as initial from events where account_id = $1 order by id",
    );
    expect(facts.map(({ size }) => size)).toEqual([1, 2, 2, 2]);
    expect(facts[2]?.initial).toBe(true);
    await send({ ...queued('e-5', 'c-1'), conversation: { id: 'c-1', group: 'sales' } });
    const [last] = await rows("select facts from events where account_id = $1 and ext_id = 'e-5'");
    expect(last?.facts).toMatchObject({ queue_size: 2, group_queue_size: 1, initial_routing: false });
  });

  it('reads statuses from the agents, moved by the batch itself', async () => {
    const status = (id: string, value: string) => ({
      id,
      type: 'agent_status_changed',
      occurredAt: '2026-11-21T10:00:00Z',
      agent: 'ada',
      status: value,
    });
    await send(requested('e-1'), status('s-1', 'online'), requested('e-2'));
    const facts = await rows(
      "select facts ->> 'account_status' as account, facts -> 'group_status' as groups from events where account_id = $1 and seq is not null order by seq",
    );
    expect(facts).toEqual([
      { account: 'invisible', groups: { support: 'invisible', sales: 'invisible' } },
      { account: 'online', groups: { support: 'online', sales: 'invisible' } },
    ]);
    expect(await rows("select status, presence from agents where account_id = $1 and key = 'ada'")).toEqual([
      { status: 'online', presence: 'api' },
    ]);
  });

  it('sends the same statements for one event and for many', async () => {
    await addRule(test.database, account.accountId, greet);
    const count = async (size: number, prefix: string) => {
      let statements = 0;
      const database = watchDatabase(test.database, () => statements++);
      const events = Array.from({ length: size }, (_, index) =>
        requested(`${prefix}-${index}`, {
          conversation: { id: `${prefix}-${index}` },
          customer: { id: `${prefix}-${index}` },
        }),
      );
      await ingest(database, account.accountId, events, { clock });
      return statements;
    };
    const single = await count(1, 'a');
    expect(await count(100, 'b')).toBe(single);
    expect(single).toBeLessThanOrEqual(20);
  });

  it('rejects alone what the database refuses', async () => {
    const events = Array.from({ length: 7 }, (_, index) => message(`e-${index}`, index === 4 ? 'poison' : 'fine'));
    const database: Database = watchDatabase(test.database, ({ params }) => {
      if (params?.some((param) => String(param).includes('poison'))) throw new DatabaseError('22P05', 'refused');
    });
    const { results } = await ingest(database, account.accountId, events, { clock });
    expect(results.map(({ status }) => status)).toEqual(
      events.map((_, index) => (index === 4 ? 'rejected' : 'accepted')),
    );
    expect(await rows('select seq from events where account_id = $1 order by seq')).toEqual(
      [1, 2, 3, 4, 5, 6].map((seq) => ({ seq })),
    );
  });

  it('rejects alone what meets a defect, and throws where nothing else was sent', async () => {
    const database: Database = watchDatabase(test.database, ({ params }) => {
      if (params?.some((param) => String(param).includes('poison'))) throw new TypeError('Nobody expected this');
    });
    const events = ['fine', 'poison', 'fine'].map((text, index) => message(`e-${index}`, text));
    const { results } = await ingest(database, account.accountId, events, { clock });
    expect(results.map(({ status, errors }) => [status, errors?.[0]?.code])).toEqual([
      ['accepted', undefined],
      ['rejected', 'internal'],
      ['accepted', undefined],
    ]);
    await expect(ingest(database, account.accountId, [message('e-4', 'poison')], { clock })).rejects.toThrow(
      'Nobody expected this',
    );
    // It left no key behind: sent again it is taken.
    expect((await send(message('e-1', 'mended'))).results[0]?.status).toBe('accepted');
  });

  it('rejects nothing when the database takes too long, so that all of it can be sent again', async () => {
    let slow = true;
    const database: Database = watchDatabase(test.database, ({ sql }) => {
      if (slow && sql.includes('insert into events')) throw new DatabaseError('57014', 'statement timeout');
    });
    const events = [message('e-1', 'Hi'), message('e-2', 'Hi')];
    await expect(ingest(database, account.accountId, events, { clock })).rejects.toMatchObject({ code: '57014' });
    slow = false;
    const { results } = await ingest(database, account.accountId, events, { clock });
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  });

  it('has finished everything that was accepted once it is drained', async () => {
    const sent = Array.from({ length: 6 }, (_, batch) =>
      ingest(
        test.database,
        account.accountId,
        Array.from({ length: 150 }, (_, index) => message(`e-${batch}-${index}`, 'Hi')),
      ),
    );
    let answered = 0;
    for (const each of sent) void each.then(() => answered++);
    await drainIngest(test.database);
    // Answers reach their callers a turn later.
    await new Promise((turn) => setImmediate(turn));
    expect(answered).toBe(sent.length);
    expect(await rows('select count(*)::int as count from events where account_id = $1')).toEqual([{ count: 900 }]);
  });

  it('takes up changed rules at the next event', async () => {
    await send(requested('e-1'));
    await addRule(test.database, account.accountId, greet);
    expect((await send(requested('e-2'))).results[0]?.firings).toHaveLength(1);
    await addRules(
      test.database,
      account.accountId,
      Array.from({ length: 205 }, () => ({ ...greet, on: 'message_sent' })),
    );
    expect((await send(message('e-3', 'Hi'))).results[0]?.firings).toHaveLength(205);
  });
});
