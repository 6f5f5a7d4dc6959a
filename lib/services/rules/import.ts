import { uuidV7 } from '@/db/uuid-v7';
import { AppError, type Issue } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type ImportEntry, type ImportQuery, type ImportResult, importQuery } from '@/lib/contracts/trigger';
import type { Language } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules, type RuleChange } from './change-rules';
import { withKeys } from './create';
import { type RuleFamily, type RuleSettings, WRITE } from './family';
import { copyName, namesOf } from './names';
import { recordRules } from './record-rules';
import { type AccountReferences, loadReferences } from './references';
import { cancelWaiting, type RuleRow, type RuleToWrite, readAllRules, writeRules } from './rule-row';
import { nextPosition, searchText } from './write';

/** One entry of a file in the family's own form, or what is wrong with it. Nothing is half understood. */
export type Translated = { readonly name: string | null } & (
  | { readonly input: unknown }
  | { readonly errors: readonly Issue[] }
);

/**
 * Imports rules, entry by entry. All or nothing unless `partial`; `dryRun` stores nothing and answers the same.
 * An existing name is a conflict unless it is to be replaced or the newcomer renamed.
 * @throws AppError `forbidden`, `invalid`
 */
export async function importRules(
  family: RuleFamily,
  context: Context,
  entries: readonly Translated[],
  options: unknown,
  language: Language,
): Promise<ImportResult> {
  permit(context.actor, WRITE);
  const query = parse(importQuery, options);
  return changeRules(context, async (change) => {
    const plan = await planImport(family, change, entries, query, language);
    const refused = plan.entries.some(({ outcome }) => outcome === 'invalid' || outcome === 'conflict');
    const dryRun = query.dryRun ?? false;
    if (dryRun || (refused && !query.partial)) return { imported: 0, dryRun, entries: plan.entries.map(withoutId) };
    if (plan.rows.length > 0) await storeImport(family, context, change, plan);
    return { imported: plan.rows.length, dryRun: false, entries: plan.entries };
  });
}

interface Plan {
  readonly entries: ImportEntry[];
  readonly rows: RuleToWrite[];
  /** Rules that were active and are replaced by inactive ones. */
  readonly switchedOff: string[];
}

async function planImport(
  family: RuleFamily,
  change: RuleChange,
  entries: readonly Translated[],
  query: ImportQuery,
  language: Language,
): Promise<Plan> {
  const { tx, accountId } = change;
  const references = await loadReferences(tx, accountId);
  const names = await namesOf(tx, accountId, family.family);
  const existing = new Map((await readAllRules(tx, accountId, family.family)).map((row) => [row.id, row]));
  let position = await nextPosition(change, family.family);
  let free = family.activeLimit - [...existing.values()].filter(({ active }) => active).length;
  let places = (family.totalLimit ?? Number.POSITIVE_INFINITY) - existing.size;
  const plan: Plan = { entries: [], rows: [], switchedOff: [] };
  const replacedHere = new Set<string>();

  for (const [index, entry] of entries.entries()) {
    const settings = await settingsOf(family, change, entry, references);
    if ('errors' in settings) {
      plan.entries.push({ index, name: entry.name, outcome: 'invalid', errors: [...settings.errors] });
      continue;
    }
    const found = names.get(settings.name.toLowerCase());
    const old = found === undefined ? undefined : existing.get(found);
    // Two entries of one file with the same name never replace each other.
    const replaces = old && query.onConflict === 'replace' && !replacedHere.has(old.id) ? old : undefined;
    if (found !== undefined && !replaces && query.onConflict !== 'rename') {
      plan.entries.push({
        index,
        name: settings.name,
        outcome: 'conflict',
        errors: [{ path: 'name', code: 'name_taken' }],
      });
      continue;
    }
    if (settings.active && !replaces?.active && free-- <= 0) {
      const params = { limit: 'active_rules', maximum: family.activeLimit };
      plan.entries.push({
        index,
        name: settings.name,
        outcome: 'invalid',
        errors: [{ path: 'active', code: 'limit_exceeded', params }],
      });
      continue;
    }
    if (!replaces && places-- <= 0) {
      const params = { limit: 'rules', maximum: family.totalLimit ?? 0 };
      const errors = [{ path: '', code: 'limit_exceeded', params }];
      plan.entries.push({ index, name: settings.name, outcome: 'invalid', errors });
      continue;
    }
    const name =
      found !== undefined && !replaces ? copyName(settings.name, language, (each) => names.has(each)) : settings.name;
    const row = rowOf({ ...settings, name }, replaces, position);
    if (!replaces) position++;
    replacedHere.add(row.id);
    names.set(name.toLowerCase(), row.id);
    plan.rows.push(row);
    if (replaces?.active && !row.active) plan.switchedOff.push(row.id);
    const outcome = replaces ? 'replaced' : name === settings.name ? 'created' : 'renamed';
    plan.entries.push({
      index,
      name: settings.name,
      outcome,
      id: row.id,
      ...(outcome === 'renamed' && { storedAs: name }),
    });
  }
  return plan;
}

async function settingsOf(
  family: RuleFamily,
  { tx, accountId }: RuleChange,
  entry: Translated,
  references: AccountReferences,
): Promise<RuleSettings | { errors: readonly Issue[] }> {
  if ('errors' in entry) return entry;
  try {
    const settings = withKeys(family, family.parse(entry.input), references);
    await family.check?.(tx, accountId, settings);
    return settings;
  } catch (error) {
    if (error instanceof AppError) return { errors: error.issues };
    throw error;
  }
}

function rowOf(settings: RuleSettings, replaces: RuleRow | undefined, position: number): RuleToWrite {
  const { name, description, active, draft, once, channels, body } = settings;
  return {
    ...{ id: replaces?.id ?? uuidV7(), name, description, active, draft, once, channels, body, broken: null },
    ...{
      version: (replaces?.version ?? 0) + 1,
      position: replaces?.position ?? position,
      search: searchText(settings),
    },
  };
}

async function storeImport(family: RuleFamily, { actor }: Context, change: RuleChange, plan: Plan): Promise<void> {
  await writeRules(change, family.family, plan.rows, actor);
  await family.stored?.(change, plan.rows);
  if (plan.switchedOff.length > 0) await cancelWaiting(change, plan.switchedOff, 'rule_deactivated', actor.name);
  const changed = plan.rows.map(({ id, name, description, active, once, channels, body }) => {
    return { id, name, after: { name, description, active, once, channels, ...body } };
  });
  await recordRules(change, actor, family.kind, 'imported', changed);
}

/** What was not stored has no id yet. */
function withoutId({ id: _id, ...entry }: ImportEntry): ImportEntry {
  return entry;
}
