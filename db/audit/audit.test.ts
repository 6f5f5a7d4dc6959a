import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConversationRows, makeConversationRows } from '@/lib/testing/conversation-rows';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase, testDatabaseKind } from '@/lib/testing/test-database';
import { audit } from './audit';
import { checks } from './checks';
import { printFindings } from './print-findings';

let test: TestDatabase;
let rows: ConversationRows;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.query('truncate accounts cascade');
  await test.database.query(
    `truncate customers, conversations, events, event_keys, messages, firings, firing_steps, deliveries, rule_versions cascade`,
  );
  const { accountId } = await makeAccount(test.database);
  rows = await makeConversationRows(test.database, accountId);
  await makeConversationRows(test.database, accountId);
});

/** Each damage with the checks that must find it. */
const damages: [string, string[]][] = [
  ['delete from events where conversation_id = $1 and seq = 1', ['event_gaps', 'key_without_event']],
  ['update conversations set event_seq = 3 where id = $1', ['event_gaps']],
  ['delete from messages where conversation_id = $1 and seq = 1', ['message_gaps']],
  ['delete from messages where conversation_id = $1 and seq = 2', ['message_gaps', 'step_without_message']],
  ['delete from customers where id in (select customer_id from conversations where id = $1)', ['orphans']],
  ["update conversations set phase = 'queued' where id = $1", ['conversation_state']],
  ["update conversations set phase = 'assigned' where id = $1", ['conversation_state']],
  ["update firing_steps set state = 'skipped' where conversation_id = $1 and state = 'done'", ['message_without_step']],
  [
    `update event_keys set result = '{"firings": []}' where event_id in (select id from events where conversation_id = $1 and seq = 1)`,
    ['firing_without_answer'],
  ],
  [
    "update firings set id = gen_random_uuid() where conversation_id = $1 and state = 'done'",
    ['answer_without_firing', 'firing_without_answer'],
  ],
  [
    'update event_keys set result = null where event_id in (select id from events where conversation_id = $1 and seq = 1)',
    ['firing_without_answer', 'key_without_event'],
  ],
  ["update firings set state = 'done' where conversation_id = $1", ['stuck_firing']],
  [
    "update firing_steps set state = 'cancelled' where conversation_id = $1 and state in ('waiting', 'pending')",
    ['stuck_firing'],
  ],
  ["update firing_steps set due_at = null where conversation_id = $1 and state = 'waiting'", ['undated_wait']],
  [
    "update firing_steps set due_at = now() - interval '2 minutes' where conversation_id = $1 and state = 'waiting'",
    ['overdue_wait'],
  ],
  [
    "update firing_steps set state = 'sending' where conversation_id = $1 and state = 'waiting'",
    ['delivery_without_step'],
  ],
  [
    `insert into deliveries (account_id, idempotency_key, firing_id, step, kind, payload, state, next_at, created_at)
     select account_id, 'k', firing_id, step, 'mail', '{}', 'ready', now() - interval '2 minutes', now()
     from firing_steps where conversation_id = $1 and state = 'done'`,
    ['delivery_without_step', 'overdue_delivery'],
  ],
  [
    'update rules set version = 2 where id in (select rule_id from firings where conversation_id = $1)',
    ['rule_versions'],
  ],
  [
    'update rules set changed_in = 9 where id in (select rule_id from firings where conversation_id = $1)',
    ['rule_versions'],
  ],
  [
    'update rules set active = false where id in (select rule_id from firings where conversation_id = $1)',
    ['waits_of_inactive_rules'],
  ],
  [
    "update customers set suspended = 'all' where id in (select customer_id from conversations where id = $1)",
    ['suspensions'],
  ],
];

describe(`audit on ${testDatabaseKind()}`, () => {
  it('finds nothing in books that add up', async () => {
    expect(await audit(test.database)).toEqual([]);
  });

  it.each(damages)('%s', async (damage, expected) => {
    await test.database.query(damage, [rows.conversationId]);
    const findings = await audit(test.database);
    expect(findings.map(({ check }) => check).sort()).toEqual(expected.sort());
    expect(findings[0]?.examples[0]).toMatchObject({ accountId: rows.accountId });
  });

  it('is tried with a damage for every check', () => {
    const tried = new Set(damages.flatMap(([, names]) => names));
    expect(checks.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('does not ask for events that retention has thinned', async () => {
    await test.database.query('delete from events where conversation_id = $1', [rows.conversationId]);
    expect(await audit(test.database, { since: new Date(Date.now() + 60_000) })).toEqual([]);
  });

  it('prints every check and the examples', async () => {
    await test.database.query('update conversations set event_seq = 3');
    const lines: string[] = [];
    printFindings(await audit(test.database, { examples: 1 }), (line) => lines.push(line));
    expect(lines.filter((line) => / ok /.test(line))).toHaveLength(checks.length - 1);
    expect(lines.join('\n')).toContain('counter 3, 2 events up to 2');
    expect(lines.join('\n')).toContain('… and 1 more');
  });
});
