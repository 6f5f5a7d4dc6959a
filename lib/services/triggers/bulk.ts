import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type BulkInput, type BulkResult, bulkInput } from '@/lib/contracts/trigger';
import { type ChangeVerb, record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules, type RuleChange } from '../rules/change-rules';
import { cancelWaiting, type RuleRow, type RuleToWrite, readRules, writeRules } from '../rules/rule-row';
import { checkActivatable, checkActiveCount, nameTaken } from './checks';
import { takenNames } from './names';
import { present, toWrite } from './present';

const VERBS: Record<BulkInput['verb'], ChangeVerb> = {
  activate: 'activated',
  deactivate: 'deactivated',
  delete: 'deleted',
  restore: 'restored',
};

/**
 * Activates, deactivates, deletes or brings back up to 1,000 triggers in one transaction. What cannot be done to one
 * is said of that one and does not keep the others; those that already are as wished count as done.
 */
export async function bulkTriggers(context: Context, input: unknown): Promise<BulkResult> {
  permit(context.actor, 'rules.write');
  const { verb, ids } = parse(bulkInput, input);
  return changeRules(context, (change) => apply(context, change, verb, [...new Set(ids)]));
}

async function apply(
  context: Context,
  change: RuleChange,
  verb: BulkInput['verb'],
  ids: string[],
): Promise<BulkResult> {
  const { tx, accountId } = change;
  const found = new Map((await readRules(tx, accountId, 'trigger', ids)).map((row) => [row.id, row]));
  const result: BulkResult = { done: [], failed: [] };
  const changed: { before: RuleRow; after: RuleToWrite & { deleted: boolean } }[] = [];
  const taken = verb === 'restore' ? new Set(await takenNames(tx, accountId, 'trigger')) : new Set<string>();
  for (const id of ids) {
    const row = found.get(id);
    try {
      const after = row && changedBy(verb, row, taken);
      if (row === undefined || after === 'gone') throw new AppError('not_found', { kind: 'trigger', id });
      if (after) changed.push({ before: row, after });
      result.done.push(id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      result.failed.push({ id, code: error.code, params: error.params });
    }
  }
  if (verb === 'activate') await checkActiveCount(tx, accountId, changed.length);
  if (changed.length > 0)
    await writeRules(
      change,
      'trigger',
      changed.map(({ after }) => after),
      context.actor,
    );
  const stopped = changed.filter(({ before }) => before.active).map(({ before }) => before.id);
  if (verb === 'deactivate' || verb === 'delete') {
    await cancelWaiting(change, stopped, verb === 'delete' ? 'rule_deleted' : 'rule_deactivated', context.actor.name);
  }
  for (const { before, after } of changed) {
    const shown = { before: present(before), after: { ...present(before), active: after.active } };
    const sides = verb === 'delete' ? { before: shown.before } : verb === 'restore' ? { after: shown.after } : shown;
    await record(tx, context.actor, { kind: 'trigger', id: before.id, name: before.name, verb: VERBS[verb], ...sides });
  }
  return result;
}

/** The row as it is to be; undefined where nothing changes, `gone` where the verb has nothing to work on. */
function changedBy(
  verb: BulkInput['verb'],
  row: RuleRow,
  taken: Set<string>,
): (RuleToWrite & { deleted: boolean }) | undefined | 'gone' {
  const deleted = row.deletedAt !== null;
  const next = (change: { active?: boolean; deleted?: boolean }) => ({
    ...toWrite({ ...row, version: row.version + 1, active: change.active ?? row.active }),
    deleted: change.deleted ?? false,
  });
  if (verb === 'restore') {
    if (!deleted) return undefined;
    if (taken.has(row.name.toLowerCase())) throw nameTaken(row.name);
    taken.add(row.name.toLowerCase());
    return next({});
  }
  if (deleted) return 'gone';
  // Brought back as it was: a deletion that is undone switches on again what was on.
  if (verb === 'delete') return next({ deleted: true });
  const active = verb === 'activate';
  if (row.active === active) return undefined;
  if (active) checkActivatable(row);
  return next({ active });
}
