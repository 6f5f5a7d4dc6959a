/** Under what the browser keeps what it has read; pages made on the server hand over under the same keys. */
import type { WorkspaceView } from '@/lib/contracts/workspace';

/** What a list shows. Empty strings mean no filter. */
export interface ListFilter {
  view: WorkspaceView;
  search: string;
  group: string;
}

/** Rows of one page of a list. */
export const LIST_ROWS = 50;

/** What the admin center shows of who is online. */
export const presenceKeys = { users: ['team'], account: ['account-status'] } as const;

export const workspaceKeys = {
  me: ['workspace', 'me'],
  counts: ['workspace', 'counts'],
  colleagues: ['workspace', 'colleagues'],
  lists: ['workspace', 'list'],
  list: (filter: ListFilter) => ['workspace', 'list', filter],
  conversations: ['workspace', 'conversation'],
  conversation: (id: string) => ['workspace', 'conversation', id],
  mails: (id: string) => ['workspace', 'mails', id],
  firings: (id: string) => ['workspace', 'firings', id],
  /** Below the firings: it is read anew with them. */
  replyDraft: (id: string) => ['workspace', 'firings', id, 'draft'],
} as const;
