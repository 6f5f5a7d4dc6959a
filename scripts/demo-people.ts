/** What the team knows of the demo's customers, and whom it has suspended. */
import { suspendCustomer } from '@/lib/runtime/conversations/suspension';
import type { Context } from '@/lib/services/context';
import { listCustomers } from '@/lib/services/customers/read';
import { updateCustomer } from '@/lib/services/customers/update';

const KNOWN: readonly { name: string; email: string; tags: string[] }[] = [
  { name: 'Émile Garnier', email: 'emile.garnier@example.com', tags: ['e-bike', 'workshop plan'] },
  { name: 'Hannah Weiss', email: 'hannah.weiss@example.org', tags: ['vip'] },
  { name: 'Noor Haddad', email: 'noor@example.net', tags: ['vip', 'e-bike', 'newsletter'] },
];
const SUSPENDED = { name: 'Luca Ferri', reason: 'Insulted two agents on 9 November; warned before.' };

export async function tellAboutPeople(context: Context): Promise<void> {
  for (const { name, ...known } of KNOWN) await updateCustomer(context, await idOf(context, name), known);
  const { name, reason } = SUSPENDED;
  await suspendCustomer(context, await idOf(context, name), { scope: 'messaging', reason });
}

async function idOf(context: Context, search: string): Promise<string> {
  const { items } = await listCustomers(context, { search, page: 1, pageSize: 1 });
  const [found] = items;
  if (!found) throw new Error(`The demo has no customer ${search}`);
  return found.id;
}
