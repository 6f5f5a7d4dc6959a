import { describe, expect, it } from 'vitest';
import { customerCalled, customerLine } from './customer-name';

const words = (key: 'visitor' | 'unnamed') => ({ visitor: 'Anonymous visitor', unnamed: 'Unnamed customer' })[key];
const made = '01a1ff4a-3ed3-7406-bb1c-5c4d64076bde';

describe('a customer', () => {
  it.each([
    [{ id: 'u-1', name: 'Zoe', email: 'zoe@example.org' }, 'Zoe', 'Zoe'],
    [{ id: 'u-1', name: null, email: 'zoe@example.org' }, 'zoe@example.org', 'zoe@example.org'],
    [{ id: 'email:zoe@example.org', name: null }, 'zoe@example.org', 'zoe@example.org'],
    [{ id: `visitor:${made}`, name: null }, 'Anonymous visitor', 'Anonymous visitor'],
    [{ id: `erased:${made}`, name: null }, 'Unnamed customer', 'Unnamed customer'],
    [{ id: 'u-1', name: null }, 'Unnamed customer', 'Unnamed customer · u-1'],
  ])('%o', (customer, called, line) => {
    expect(customerCalled(customer, words)).toBe(called);
    expect(customerLine(customer, words)).toBe(line);
  });
});
