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
        search.scan(text, (literal) => found.push(literal) > 0);
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
  const found: number[] = [];
  expect(search.scanAscii('USHERS', (literal) => found.push(literal) > 0)).toBe(true);
  expect(found.sort()).toEqual([0, 1, 2]);
  expect(search.scanAscii('he ushér', (literal) => found.push(literal) > 0)).toBe(false);
  expect(found).toHaveLength(3);
});

it('tells every place of a literal until one is enough', () => {
  const places = fc.array(fc.constantFrom('a', 'b', 'A'), { maxLength: 30 }).map((all) => all.join(''));
  const literals = ['a', 'ab', 'bab', 'b', 'aba'];
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 4 }), (text, enough) => {
      const search = new LiteralSearch();
      for (const literal of literals) search.add(literal);
      const ends = literals.map((): number[] => []);
      search.scanAscii(text, (literal, end) => (ends[literal]?.push(end) ?? 0) >= enough);
      expect(ends).toEqual(literals.map((literal) => endsOf(literal, text.toLowerCase()).slice(0, enough)));
    }),
    { numRuns: 500 },
  );
});

it('finds the same when its table of steps has been full several times', () => {
  const search = new LiteralSearch();
  // More states than the table has rows.
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const literals = [...letters].flatMap((one) => [...letters].map((two) => `${one}${two}${one}#${two}${two}${one}`));
  const doubled = literals.flatMap((literal) => [`${literal}-${literal}`, `${literal}+${literal}`]);
  for (const literal of doubled) search.add(literal);
  for (const text of [doubled.join(' '), doubled.toReversed().join('.'), doubled.join('')]) {
    const found: number[] = [];
    search.scanAscii(text, (literal) => found.push(literal) > 0);
    expect(found.map((number) => doubled[number] ?? '').sort()).toEqual([...doubled].sort());
  }
});

it('takes time in proportion to the text, whatever the literals', () => {
  const search = new LiteralSearch();
  for (let length = 1; length <= 256; length++) search.add('a'.repeat(length));
  let calls = 0;
  search.scan('a'.repeat(100_000), () => ++calls > 0);
  expect(calls).toBe(256);
});

function endsOf(literal: string, text: string): number[] {
  return [...text].map((_, end) => end + 1).filter((end) => text.slice(0, end).endsWith(literal));
}
