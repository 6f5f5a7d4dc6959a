import type { Queries } from '@/db/client';
import { invalid } from '@/lib/contracts/app-error';
import { resolveByKey } from '../find-by-key';

/** Columns of a group's overflow. @throws AppError `invalid` (`unknown_group`, `overflow_of_itself`) */
export async function resolveOverflow(
  tx: Queries,
  accountId: string,
  overflow: { group: string; minutes: number } | null,
  ownId: string,
): Promise<{ overflowGroupId: string | null; overflowMinutes: number | null }> {
  if (!overflow) return { overflowGroupId: null, overflowMinutes: null };
  const target = await resolveByKey(tx, 'groups', accountId, overflow.group, 'overflow.group');
  if (target.id === ownId) throw invalid('overflow.group', 'overflow_of_itself');
  return { overflowGroupId: target.id, overflowMinutes: overflow.minutes };
}
