import { expect, it } from 'vitest';
import { readAccountWishes } from './account-wishes';

it('needs a name and an address, and derives the rest', () => {
  expect(readAccountWishes({ name: 'Café Été & Cie', email: 'ada@example.com' })).toEqual({
    name: 'Café Été & Cie',
    email: 'ada@example.com',
    key: 'cafe-ete-cie',
    language: 'en',
    timeZone: 'UTC',
  });
});

it('names every argument that is wrong', () => {
  const wrong = { name: ' ', email: 'ada', key: 'A b', language: 'de', 'time-zone': 'Mars/Base' };
  expect(() => readAccountWishes(wrong)).toThrow(/--name .*\n--email .*\n--key .*\n--language .*\n--time-zone /);
});
