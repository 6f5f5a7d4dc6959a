/** Operators of what a visitor's page says: with its case, unless the condition ignores it. */
import { defineOperator, type OperatorDefinition, type Switches } from '../definition';
import { fold } from '../fold';
import type { FactValue, Json } from '../value';

export const pageTextOperators = [
  defineOperator({
    id: 'contains_any',
    for: ['page_text'],
    operand: 'many',
    compile: (expected, _type, switches) => containsAny(expected, switches),
  }),
  defineOperator({
    id: 'contains_none',
    for: ['page_text'],
    operand: 'many',
    compile: (expected, _type, switches) => {
      const contains = containsAny(expected, switches);
      return (actual) => !contains(actual);
    },
  }),
  glob(),
];

function containsAny(expected: Json, { ignoreCase }: Switches = {}): (actual: FactValue) => boolean {
  const needles = (Array.isArray(expected) ? expected : [expected]).map((needle) => cased(needle, ignoreCase));
  return (actual) => {
    const text = cased(actual, ignoreCase);
    return needles.some((needle) => text.includes(needle));
  };
}

/**
 * The whole text, where `*` stands for any characters. A pattern that begins with `/` is about the part of an address
 * behind its host. Pieces are looked for from left to right, each at the first place: that is exact, and never slow.
 */
function glob(): OperatorDefinition {
  return defineOperator({
    id: 'glob',
    for: ['page_text'],
    operand: 'one',
    compile: (expected, _type, { ignoreCase } = {}) => {
      const pattern = cased(expected, ignoreCase);
      const pieces = pattern.split('*');
      return (actual) => {
        const text = cased(actual, ignoreCase);
        return holds(pieces, pattern.startsWith('/') ? behindHost(text) : text);
      };
    },
  });
}

function holds(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** `/products/1?colour=red` of `https://shop.example/products/1?colour=red`. */
function behindHost(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/';
}

function cased(text: Json | FactValue, ignoreCase: boolean | undefined): string {
  return ignoreCase ? fold(String(text)) : String(text);
}
