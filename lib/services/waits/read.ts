import type { GroupWaits } from '@/lib/contracts/wait';
import { estimateWait } from '@/lib/engine/state/wait-estimate';
import { type AnsweredTicket, estimateThen, outcomeOf } from '@/lib/engine/state/wait-history';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';

/** Answered tickets that are shown of a group, and those before them that their estimates were made from. */
const SHOWN = 60;
const KNOWN = 500;

type Ticket = AnsweredTicket & { readonly number: number | null };
type TicketRow = { [Name in keyof Ticket]: Ticket[Name] | null } & {
  key: string;
  name: string;
  waiting: number;
  now: Date;
};

/** Estimates against reality, of every group or of one. At most 500 tickets a group are read, by an index. */
export async function readWaits({ db, actor }: Context, group?: string): Promise<{ items: GroupWaits[] }> {
  permit(actor, 'organisation.read');
  const key = group === undefined ? null : (await requireByKey(db, 'groups', actor.accountId, group)).key;
  const rows = await db.query<TicketRow & Record<string, unknown>>(
    `select g.key, g.name, r.*, clock_timestamp() as now, (select count(*)::int from conversations w
        where w.account_id = $1 and w.group_key = g.key and w.queue_state = 'queued') as waiting
      from groups g left join lateral (
        select c.number::int as number, c.queued_at as "queuedAt", c.routed_at as "routedAt",
          c.first_agent_reply_at as "repliedAt", coalesce(c.queue_entry_position, 1) as position,
          extract(epoch from c.first_agent_reply_at - c.queued_at)::float8 / 60 as minutes
        from conversations c where c.account_id = $1 and c.group_key = g.key and c.first_agent_reply_at >= c.queued_at
          and c.routed_at > clock_timestamp() - interval '42 days' order by c.routed_at desc limit ${KNOWN}) r on true
      where g.account_id = $1 and ($2::text is null or g.key = $2) order by lower(g.name), g.key`,
    [actor.accountId, key],
  );
  const groups = Map.groupBy(rows, (row) => row.key);
  return { items: [...groups.values()].flatMap(waitsOf) };
}

function waitsOf(rows: readonly TicketRow[]): GroupWaits[] {
  const [first] = rows;
  if (!first) return [];
  const tickets = rows.flatMap(ticketOf).sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime());
  const seen = tickets.slice(-SHOWN).map((ticket) => ({
    number: ticket.number,
    queuedAt: ticket.queuedAt.toISOString(),
    position: ticket.position,
    minutes: Math.round(ticket.minutes * 10) / 10,
    estimate: estimateThen(tickets, ticket),
  }));
  const outcomes = seen.flatMap(({ minutes, estimate }) => (estimate ? [outcomeOf(minutes, estimate)] : []));
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  return [
    {
      group: { key: first.key, name: first.name },
      now: estimateWait(tickets, first.waiting + 1, first.now),
      seen,
      ...{ shorter: count('shorter'), within: count('within'), longer: count('longer') },
    },
  ];
}

function ticketOf({ number, queuedAt, routedAt, repliedAt, position, minutes }: TicketRow): Ticket[] {
  if (!queuedAt || !routedAt || !repliedAt || position === null || minutes === null) return [];
  return [{ number, queuedAt, routedAt, repliedAt, position, minutes }];
}
