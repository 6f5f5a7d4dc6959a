import { notFound } from '@/lib/contracts/app-error';
import type { Slice } from '@/lib/contracts/list';
import type { Mail, MailQuery, MailSummary } from '@/lib/contracts/mail';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { readCursor, writeCursor } from '../cursor';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';

type Row<T extends MailSummary> = Omit<T, 'at'> & { at: Date };

const conversation = 'left join conversations c on c.account_id = m.account_id and c.id = m.conversation_id';

/** As exact as the cursor can say it. */
const at = `date_trunc('milliseconds', m.created_at) as at`;

const kept = `select m.id::text as id, m.state, to_jsonb(m.recipients) as "to", m.subject, c.ext_id as conversation, ${at}`;

/** What was never sent has no mail, only a delivery: an answer of a conversation, or what a step has written. */
const failed = `select m.idempotency_key as id, 'failed' as state,
    to_jsonb(array_remove(array[coalesce(m.payload -> 'plan' ->> 'to', u.email)], null)) as "to",
    coalesce(m.payload -> 'plan' ->> 'subject', c.subject, '') as subject, c.ext_id as conversation, ${at}`;
const ofFailed = `from deliveries m ${conversation} left join customers u on u.account_id = c.account_id and u.id = c.customer_id`;
const isFailed = `m.account_id = $1 and m.kind = 'mail' and m.state = 'failed'`;

/** As exact as the database keeps it, and in order as a text. */
const moment = `to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment`;

/** What follows the cursor, in the order of an index; of each side no more than the page holds. */
const following = (id: string) => `m.created_at <= coalesce($4::timestamptz, 'infinity')
  and (m.created_at < coalesce($4::timestamptz, 'infinity') or ${id}::text < $5)
  order by m.created_at desc, ${id} desc limit $6`;

const LIST = `(${kept}, ${moment} from mails m ${conversation} where m.account_id = $1 and m.direction = 'out'
    and $2::text is distinct from 'failed' and ($2::text is null or m.state = $2) and ($3::text is null or exists (select 1 from unnest(m.recipients) a where a ilike $3))
    and ${following('m.id')})
  union all (${failed}, ${moment} ${ofFailed} where ${isFailed} and coalesce($2::text, 'failed') = 'failed'
    and ($3::text is null or coalesce(m.payload -> 'plan' ->> 'to', u.email) ilike $3) and ${following('m.idempotency_key')})
  order by moment desc, id desc limit $6`;

/** Newest first. @throws AppError `forbidden`, `invalid` */
export async function listMails({ db, actor }: Context, query: MailQuery): Promise<Slice<MailSummary>> {
  permit(actor, 'mails.read');
  const [before, id] = readCursor(query.cursor, 2) ?? [null, null];
  const values = [actor.accountId, query.state ?? null, searchPattern(query.search), before, id, query.limit + 1];
  const rows = await db.query<Row<MailSummary> & { moment: string }>(LIST, values);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ moment: _, ...row }) => present<MailSummary>(row)),
    next: rows.length > query.limit && last ? writeCursor([last.moment, last.id]) : null,
  };
}

/** @throws AppError `forbidden`, `not_found` */
export async function getMail({ db, actor }: Context, id: string): Promise<Mail> {
  permit(actor, 'mails.read');
  const [row] = isUuid(id)
    ? await db.query<Row<Mail>>(
        `${kept}, m.sender as "from", m.text, m.html, m.headers, m.files, case when m.error is not null
            then jsonb_build_object('code', 'returned', 'detail', coalesce(m.error ->> 'detail', m.error ->> 'status')) end as problem
          from mails m ${conversation} where m.account_id = $1 and m.direction = 'out' and m.id = $2::uuid`,
        [actor.accountId, id],
      )
    : await db.query<Row<Mail>>(
        `${failed}, null as "from", coalesce(m.payload -> 'plan' ->> 'text', said.body, '') as text, null as html,
            '{}'::jsonb as headers, '[]'::jsonb as files,
            jsonb_build_object('code', coalesce(m.last_error ->> 'code', 'unknown'), 'detail', m.last_error ->> 'detail') as problem
          ${ofFailed} left join messages said on said.account_id = m.account_id and said.conversation_id = m.conversation_id
            and said.seq = (m.payload -> 'plan' ->> 'seq')::int
          where ${isFailed} and m.idempotency_key = $2`,
        // No text of the database holds a zero.
        [actor.accountId, id.replaceAll('\u0000', '')],
      );
  if (!row) throw notFound('mail', id);
  return present(row);
}

/** Whether mails are sent; until a mailbox has been connected, they are caught. @throws AppError `forbidden` */
export async function mailboxConnected({ db, actor }: Context): Promise<boolean> {
  permit(actor, 'mails.read');
  const [row] = await db.query<{ connected: boolean }>(
    `select exists (select 1 from integrations where account_id = $1 and kind = 'mail') as connected`,
    [actor.accountId],
  );
  return row?.connected ?? false;
}

function present<T extends MailSummary>(row: Row<T>): T {
  return { ...row, at: iso(row.at) } as T;
}
