import type { Queries } from '@/db/client';
import { LIMITS } from '@/lib/engine/limits';
import type { Family } from '@/lib/engine/value';

/** Words for copies: "(copy)", "(copy 2)"; in French "(copie)". */
const COPY = { en: 'copy', fr: 'copie' } as const;

/** The first free name of a copy: without regard to case, cut so that it stays within the limit. */
export async function freeCopyName(
  tx: Queries,
  accountId: string,
  family: Family,
  name: string,
  language: 'en' | 'fr',
): Promise<string> {
  const taken = new Set(await takenNames(tx, accountId, family));
  return copyName(name, language, (candidate) => taken.has(candidate.toLowerCase()));
}

export function copyName(name: string, language: 'en' | 'fr', isTaken: (name: string) => boolean): string {
  const base = name.replace(/ \((?:copy|copie)(?: \d+)?\)$/, '');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? ` (${COPY[language]})` : ` (${COPY[language]} ${number})`;
    const candidate = `${base.slice(0, LIMITS.nameLength - suffix.length)}${suffix}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** Names in use, in lower case. */
export async function takenNames(tx: Queries, accountId: string, family: Family): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    'select lower(name) as name from rules where account_id = $1 and family = $2 and deleted_at is null',
    [accountId, family],
  );
  return rows.map(({ name }) => name);
}
