import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { visible, visibleTo } from '../conversations/find';
import { iso, isoOrNull } from '../search-pattern';

const MOST_PAST = 10;
const EXCERPT_CHARACTERS = 120;

type Customer = WorkspaceConversation['customer'];
type Row = Omit<Customer, 'firstSeenAt' | 'lastSeenAt' | 'page' | 'suspension'> & {
  firstSeenAt: Date;
  lastSeenAt: Date;
  suspension: (Omit<NonNullable<Customer['suspension']>, 'at'> & { at: string }) | null;
  page: { url?: unknown; title?: unknown } | null;
  pageSeenAt: Date | null;
  here: boolean | null;
};

/** The customer beside a conversation: who it is, by what, and where in the site. */
export async function readConversationCustomer(db: Queries, accountId: string, id: string): Promise<Customer> {
  const [row] = await db.query<Row>(
    `select u.id as uuid, u.ext_id as id, u.name, u.email, u.email_verified as "emailVerified", u.anonymous, u.language, u.tags,
        u.suspended, u.previous_conversations as "previousConversations", u.first_seen_at as "firstSeenAt",
        greatest(u.last_seen_at, w.seen_at) as "lastSeenAt",
        coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) order by i.kind, i.created_at)
          from customer_identities i where i.account_id = u.account_id and i.customer_id = u.id
          and i.kind <> 'session'), '[]') as identities,
        case when s.id is not null then jsonb_build_object('scope', s.scope, 'reason', s.reason, 'by', s.by_name, 'at', s.at)
          end as suspension,
        w.page, w.seen_at as "pageSeenAt", w.seen_at > clock_timestamp() - interval '60 seconds' as here
      from customers u
      left join suspensions s on s.account_id = u.account_id and s.customer_id = u.id and s.lifted_at is null
      left join lateral (select page, seen_at from widget_sessions w where w.account_id = u.account_id
        and w.customer_id = u.id and w.page is not null order by w.seen_at desc limit 1) w on true
      where u.account_id = $1 and u.id = $2`,
    [accountId, id],
  );
  if (!row) throw new Error('A conversation has a customer');
  const { page, pageSeenAt, here, suspension, ...customer } = row;
  return {
    ...customer,
    firstSeenAt: iso(row.firstSeenAt),
    lastSeenAt: iso(row.lastSeenAt),
    suspension: suspension && { ...suspension, at: iso(new Date(suspension.at)) },
    page: typeof page?.url === 'string' && pageSeenAt ? pageOf(page.url, page.title, pageSeenAt, here === true) : null,
  };
}

function pageOf(url: string, title: unknown, seenAt: Date, here: boolean): Customer['page'] {
  return { url, title: typeof title === 'string' && title !== '' ? title : null, seenAt: iso(seenAt), here };
}

type Past = WorkspaceConversation['past'];
type PastRow = Omit<Past['items'][number], 'createdAt' | 'endedAt'> & {
  createdAt: Date;
  endedAt: Date | null;
  total: number;
};

/** The customer's other conversations that the actor may see, newest first. */
export async function readPast(db: Queries, actor: Actor, customer: string, except: string): Promise<Past> {
  const rows = await db.query<PastRow>(
    `select c.id, c.ext_id as key, c.number::int as number, c.phase, c.created_at as "createdAt", c.ended_at as "endedAt",
        jsonb_build_object('key', c.channel_key, 'name', coalesce(ch.name, c.channel_key)) as channel,
        coalesce(a.name, c.assignee_key) as assignee, count(*) over ()::int as total,
        coalesce((select left(m.body, ${EXCERPT_CHARACTERS}) from messages m where m.account_id = c.account_id
          and m.conversation_id = c.id and m.author_kind = 'customer' order by m.seq limit 1), '') as excerpt
      from conversations c left join channels ch on ch.account_id = c.account_id and ch.key = c.channel_key
      left join agents a on a.account_id = c.account_id and a.key = c.assignee_key
      where c.account_id = $1 and c.customer_id = $2 and c.id <> $3 and ${visible(4)} order by c.id desc limit ${MOST_PAST}`,
    [actor.accountId, customer, except, visibleTo(actor)],
  );
  const items = rows.map(({ total: _, ...row }) => ({
    ...row,
    createdAt: iso(row.createdAt),
    endedAt: isoOrNull(row.endedAt),
  }));
  return { total: rows[0]?.total ?? 0, items };
}
