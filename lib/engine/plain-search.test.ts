import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlain, plainSearch } from './plain-search';
import { compile } from './regex';

const pieces = [
  'ab',
  '(?:ab|Sb)',
  'a',
  'b',
  'S',
  ' ',
  'a?',
  'b+',
  '\\d',
  '\\w+',
  '\\b',
  '(?:a|S b)',
  '(?:|b)',
  '.*',
  'a{2}',
  '\\.',
  '#',
  '_',
];
const pattern = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((inside) => `.*${inside.join('')}.*`);
const text = fc.array(fc.constantFrom('a', 'b', 's', 'S', 'A', ' ', '1', '_', '.', '#', '\r', '\t'), { maxLength: 12 });

it('answers as the exact matcher does', () => {
  let recognised = 0;
  fc.assert(
    fc.property(pattern, text, fc.boolean(), (source, letters, ignoreCase) => {
      const search = plainSearch(source, { ignoreCase });
      const compiled = compile(source, { ignoreCase });
      if (!search || !compiled.ok) return;
      recognised++;
      expect(search(letters.join(''))).toBe(compiled.regex.test(letters.join('')));
    }),
    { numRuns: 3_000 },
  );
  expect(recognised).toBeGreaterThan(1_000);
});

it('answers as the exact matcher does about words alone', () => {
  const word = fc.constantFrom('ab', 'a', '(?:ab|S b)', '(?:a|ab|_)', 'S#', ' a', 'as?', '(?:a|S)b? ', 'a?b');
  const edge = fc.constantFrom('', '\\b');
  fc.assert(
    fc.property(edge, word, edge, text, fc.boolean(), (before, inside, after, letters, ignoreCase) => {
      const source = `.*${before}${inside}${after}.*`;
      const compiled = compile(source, { ignoreCase });
      const search = plainSearch(source, { ignoreCase });
      expect(search?.(letters.join(''))).toBe(compiled.ok && compiled.regex.test(letters.join('')));
    }),
    { numRuns: 3_000 },
  );
});

it('leaves everything else to the exact matcher', () => {
  const others = [
    'a',
    '.*a',
    'a|.*b.*',
    '.*a|b.*',
    '.*(a+)+.*',
    '.*a++.*',
    '.*a+?.*',
    '.*\\s.*',
    '.*é.*',
    '(?s).*a.*',
    '.*a+b+c+.*',
  ];
  for (const other of others) expect(plainSearch(other, { ignoreCase: true }), other).toBeUndefined();
  expect(isPlain('one\nline')).toBe(false);
  expect(isPlain('ſ')).toBe(false);
});
