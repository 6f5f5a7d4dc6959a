type Parse = (text: string) => unknown;

const item = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/gs;

/** Reads a flat array literal, `{a,"b, c",NULL}`. postgres.js itself reads NULL as the text "NULL". */
export function parseArrayLiteral(literal: string, parse: Parse): unknown[] {
  return Array.from(literal.matchAll(item), ([, quoted, bare]) => {
    if (quoted !== undefined) return parse(quoted.replace(/\\(.)/gs, '$1'));
    return bare === 'NULL' || bare === undefined ? null : parse(bare);
  });
}

/** Writes one; the items are what the drivers take as parameters. */
export function arrayLiteral(items: readonly (string | number | bigint | boolean | Uint8Array | null)[]): string {
  const written = items.map((value) => {
    if (value === null) return 'null';
    if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
    return `"${String(value).replace(/[\\"]/g, '\\$&')}"`;
  });
  return `{${written.join(',')}}`;
}
