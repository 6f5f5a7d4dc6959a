import type { Queries, Row, Statement } from '@/db/client';

/** Sends named statements in one round trip; answers their rows under the same names. */
export async function pipelined<Name extends string>(
  tx: Queries,
  statements: Readonly<Record<Name, Statement>>,
): Promise<Readonly<Record<Name, readonly Row[]>>> {
  const answers = await tx.pipeline(Object.values<Statement>(statements));
  const byName = Object.fromEntries(Object.keys(statements).map((name, index) => [name, answers[index] ?? []]));
  // The same keys in the same order.
  return byName as unknown as Record<Name, readonly Row[]>;
}
