import { isMadeId } from '@/components/ui/short-id';
import type { Customer } from '@/lib/contracts/customer';

interface Known {
  /** Of the caller, or one that Signalbox made: `visitor:…` of somebody in the widget, `email:…` of a sender. */
  id: string;
  name: string | null;
  email?: string | null;
}

/** Of `shell.customer`. */
type Words = (key: 'visitor' | 'unnamed') => string;

/** What a customer is called in lists and titles. */
export function customerName(
  { name, email, anonymous }: Pick<Customer, 'name' | 'email' | 'anonymous'>,
  words: Words,
): string {
  return name || email || words(anonymous ? 'visitor' : 'unnamed');
}

/** `customerName` where only the id tells what kind of customer it is. */
export function customerCalled({ id, name, email }: Known, words: Words): string {
  const address = id.startsWith(SENDER) ? id.slice(SENDER.length) : null;
  return customerName({ name, email: email ?? address, anonymous: id.startsWith('visitor:') }, words);
}

/** The same where nothing else tells two customers apart: the caller's own id stands beside "Unnamed customer". */
export function customerLine(customer: Known, words: Words): string {
  const called = customerCalled(customer, words);
  return called === words('unnamed') && !isMadeId(customer.id) ? `${called} · ${customer.id}` : called;
}

const SENDER = 'email:';
