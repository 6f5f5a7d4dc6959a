import { AppError, notFound } from '@/lib/contracts/app-error';
import type { ChangeVerb } from '../changes/record';
import type { Context } from '../context';
import { brokenOf, refuseBroken } from './activation';
import type { RuleChange } from './change-rules';
import type { RuleFamily } from './family';
import { namesOf } from './names';
import { recordRules } from './record-rules';
import { loadReferences } from './references';
import { cancelWaiting, type RuleRow, readRules, writeRules } from './rule-row';
import { closeRanks } from './take-place';
import { refuseStale } from './update';
import { searchText } from './write';

export type RuleVerb = 'activate' | 'deactivate' | 'delete' | 'restore';

interface Outcome {
  done: RuleRow[];
  failed: { id: string; error: AppError }[];
}

const RECORDED: Record<RuleVerb, ChangeVerb> = {
  activate: 'activated',
  deactivate: 'deactivated',
  delete: 'deleted',
  restore: 'restored',
};

/** Applies a verb to rules inside a change: the same few statements however many there are. */
export async function applyVerb(
  family: RuleFamily,
  context: Context,
  change: RuleChange,
  verb: RuleVerb,
  ids: readonly string[],
  expected?: number,
): Promise<Outcome> {
  const found = await readRules(change.tx, change.accountId, family.family, ids);
  const byId = new Map(found.map((row) => [row.id, row]));
  const decide = await decider(family, change, verb);
  const outcome: Outcome = { done: [], failed: [] };
  const before: RuleRow[] = [];
  for (const id of ids) {
    try {
      const row = byId.get(id.toLowerCase());
      if (!row || (row.deletedAt !== null && verb !== 'restore')) throw notFound(family.kind, id);
      refuseStale(row, expected);
      if (verb === 'activate')
        await family.check?.(change.tx, change.accountId, { body: row.body, draft: false, active: true });
      outcome.done.push(decide(row));
      before.push(row);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      outcome.failed.push({ id, error });
    }
  }
  // What is already as asked stays as it is, and leaves no trace.
  const moved = outcome.done.filter((row, index) => row !== before[index]);
  if (moved.length > 0) await store(family, context, change, verb, moved);
  return outcome;
}

/** The rule after the verb; throws what forbids it. State that all rules share is read once. */
async function decider(
  family: RuleFamily,
  { tx, accountId }: RuleChange,
  verb: RuleVerb,
): Promise<(row: RuleRow) => RuleRow> {
  const next = (row: RuleRow, changes: Partial<RuleRow>) => ({ ...row, ...changes, version: row.version + 1 });
  if (verb === 'deactivate') return (row) => (row.active ? next(row, { active: false }) : row);
  // Whether it was active stays noted, so that undo brings it back as it was.
  if (verb === 'delete') return (row) => next(row, { deletedAt: new Date() });
  const references = await loadReferences(tx, accountId);
  let free = family.activeLimit - (await countActive(family, tx, accountId));
  const takePlace = () => {
    if (free-- <= 0) throw new AppError('limit_exceeded', { limit: 'active_rules', maximum: family.activeLimit });
  };
  if (verb === 'activate') {
    return (row) => {
      if (row.active) return row;
      refuseBroken(row, brokenOf(row, references));
      takePlace();
      return next(row, { active: true, draft: false, broken: null });
    };
  }
  const names = await namesOf(tx, accountId, family.family);
  return (row) => {
    if (row.deletedAt === null) return row;
    if (names.has(row.name.toLowerCase())) throw new AppError('name_taken', { name: row.name });
    names.set(row.name.toLowerCase(), row.id);
    if (row.active) takePlace();
    if (family.totalLimit !== undefined && names.size > family.totalLimit)
      throw new AppError('limit_exceeded', { limit: 'rules', maximum: family.totalLimit });
    return next(row, { deletedAt: null, broken: brokenOf(row, references) });
  };
}

async function countActive({ family }: RuleFamily, tx: RuleChange['tx'], accountId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from rules where account_id = $1 and family = $2 and active and deleted_at is null',
    [accountId, family],
  );
  return row?.count ?? 0;
}

async function store(
  family: RuleFamily,
  context: Context,
  change: RuleChange,
  verb: RuleVerb,
  rows: readonly RuleRow[],
): Promise<void> {
  const toWrite = rows.map((row) => ({ ...row, search: searchText(row), deleted: row.deletedAt !== null }));
  await writeRules(change, family.family, toWrite, context.actor);
  if (family.ordered && (verb === 'delete' || verb === 'restore'))
    await closeRanks(change, family.family, verb === 'restore' ? rows : []);
  await family.stored?.(change, toWrite);
  const ids = rows.map(({ id }) => id);
  const { name } = context.actor;
  if (verb === 'deactivate') await cancelWaiting(change, ids, 'rule_deactivated', name);
  if (verb === 'delete') await cancelWaiting(change, ids, 'rule_deleted', name);
  const told = rows.map((row) => ({ id: row.id, name: row.name, ...whatChanged(verb, row) }));
  await recordRules(change, context.actor, family.kind, RECORDED[verb], told);

  function whatChanged(which: RuleVerb, row: RuleRow): { before?: object; after?: object } {
    if (which === 'activate') return { before: { active: false }, after: { active: true } };
    if (which === 'deactivate') return { before: { active: true }, after: { active: false } };
    return which === 'delete' ? { before: family.portable(row) } : { after: family.portable(row) };
  }
}
