import type { Queries } from '@/db/client';
import type { CustomerExport } from '@/lib/contracts/customer';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { readCustomer } from './read';

/**
 * Everything that is kept about one person, internal notes too; files by name and address. Stands in the change
 * history. @throws AppError `forbidden`, `not_found`
 */
export async function exportCustomer({ db, actor }: Context, idOrKey: string): Promise<CustomerExport> {
  permit(actor, 'customers.export');
  const { accountId } = actor;
  return db.transaction(async (tx) => {
    const customer = await readCustomer(tx, accountId, idOrKey);
    const { id, key, name } = customer;
    const mine = (sql: string) => stored(tx, sql, [accountId, id]);
    const answer: CustomerExport = {
      ...{ format: 'signalbox.customer/1', exportedAt: new Date().toISOString(), customer },
      merged: (await mine('from customers t where account_id = $1 and merged_into = $2')).map(({ extId }) =>
        String(extId),
      ),
      sessions: await mine('from widget_sessions t where account_id = $1 and customer_id = $2 order by id'),
      conversations: await readConversations(tx, accountId, id),
      looseAttachments: await files(
        tx,
        `conversation_id is null and uploader_kind = 'customer' and uploader_id = $2::uuid::text`,
        [accountId, id],
      ),
      proactiveInteractions: await mine(
        'from proactive_interactions t where account_id = $1 and customer_id = $2 order by id',
      ),
      proactiveViews: await mine('from proactive_views t where account_id = $1 and customer_id = $2 order by at'),
      deliveries: await mine(
        `from (select d.kind, w.name as webhook, w.url, d.state, d.created_at, d.done_at, d.conversation_id from deliveries d
          left join webhooks w on w.account_id = d.account_id and w.id = d.webhook_id where d.account_id = $1
          and d.conversation_id in (select id from conversations where account_id = $1 and customer_id = $2)
          order by d.created_at) t`,
      ),
      changes: await mine(
        `from changes t where account_id = $1 and entity_kind = 'customer' and entity_id = $2::uuid::text order by id`,
      ),
    };
    await record(tx, actor, { kind: 'customer', id, name: name ?? key, verb: 'exported' });
    return answer;
  });
}

async function readConversations(tx: Queries, accountId: string, id: string): Promise<CustomerExport['conversations']> {
  const conversations = await stored(
    tx,
    'from conversations t where account_id = $1 and customer_id = $2 order by id',
    [accountId, id],
  );
  const params = [accountId, conversations.map((each) => String(each.id))];
  const of = (table: string, order: string) =>
    stored(tx, `from ${table} t where account_id = $1 and conversation_id = any($2::uuid[]) order by ${order}`, params);
  const parts = {
    messages: await of('messages', 'seq'),
    attachments: await files(tx, 'conversation_id = any($2::uuid[])', params),
    events: await of('events', 'seq'),
    firings: await of('firings', 'id'),
    mails: await of('mails', 'id'),
  };
  const steps = Map.groupBy(await of('firing_steps', 'firing_id, step'), ({ firingId }) => firingId);
  const within = <Name extends keyof typeof parts>(name: Name, conversation: unknown) =>
    parts[name].filter(({ conversationId }) => conversationId === conversation);
  return conversations.map((conversation) => ({
    ...conversation,
    messages: within('messages', conversation.id),
    attachments: within('attachments', conversation.id),
    events: within('events', conversation.id),
    firings: within('firings', conversation.id).map((firing) => ({ ...firing, steps: steps.get(firing.id) ?? [] })),
    mails: within('mails', conversation.id),
  }));
}

async function files(tx: Queries, condition: string, params: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const rows = await stored(
    tx,
    `from (select id, conversation_id, message_seq, name, media_type, size, created_at from attachments
      where account_id = $1 and ${condition} order by id) t`,
    params,
  );
  return rows.map((row) => ({ ...row, address: `/api/v1/attachments/${row.id}` }));
}

/** Rows as they are stored, in our spelling; without the account's id and what proves a session. */
async function stored(tx: Queries, from: string, params: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const rows = await tx.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) - '{account_id,token_hash}'::text[] as row ${from}`,
    [...params],
  );
  return rows.map(({ row }) => Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])));
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
