import { describe, expect, it } from 'vitest';
import { isMadeId, shortId } from './short-id';

const [a, b] = ['01a1ff4a-3ed3-7406-bb1c-5c4d64076bde', '01a1ff47-d9cd-739b-8d48-bf4f5b71364c'];

describe('an id', () => {
  it.each([
    [`widget:${a}:${b}`, 'widget:…5b71364c'],
    [`visitor:${a}`, 'visitor:…64076bde'],
    [`due:${a}:createdAt:5:${b}:1763748000000`, 'due:…48000000'],
    [`mail:${'0a1b2c3d'.repeat(8)}`, 'mail:…0a1b2c3d'],
  ])('that was made is told by kind and end: %s', (id, short) => {
    expect(shortId(id)).toBe(short);
    expect(isMadeId(id)).toBe(true);
  });
  it.each(['HB-48209', 'order:48209', 'email:zoe@example.org', `c-${a}`, a, ''])(
    'that was given stays whole: %s',
    (id) => {
      expect(shortId(id)).toBe(id);
      expect(isMadeId(id)).toBe(false);
    },
  );
});
