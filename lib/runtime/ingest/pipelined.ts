import type { Queries, Row, Statement } from '@/db/client';

/** Sends named statements in one round trip; answers their rows under the same names. `null` is not sent. */
export async function pipelined<Name extends string>(
  tx: Queries,
  statements: Readonly<Record<Name, Statement | null>>,
): Promise<Readonly<Record<Name, readonly Row[]>>> {
  const sent = Object.entries<Statement | null>(statements).flatMap(([name, statement]) =>
    statement ? [{ name, statement }] : [],
  );
  const answers = await tx.pipeline(sent.map(({ statement }) => statement));
  const none = Object.fromEntries(Object.keys(statements).map((name) => [name, []]));
  const byName = Object.fromEntries(sent.map(({ name }, index) => [name, answers[index] ?? []]));
  // The same keys.
  return { ...none, ...byName } as unknown as Record<Name, readonly Row[]>;
}
