import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { referenceText } from './make-reference';

it('docs/reference.md says what the definitions say (npm run reference writes it)', () => {
  expect(readFileSync('docs/reference.md', 'utf8')).toBe(`${referenceText()}\n`);
});
