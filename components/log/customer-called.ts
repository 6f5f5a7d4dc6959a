import { isMadeId } from '@/components/ui/short-id';

interface Known {
  /** Of the caller, or one that Signalbox made: `visitor:…` of somebody in the widget, `email:…` of a sender. */
  id: string;
  name: string | null;
  email?: string | null;
}

type Words = (key: 'visitor' | 'unnamed') => string;

/** What a customer is called, as on the pages of customers: never by an id. */
export function customerCalled({ id, name, email }: Known, words: Words): string {
  const address = id.startsWith(SENDER) ? id.slice(SENDER.length) : null;
  return name || email || address || words(id.startsWith('visitor:') ? 'visitor' : 'unnamed');
}

/** The same where nothing else tells two customers apart: the caller's own id stands beside "Unnamed customer". */
export function customerLine(customer: Known, words: Words): string {
  const called = customerCalled(customer, words);
  return called === words('unnamed') && !isMadeId(customer.id) ? `${called} · ${customer.id}` : called;
}

const SENDER = 'email:';
