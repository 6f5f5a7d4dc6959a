import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';

/** @throws AppError `name_taken` when another bot has the name, whatever its case */
export async function refuseTakenName(
  tx: Queries,
  accountId: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const [taken] = await tx.query('select 1 from bots where account_id = $1 and lower(name) = lower($2) and id <> $3', [
    accountId,
    name,
    id,
  ]);
  if (taken) throw new AppError('name_taken', { name }, { issues: [{ path: 'name', code: 'name_taken' }] });
}
