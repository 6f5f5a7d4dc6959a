import type { Queries } from '@/db/client';
import { AppError, type Use } from '@/lib/contracts/app-error';
import type { Action } from '@/lib/engine/rule';
import { record } from '../changes/record';
import { connectorsOf } from '../connectors/connected';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { said } from './create';
import { readIntegration } from './read';

/**
 * With `force` rules that name it become broken, and actions that went through it fail until another is connected.
 * Tickets keep its key. @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteIntegration(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'settings.manage');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'integrations', accountId, keyOrId);
    const before = await readIntegration(tx, accountId, id);
    const named = await usedBy(tx, accountId, 'integration', key);
    const needing = (await needsKind(tx, accountId, before)).filter((use) => named.every((each) => each.id !== use.id));
    const uses = [...named, ...needing];
    if (uses.length > 0 && !force) throw new AppError('in_use', { kind: 'integration', count: uses.length }, { uses });
    await tx.query('delete from integrations where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'integration', key);
    await record(tx, context.actor, { kind: 'integration', id, name, verb: 'deleted', before: said(before) });
  });
}

/** Active workflows whose actions go through this kind, when nothing else of the kind is left. */
async function needsKind(tx: Queries, accountId: string, { id, kind }: { id: string; kind: string }): Promise<Use[]> {
  const others = await tx.query(
    'select 1 as one from integrations where account_id = $1 and kind = $2 and id <> $3 and active',
    [accountId, kind, id],
  );
  if (others.length > 0) return [];
  const rules = await tx.query<{ id: string; name: string; actions: Action[] }>(
    `select id, name, body -> 'do' as actions from rules
      where account_id = $1 and family = 'workflow' and active and deleted_at is null order by lower(name)`,
    [accountId],
  );
  return rules
    .filter(({ actions }) => connectorsOf('workflow', actions).some(({ connector }) => connector === kind))
    .map(({ id, name }) => ({ kind: 'workflow', id, name }));
}
