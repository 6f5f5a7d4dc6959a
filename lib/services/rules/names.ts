import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { Language } from '@/lib/contracts/value';
import { LIMITS } from '@/lib/engine/limits';
import type { RuleRow } from './rule-row';

/** Names of the family's rules in lower case, each with its rule. */
export async function namesOf(tx: Queries, accountId: string, family: RuleRow['family']): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, lower(name) as name from rules where account_id = $1 and family = $2 and deleted_at is null',
    [accountId, family],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** @throws AppError `name_taken` when another rule of the family has the name, whatever its case */
export async function refuseTakenName(
  tx: Queries,
  accountId: string,
  { id, family, name }: Pick<RuleRow, 'id' | 'family' | 'name'>,
): Promise<void> {
  const [taken] = await tx.query(
    `select 1 from rules where account_id = $1 and family = $2 and lower(name) = lower($3) and deleted_at is null and id <> $4`,
    [accountId, family, name, id],
  );
  if (taken) throw new AppError('name_taken', { name }, { issues: [{ path: 'name', code: 'name_taken' }] });
}

const COPY = { en: 'copy', fr: 'copie' } as const satisfies Record<Language, string>;

/** "First Reply (copy)", "First Reply (copy 2)" …: the first that is free. A copy of a copy counts on. */
export function copyName(name: string, language: Language, isTaken: (name: string) => boolean): string {
  const stem = name.replace(/ \((?:copy|copie)(?: \d+)?\)$/, '');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? ` (${COPY[language]})` : ` (${COPY[language]} ${number})`;
    const candidate = stem.slice(0, LIMITS.nameLength - suffix.length).trimEnd() + suffix;
    if (!isTaken(candidate.toLowerCase())) return candidate;
  }
}
