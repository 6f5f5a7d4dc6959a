import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LiteralSearch } from './literal-search';

const letters = fc.constantFrom('a', 'b', 'c', 'A', 'é', '\ud801', '\udc00', 'd', 'e', 'f');
const word = (maxLength: number) => fc.array(letters, { minLength: 1, maxLength }).map((all) => all.join(''));

it('finds each literal of a text once, while literals are added between the texts', () => {
  const rounds = fc.array(fc.tuple(fc.array(word(5), { maxLength: 6 }), word(40)), { maxLength: 12 });
  fc.assert(
    fc.property(rounds, (all) => {
      const search = new LiteralSearch();
      const literals: string[] = [];
      for (const [added, text] of all) {
        for (const literal of added) literals[search.add(literal)] = literal;
        const found: number[] = [];
        search.scan(text, (literal) => void found.push(literal));
        expect(found.map((number) => literals[number] ?? '').sort()).toEqual(
          literals.filter((literal) => text.includes(literal)).sort(),
        );
      }
    }),
    { numRuns: 500 },
  );
});

it('lowers ASCII texts itself and hands others back', () => {
  const search = new LiteralSearch();
  search.add('he');
  search.add('she');
  search.add('hers');
  const found = new Set<number>();
  expect(search.scanAscii('USHERS', (literal) => found.add(literal))).toBe(true);
  expect([...found].sort()).toEqual([0, 1, 2]);
  expect(search.scanAscii('ushér', () => undefined)).toBe(false);
});

it('takes time in proportion to the text, whatever the literals', () => {
  const search = new LiteralSearch();
  for (let length = 1; length <= 256; length++) search.add('a'.repeat(length));
  let calls = 0;
  search.scan('a'.repeat(100_000), () => calls++);
  expect(calls).toBe(256);
});
