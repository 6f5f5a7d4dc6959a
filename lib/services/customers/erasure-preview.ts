import type { Queries } from '@/db/client';
import type { Erasure } from '@/lib/contracts/customer';
import type { Context } from '../context';
import { permit } from '../permit';
import { searchPattern } from '../search-pattern';
import { readCustomer } from './read';

/** What erasing would remove; changes nothing. @throws AppError `forbidden`, `not_found` */
export async function previewErasure({ db, actor }: Context, idOrKey: string): Promise<Erasure> {
  permit(actor, 'customers.erase');
  const { id } = await readCustomer(db, actor.accountId, idOrKey);
  return readErasure(db, actor.accountId, id);
}

/** Whose data goes: the customer, then whoever was merged into it; their conversations and addresses. */
export async function readErased(tx: Queries, accountId: string, id: string) {
  const customers = await tx.query<{ id: string; email: string | null }>(
    `select id, email from customers where account_id = $1 and (id = $2 or merged_into = $2)
      order by (id = $2) desc, ext_id for no key update`,
    [accountId, id],
  );
  const ids = customers.map((each) => each.id);
  const conversations = await tx.query<{ id: string; extId: string; running: boolean }>(
    `select id, ext_id as "extId", phase <> 'ended' as running from conversations
      where account_id = $1 and customer_id = any($2::uuid[]) order by ext_id for no key update`,
    [accountId, ids],
  );
  const identities = await tx.query<{ value: string }>(
    `select value from customer_identities where account_id = $1 and customer_id = any($2::uuid[]) and kind = 'email'`,
    [accountId, ids],
  );
  const emails = [...customers.map(({ email }) => email ?? ''), ...identities.map(({ value }) => value)];
  return { customers: ids, conversations, emails: emails.filter(Boolean).map((email) => email.toLowerCase()) };
}

/** Counted before anything is removed. */
export async function readErasure(tx: Queries, accountId: string, id: string): Promise<Erasure> {
  const [row] = await tx.query<Erasure['removes'] & { running: number }>(
    `with people as (select id from customers where account_id = $1 and (id = $2 or merged_into = $2)),
      mine as (select id, phase from conversations where account_id = $1 and customer_id in (select id from people))
      select (select count(*)::int from mine) as conversations, (select count(*)::int from mine where phase <> 'ended') as running,
        (select count(*)::int from messages where account_id = $1 and conversation_id in (select id from mine)) as messages,
        (select count(*)::int from attachments where account_id = $1 and (conversation_id in (select id from mine)
          or (uploader_kind = 'customer' and uploader_id in (select id::text from people)))) as attachments,
        (select count(*)::int from events where account_id = $1 and conversation_id in (select id from mine)) as events,
        (select count(*)::int from firings where account_id = $1 and conversation_id in (select id from mine)) as firings,
        (select count(*)::int from mails where account_id = $1 and conversation_id in (select id from mine)) as mails,
        (select count(*)::int from customer_identities where account_id = $1 and customer_id in (select id from people)) as identities,
        (select count(*)::int from widget_sessions where account_id = $1 and customer_id in (select id from people)) as sessions`,
    [accountId, id],
  );
  if (!row) throw new Error('Counting answered nothing');
  const { running, ...removes } = row;
  return { removes, running, rules: await rulesNaming(tx, accountId, id) };
}

/** Rules that hold an address or id of the person, each once. */
async function rulesNaming(tx: Queries, accountId: string, id: string): Promise<Erasure['rules']> {
  const words = await tx.query<{ word: string }>(
    `select email as word from customers where account_id = $1 and id = $2 and email is not null
      union select ext_id from customers where account_id = $1 and id = $2 and length(ext_id) > 5
      union select value from customer_identities where account_id = $1 and customer_id = $2 and kind <> 'session'
        and length(value) > 5`,
    [accountId, id],
  );
  if (words.length === 0) return [];
  const patterns = words.map(({ word }) => searchPattern(JSON.stringify(word).slice(1, -1)));
  return tx.query<Erasure['rules'][number]>(
    `select id, family, name from rules where account_id = $1 and deleted_at is null
      and (body::text ilike any($2::text[]) or name ilike any($2::text[]) or description ilike any($2::text[])) order by name limit 50`,
    [accountId, patterns],
  );
}
