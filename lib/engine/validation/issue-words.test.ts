import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { messagesFor } from '@/lib/messages/catalogue';

const here = new URL('.', import.meta.url).pathname;

it('has words for every code that validation and warnings can answer', () => {
  const sources = readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => readFileSync(`${here}/${file}`, 'utf8'));
  sources.push(readFileSync(`${here}/../regex/warnings.ts`, 'utf8'));
  sources.push(readFileSync(`${here}/../liquid/check-text.ts`, 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/\.add\(\s*[^,]+(?:\([^)]*\))?,\s*'([a-z_]+)'|code: '([a-z_]+)'/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
  expect(codes.length).toBeGreaterThan(20);
  const { issue } = messagesFor('en').errors;
  expect([...new Set(codes)].filter((code) => !(code in issue))).toEqual([]);
});
