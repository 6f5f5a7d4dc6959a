/** What a widget tells beside messages: typing, how far it has read, where it is. */
import type { Database } from '@/db/client';
import type { PageInput } from '@/lib/contracts/widget';
import { noteVisit } from '@/lib/services/widget/begin-session';
import type { WidgetSession } from '@/lib/services/widget/find-session';
import { readHead } from '@/lib/services/widget/read-conversation';
import { tellHints } from '../hints';
import { tellPassing } from '../realtime/passing';

/** Agents who look at the conversation see it; stored nowhere. Of a suspended customer nothing is seen. */
export async function tellTyping(database: Database, session: WidgetSession, typing: boolean): Promise<void> {
  const head = await readHead(database, session);
  if (!head || head.view.phase === 'ended' || session.customer.suspended) return;
  const { accountId: account, customer } = session;
  tellPassing(database, {
    ...{ account, topic: 'typing', conversation: head.id, by: 'customer', who: customer.id, active: typing },
    name: customer.name ?? '',
  });
}

/** How far the customer has read the conversation; never backwards. */
export async function tellRead(database: Database, session: WidgetSession, seq: number): Promise<void> {
  const head = await readHead(database, session);
  if (!head) return;
  const moved = await database.query(
    `update conversations set customer_read_seq = least($3::integer, message_seq) where account_id = $1 and id = $2
      and customer_read_seq < least($3::integer, message_seq) returning 1 as one`,
    [session.accountId, head.id, seq],
  );
  if (moved.length === 0) return;
  tellHints(database, [{ account: session.accountId, topic: 'conversation', id: head.id, seq: head.view.lastSeq }]);
}

/** Where the customer is now. The language of the page is what the customer reads from now on. */
export async function tellPage(database: Database, session: WidgetSession, input: PageInput): Promise<void> {
  const { language = null, ...page } = input;
  await noteVisit(database, session, { language, page });
}
