import { notFound } from '@/lib/contracts/app-error';
import type { EventQuery, ReadEvent, StoredEvent } from '@/lib/contracts/firing';
import type { Slice } from '@/lib/contracts/list';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { findConversation, visible, visibleTo } from '../conversations/find';
import { cursorOf } from '../conversations/read';
import { permit } from '../permit';
import { analysisOf } from './analysis';

type Row = Omit<StoredEvent, 'occurredAt' | 'receivedAt' | 'customer' | 'firings'> & {
  occurredAt: Date;
  receivedAt: Date;
  customerId: string | null;
  customerName: string | null;
  firings: StoredEvent['firings'] | null;
};

const SELECT = `select e.id, e.ext_id as "extId", e.type, e.occurred_at as "occurredAt", e.received_at as "receivedAt", c.ext_id as conversation,
  u.ext_id as "customerId", u.name as "customerName", e.payload, e.facts,
  (select jsonb_agg(jsonb_build_object('id', f.id, 'rule', f.rule_name, 'outcome', f.state) order by f.id) from firings f where f.account_id = e.account_id and f.event_id = e.id) as firings
  from events e left join conversations c on c.account_id = e.account_id and c.id = e.conversation_id
  left join customers u on u.account_id = e.account_id and u.id = e.customer_id`;
const VISIBLE = visible(2);

/** Events as received, newest first, with the facts that rules saw and what fired. */
export async function listEvents({ db, actor }: Context, query: EventQuery): Promise<Slice<StoredEvent>> {
  permit(actor, 'events.read');
  const conversation =
    query.conversation === undefined ? null : (await findConversation(db, actor, query.conversation)).id;
  const rows = await db.query<Row>(
    `${SELECT} where e.account_id = $1 and ${VISIBLE} and ($3::uuid is null or e.id < $3) and ($4::text is null or e.type = $4)
      and ($5::uuid is null or e.conversation_id = $5) order by e.id desc limit $6`,
    [actor.accountId, visibleTo(actor), cursorOf(query.cursor), query.type ?? null, conversation, query.limit + 1],
  );
  const items = rows.slice(0, query.limit).map(present);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** With how its message was sorted. @throws AppError `not_found` */
export async function getEvent({ db, actor }: Context, id: string): Promise<ReadEvent> {
  permit(actor, 'events.read');
  const [row] = isUuid(id)
    ? await db.query<Row>(`${SELECT} where e.account_id = $1 and ${VISIBLE} and e.id = $3`, [
        actor.accountId,
        visibleTo(actor),
        id,
      ])
    : [];
  if (!row) throw notFound('event', id);
  return { ...present(row), analysis: await analysisOf(db, actor.accountId, row.id) };
}

function present({ customerId, customerName, firings, ...row }: Row): StoredEvent {
  return {
    ...row,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    customer: customerId === null ? null : { id: customerId, name: customerName },
    firings: firings ?? [],
  };
}
