/** A desk with tickets for tests of workflows: events through ingest with a clock of the test's own, and what came of them. */
import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import type { EventResult } from '@/lib/contracts/event';
import type { Action, Condition } from '@/lib/engine/rule';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type FakeClock, fakeClock } from '@/lib/testing/fake-clock';
import { ingest } from '../ingest/ingest';
import { addRules } from './add-rule';

export interface Desk {
  readonly account: TestAccount;
  readonly clock: FakeClock;
  /** Adds workflows in the order given; answers their ids. */
  add(...workflows: readonly TestWorkflow[]): Promise<string[]>;
  /** Sends events that happen now; answers what they fired, by the names of the rules. */
  send(...events: readonly TestEvent[]): Promise<string[]>;
  /** The same as the API answers it. */
  answers(...events: readonly TestEvent[]): Promise<EventResult[]>;
  query<T extends Record<string, unknown> = Record<string, unknown>>(sql: string, ...params: unknown[]): Promise<T[]>;
  ticket(id?: string): Promise<Record<string, unknown>>;
  /** Texts of the messages in order, automatic ones with a mark. */
  thread(id?: string): Promise<string[]>;
  firings(): Promise<{ rule: string; state: string; reason: string | null; steps: unknown[] }[]>;
}

export interface TestWorkflow {
  readonly name?: string;
  readonly when: readonly Condition[];
  readonly do?: readonly Action[];
  readonly position?: number;
}

export type TestEvent = { readonly type: string } & Record<string, unknown>;

let count = 0;

/** @param now the moment at which the clock begins */
export async function makeDesk(
  database: Database,
  now = '2026-11-20T10:00:00.000Z',
  overrides: Parameters<typeof makeAccount>[1] = {},
): Promise<Desk> {
  const account = await makeAccount(database, overrides);
  const { accountId } = account;
  const clock = fakeClock(now);
  await addConfiguration(database, accountId);
  const names = new Map<string, string>();
  const query: Desk['query'] = (sql, ...params) => database.query(sql, [accountId, ...params]);
  const answers = async (...events: readonly TestEvent[]) => {
    const sent = events.map((event) => ({ ...usual(clock), ...event }));
    const { results } = await ingest(database, accountId, sent, { clock });
    const refused = results.filter(({ status }) => status === 'rejected');
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    return results;
  };
  return {
    account,
    clock,
    query,
    answers,
    async add(...workflows) {
      const rules = workflows.map(
        ({ when, do: actions = [{ action: 'send_message', text: 'Noted' }], ...rest }, index) => ({
          position: index + 1,
          name: `Workflow ${++count}`,
          ...rest,
          family: 'workflow' as const,
          when: { all: when },
          do: actions,
        }),
      );
      const ids = await addRules(database, accountId, rules, clock.current);
      for (const [index, id] of ids.entries()) names.set(id, rules[index]?.name ?? '');
      return ids;
    },
    async send(...events) {
      const results = await answers(...events);
      return results.flatMap(({ firings = [] }) => firings.map(({ rule }) => names.get(rule) ?? rule));
    },
    async ticket(id = 'c-1') {
      const [row] = await query('select * from conversations where account_id = $1 and ext_id = $2', id);
      return row ?? {};
    },
    async thread(id = 'c-1') {
      const rows = await query<{ kind: string; body: string }>(
        `select m.author_kind as kind, m.body from messages m join conversations c on c.account_id = m.account_id
          and c.id = m.conversation_id where m.account_id = $1 and c.ext_id = $2 order by m.seq`,
        id,
      );
      return rows.map(({ kind, body }) => (kind === 'automation' ? `* ${body}` : body));
    },
    firings() {
      return query(
        `select f.rule_name as rule, f.state, f.reason, (select jsonb_agg(jsonb_build_object('action', s.action, 'state',
            s.state, 'result', s.result) order by s.step) from firing_steps s
            where s.account_id = f.account_id and s.firing_id = f.id) as steps
          from firings f where f.account_id = $1 order by f.id`,
      );
    },
  };
}

/** A customer's message, an employee's ticket, …: what tests say most. */
export const says = (text: string, more: object = {}): TestEvent => ({
  type: 'message_sent',
  message: { id: `m-${++count}`, text, sender: { type: 'customer' } },
  ...more,
});
export const answers = (text: string, more: object = {}): TestEvent => ({
  type: 'message_sent',
  agent: 'ada',
  message: { id: `m-${++count}`, text, sender: { type: 'agent' } },
  ...more,
});
export const updates = (ticket: object, more: object = {}): TestEvent => ({ type: 'ticket_updated', ticket, ...more });
export const creates = (ticket: object = {}, more: object = {}): TestEvent => ({
  type: 'ticket_created',
  ticket,
  ...more,
});

function usual(clock: FakeClock): Record<string, unknown> {
  return {
    id: `e-${++count}`,
    occurredAt: clock.current.toISOString(),
    conversation: { id: 'c-1' },
    customer: { id: 'u-1', name: 'Zoë van Dam', email: 'Zoe@Example.org' },
  };
}

/** Inboxes in a group, an integration, and Ada's working hours. */
async function addConfiguration(database: Database, accountId: string): Promise<void> {
  const [group, inbox, other, integration, schedule] = Array.from({ length: 5 }, () => uuidV7());
  const insert = (sql: string, ...params: unknown[]) => database.query(sql, [accountId, ...params]);
  await insert("insert into inbox_groups (account_id, id, key, name) values ($1, $2, 'shops', 'Shops')", group);
  await insert(
    "insert into inboxes (account_id, id, key, name, inbox_group_id) values ($1, $2, 'bikes', 'Bikes', $4), ($1, $3, 'private', 'Private', null)",
    inbox,
    other,
    group,
  );
  await insert(
    "insert into integrations (account_id, id, key, name, kind, settings) values ($1, $2, 'allegro-pl', 'Allegro PL', 'allegro', '{}')",
    integration,
  );
  await insert(
    `insert into schedules (account_id, id, key, name, time_zone, intervals, holidays)
      values ($1, $2, 'office', 'Office', 'Europe/Paris', '[{"day": 4, "from": "09:00", "to": "17:00"}]', '[]')`,
    schedule,
  );
  await insert("update agents set schedule_key = 'office' where account_id = $1 and key = 'ada'");
}
