import { arrayLiteral } from './array-literal';

/**
 * Parameters in the one form that both drivers take as it is. Arrays become array literals here:
 * postgres.js replaces an element that has a truthy `type` key by its `.value`, and the drivers
 * quote differently. Objects are refused: JSON goes in as text (`$1::text::jsonb`).
 */
export function encodeParameters(
  params: readonly unknown[],
): (string | number | bigint | boolean | Uint8Array | null)[] {
  return params.map((value, index) => {
    if (Array.isArray(value)) return arrayLiteral(value.map((item) => scalar(item, index)));
    return scalar(value, index);
  });
}

function scalar(value: unknown, index: number): string | number | bigint | boolean | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return value;
  throw new TypeError(`Parameter $${index + 1} is a ${typeof value}: pass JSON text and cast it, $n::text::jsonb`);
}
