import { describe, expect, it } from 'vitest';
import { copyName } from './names';

const among =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);

describe('the name of a copy', () => {
  it.each([
    ['First Reply', 'en', [], 'First Reply (copy)'],
    ['First Reply', 'en', ['first reply (copy)'], 'First Reply (copy 2)'],
    ['First Reply (copy)', 'en', ['first reply (copy)'], 'First Reply (copy 2)'],
    ['First Reply (copy 2)', 'en', ['first reply (copy)', 'first reply (copy 2)'], 'First Reply (copy 3)'],
    ['First Reply', 'fr', ['first reply (copie)'], 'First Reply (copie 2)'],
    ['x'.repeat(120), 'en', [], `${'x'.repeat(113)} (copy)`],
  ] as const)('of %s in %s', (name, language, taken, expected) => {
    expect(copyName(name, language, among(...taken))).toBe(expected);
  });
});
