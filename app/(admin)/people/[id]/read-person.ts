import type { Context } from '@/lib/services/context';
import { listConversations } from '@/lib/services/conversations/read';
import { getCustomer, listCustomerTags } from '@/lib/services/customers/read';
import { listFirings } from '@/lib/services/firings/read';
import { loadReferences } from '@/lib/services/rules/references';

const CONVERSATIONS = 25;
const FIRINGS = 10;

/** A customer with the newest conversations (older than `cursor`) and firings. @throws AppError `not_found` */
export async function readPerson(context: Context, id: string, cursor: string | undefined) {
  const customer = await getCustomer(context, id);
  const [conversations, firings, tags, { byKind }] = await Promise.all([
    listConversations(context, { customer: customer.id, limit: CONVERSATIONS, ...(cursor && { cursor }) }),
    listFirings(context, { customer: customer.id, limit: FIRINGS }),
    listCustomerTags(context),
    loadReferences(context.db, context.actor.accountId),
  ]);
  const namesOf = (kind: 'group' | 'agent') =>
    Object.fromEntries([...(byKind.get(kind) ?? [])].map(([key, { name }]) => [key, name]));
  return {
    ...{ customer, conversations, tags, firings: firings.items },
    names: { group: namesOf('group'), agent: namesOf('agent') },
  };
}
