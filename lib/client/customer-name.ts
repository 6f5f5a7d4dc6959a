import type { Customer } from '@/lib/contracts/customer';

type Named = Pick<Customer, 'name' | 'email' | 'anonymous'>;
type Words = (key: 'visitor' | 'unnamed') => string;

/** What a customer is called in lists and titles. */
export function customerName({ name, email, anonymous }: Named, words: Words): string {
  return name || email || words(anonymous ? 'visitor' : 'unnamed');
}
