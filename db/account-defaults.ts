import type { Queries } from './database';
import { accounts, brands, channels, groups, ruleSets, statuses } from './schema';
import type { StatusFlags } from './schema/tickets';
import { uuidV7 } from './uuid-v7';

export interface NewAccount {
  key: string;
  name: string;
  language?: 'en' | 'fr';
  timeZone?: string;
  settings?: Record<string, unknown>;
  id?: string;
  now?: Date;
}

export interface CreatedAccount {
  accountId: string;
  brandId: string;
  groupId: string;
  channelId: string;
}

/**
 * Inserts an account with what everything else refers to: rule set, brand `main`, group `support`,
 * channel `api` and the system's statuses. Names are in the account's language, keys never change.
 */
export async function createAccount(tx: Queries, account: NewAccount): Promise<CreatedAccount> {
  const { key, name, language = 'en', timeZone = 'UTC', settings = {}, now = new Date() } = account;
  const created = {
    accountId: account.id ?? uuidV7(),
    brandId: uuidV7(),
    groupId: uuidV7(),
    channelId: uuidV7(),
  };
  const { accountId, brandId, groupId, channelId } = created;
  const times = { createdAt: now, updatedAt: now };
  const words = defaultNames[language];

  await tx.drizzle.insert(accounts).values({ id: accountId, key, name, language, timeZone, settings, createdAt: now });
  await tx.drizzle.insert(ruleSets).values({ accountId, version: 1 });
  await tx.drizzle.insert(brands).values({ accountId, id: brandId, key: 'main', name, ...times });
  await tx.drizzle.insert(groups).values({ accountId, id: groupId, key: 'support', name: words.support, ...times });
  await tx.drizzle.insert(channels).values({
    ...{ accountId, id: channelId, key: 'api', name: 'API', kind: 'api', brandId, defaultGroupId: groupId },
    settings: { language },
    ...times,
  });
  await tx.drizzle.insert(statuses).values(
    systemStatuses.map((status, position) => ({
      ...{ accountId, id: uuidV7(), ...status, name: words[status.key], system: true, position },
      ...times,
    })),
  );
  return created;
}

type StatusKey = 'new' | 'open' | 'pending' | 'in_pending' | 'solved' | 'closed' | 'spam';

const flags = (requiresResponse: boolean, visibleInInbox: boolean, openOnNewMessage: boolean): StatusFlags => ({
  requiresResponse,
  visibleInInbox,
  openOnNewMessage,
});

/** spec/workflows.md, "Tickets". Colours are names of the interface's tokens. */
const systemStatuses: { key: StatusKey; class: 'open' | 'closed'; colour: string; flags: StatusFlags }[] = [
  { key: 'new', class: 'open', colour: 'blue', flags: flags(true, true, true) },
  { key: 'open', class: 'open', colour: 'red', flags: flags(true, true, false) },
  { key: 'pending', class: 'open', colour: 'amber', flags: flags(false, true, true) },
  { key: 'in_pending', class: 'open', colour: 'violet', flags: flags(false, true, true) },
  { key: 'solved', class: 'closed', colour: 'green', flags: flags(false, true, true) },
  { key: 'closed', class: 'closed', colour: 'grey', flags: flags(false, false, false) },
  { key: 'spam', class: 'closed', colour: 'grey', flags: flags(false, false, false) },
];

const defaultNames: Record<'en' | 'fr', Record<StatusKey | 'support', string>> = {
  en: {
    support: 'Support',
    ...{ new: 'New', open: 'Open', pending: 'Pending', in_pending: 'In pending' },
    ...{ solved: 'Solved', closed: 'Closed', spam: 'Spam' },
  },
  fr: {
    support: 'Support',
    ...{ new: 'Nouveau', open: 'Ouvert', pending: 'En attente', in_pending: 'Mis en attente' },
    ...{ solved: 'Résolu', closed: 'Clos', spam: 'Spam' },
  },
};
