import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces } from './links';

const links = (text: string) => pieces(text).flatMap(({ href }) => href ?? []);

describe('pieces', () => {
  it.each([
    ['See https://example.org/a?b=1&c=2.', ['https://example.org/a?b=1&c=2']],
    ['(https://example.org/wiki/Bike_(vehicle))', ['https://example.org/wiki/Bike_(vehicle)']],
    ['voir http://exemple.fr, merci', ['http://exemple.fr']],
    ['« https://exemple.fr/é » !', ['https://exemple.fr/é']],
    ['go to www.example.org/x', ['https://www.example.org/x']],
    ['ask luca.ferri+bike@example.org!', ['mailto:luca.ferri+bike@example.org']],
    ['"https://example.org"', ['https://example.org']],
    ['javascript:alert(1) data:text/html,x file:///etc/passwd', []],
    ['<a href="https://example.org">x</a>', ['https://example.org']],
    ['https:// http://', []],
    ['v1.2.3 and 3,50 €', []],
  ])('%s', (text, expected) => expect(links(text)).toEqual(expected));

  it('loses no letter, and links only where it is safe', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'https://ww.@()<>"\'.,;!? a1é\n') });
    fc.assert(
      fc.property(odd, (text) => {
        expect(
          pieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
        for (const href of links(text)) expect(href).toMatch(/^(https?:\/\/|mailto:)/i);
      }),
      { numRuns: 2000 },
    );
  });
});
