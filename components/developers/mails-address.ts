import { type MailState, mailStates } from '@/lib/contracts/mail';

/** What the address of the list of mails says; empty means everything. */
export interface MailFilters {
  search: string;
  state: MailState | '';
}

export const MAILS = '/developers/mails';

export function readMailFilters({ search, state }: { search: string; state: string }): MailFilters {
  return { search: search.slice(0, 200), state: mailStates.find((each) => each === state) ?? '' };
}

/** Address of the list of mails. */
export function mailsAddress(filters: MailFilters, cursor = ''): string {
  const given = Object.entries({ ...filters, cursor }).filter(([, value]) => value !== '');
  return given.length === 0 ? MAILS : `${MAILS}?${new URLSearchParams(given)}`;
}

export function mailAddress(id: string): string {
  return `${MAILS}/${encodeURIComponent(id)}`;
}
