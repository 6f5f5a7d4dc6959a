import type { Database } from '@/db/client';
import type { DueColumn } from '@/lib/engine/definition';
import { type TicketRow, ticketColumns } from '@/lib/services/workflows/ticket-row';

/** One row of `time_cursors`: how far a time condition has been looked at. */
export interface CursorPlace extends Record<string, unknown> {
  readonly accountId: string;
  readonly workflowId: string;
  readonly condition: string;
  readonly column: DueColumn;
  readonly minutes: number;
}

export type WindowTicket = TicketRow & { readonly since: Date };

/** Tickets of one look; what is left is looked at at once again. */
const PAGE = 500;
const COLUMNS: Readonly<Record<DueColumn, string>> = {
  ticketCreatedAt: 'ticket_created_at',
  lastCustomerReplyAt: 'last_customer_reply_at',
};
/** Before the first ticket. */
const FIRST = '00000000-0000-0000-0000-000000000000';
const NOW = 'coalesce($1::timestamptz, clock_timestamp())';

/** Windows that something has come into. One probe of an index for each. */
export function windowsWithHits(database: Database, now: Date | null): Promise<CursorPlace[]> {
  const looks = Object.entries(COLUMNS).map(
    ([field, column]) => `select t.account_id as "accountId", t.workflow_id as "workflowId", t.condition,
        t.field as "column", t.minutes from now n cross join time_cursors t
      cross join lateral (select from conversations c where ${inWindow(column, 'n.now')} limit 1) c
      where t.field = '${field}'`,
  );
  // One clock for all windows.
  const sql = `with now as materialized (select ${NOW} as now) ${looks.join(' union all ')}`;
  return database.query<CursorPlace>(sql, [now]);
}

/** The next tickets of a window, in the order of their moments; and the rule, if it is still active. */
export async function readWindow(
  database: Database,
  { accountId, workflowId, condition, column }: CursorPlace,
  now: Date,
): Promise<{ rule: { when: unknown } | undefined; tickets: WindowTicket[] }> {
  const [rule] = await database.query<{ when: unknown }>(
    `select body -> 'when' as "when" from rules where account_id = $1 and id = $2 and active and deleted_at is null`,
    [accountId, workflowId],
  );
  const name = COLUMNS[column];
  const tickets = await database.query<WindowTicket & Record<string, unknown>>(
    `select ${ticketColumns}, c.${name} as since from time_cursors t
      cross join lateral (select * from conversations c where ${inWindow(name, '$4::timestamptz')}
        order by c.${name}, c.id limit ${PAGE}) c
      join customers u on u.account_id = c.account_id and u.id = c.customer_id
      where t.account_id = $1 and t.workflow_id = $2 and t.condition = $3 order by c.${name}, c.id`,
    [accountId, workflowId, condition, now],
  );
  return { rule, tickets };
}

/** To behind the last ticket that was handled; never back. */
export async function moveWindow(
  database: Database,
  { accountId, workflowId, condition }: CursorPlace,
  { since, id }: Pick<WindowTicket, 'since' | 'id'>,
): Promise<void> {
  await database.query(
    `update time_cursors set at = $4, ticket_id = $5 where account_id = $1 and workflow_id = $2 and condition = $3
      and (at, ticket_id) < ($4::timestamptz, $5::uuid)`,
    [accountId, workflowId, condition, since, id],
  );
}

/**
 * Moves windows without hits on, some time behind what is due: a ticket that gets into their class later has not come due
 * anew. A minute behind, since transactions that are under way have ended by then; once a minute, since it is no matter.
 * Windows that are ahead of the time go back with it: the clock was set, and keys keep anything from running twice.
 */
export async function moveWindowsOn(
  database: Database,
  now: Date | null,
  except: readonly CursorPlace[],
): Promise<void> {
  await database.query(
    `update time_cursors t set at = n.now - make_interval(mins => t.minutes + 1), ticket_id = '${FIRST}'
      from (select ${NOW} as now) n
      where t.at > n.now - make_interval(mins => t.minutes) or t.at < n.now - make_interval(mins => t.minutes + 2)
        and (t.account_id, t.workflow_id, t.condition) not in (select r."accountId", r."workflowId", r.condition
          from jsonb_to_recordset($2::text::jsonb) as r("accountId" uuid, "workflowId" uuid, condition text))`,
    [now, JSON.stringify(except)],
  );
}

function inWindow(column: string, now: string): string {
  return `c.account_id = t.account_id and c.class = t.class and c.ticket_created_at is not null
    and c.${column} is not null and (c.${column}, c.id) > (t.at, t.ticket_id)
    and c.${column} <= ${now} - make_interval(mins => t.minutes)
    and c.${column} >= t.since - make_interval(mins => t.minutes)`;
}
