import type { Queries } from '@/db/client';
import { invalid } from '@/lib/contracts/app-error';

/** @throws AppError `invalid` with `name_taken` when another status has the name, in any case of letters */
export async function refuseTakenName(tx: Queries, accountId: string, name: string, own?: string): Promise<void> {
  const [taken] = await tx.query(
    'select from statuses where account_id = $1 and lower(name) = lower($2) and id is distinct from $3::uuid',
    [accountId, name, own ?? null],
  );
  if (taken) throw invalid('name', 'name_taken');
}
