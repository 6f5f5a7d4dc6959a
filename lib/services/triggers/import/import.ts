import { uuidV7 } from '@/db/uuid-v7';
import { AppError, type Issue } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import {
  type ImportEntry,
  type ImportQuery,
  type ImportResult,
  importInput,
  type TriggerInput,
  triggerInput,
} from '@/lib/contracts/trigger';
import { record } from '../../changes/record';
import type { Context } from '../../context';
import { permit } from '../../permit';
import { changeRules, type RuleChange } from '../../rules/change-rules';
import { nextPosition } from '../../rules/position';
import { type AccountReferences, loadReferences, normaliseReferences } from '../../rules/references';
import { cancelWaiting, type RuleToWrite, readRules, writeRules } from '../../rules/rule-row';
import { checkActiveCount } from '../checks';
import { languageOf } from '../clone';
import { copyName } from '../names';
import { present, toWrite } from '../present';
import { convertDefinition, isDefinition } from './definition-arrays';

/**
 * Reads a list of triggers, ours or definition arrays, and answers entry by entry. Nothing is stored on a dry run, nor,
 * unless `partial`, when any entry is invalid or conflicts.
 */
export async function importTriggers(
  context: Context,
  input: unknown,
  options: ImportQuery = {},
): Promise<ImportResult> {
  permit(context.actor, 'rules.write');
  const entries = entriesOf(parse(importInput, input));
  let report: ImportResult | undefined;
  try {
    return await changeRules(context, async (change) => {
      const plan = await planImport(context, change, entries, options);
      const blocked = plan.some(({ entry }) => entry.outcome === 'invalid' || entry.outcome === 'conflict');
      const stores = !options.dryRun && (!blocked || options.partial === true);
      report = {
        imported: stores ? plan.filter(({ row }) => row).length : 0,
        dryRun: options.dryRun === true,
        entries: plan.map(({ entry }) => entry),
      };
      if (!stores) throw new NothingStored();
      await store(context, change, plan);
      return report;
    });
  } catch (error) {
    // The transaction was rolled back: not even the version of the rule set has moved.
    if (error instanceof NothingStored && report) return report;
    throw error;
  }
}

class NothingStored extends Error {}

interface Planned {
  readonly entry: ImportEntry;
  readonly row?: RuleToWrite;
}

function entriesOf(input: unknown): unknown[] {
  if (Array.isArray(input)) return input;
  const listed = typeof input === 'object' && input !== null ? Reflect.get(input, 'triggers') : undefined;
  return Array.isArray(listed) ? listed : [input];
}

async function planImport(
  context: Context,
  { tx, accountId }: RuleChange,
  entries: readonly unknown[],
  options: ImportQuery,
): Promise<Planned[]> {
  const references = await loadReferences(tx, accountId);
  const existing = await existingByName(tx, accountId);
  const language = await languageOf(tx, context);
  const names = new Set(existing.keys());
  let position = await nextPosition(tx, accountId, 'trigger');
  return entries.map((entry, index) => {
    const read = readEntry(entry, references);
    const name = nameIn(entry);
    if ('issues' in read)
      return { entry: { index, name, outcome: 'invalid', errors: read.issues.map((issue) => ({ ...issue })) } };
    const conflict = names.has(read.rule.name.toLowerCase());
    if (conflict && !options.onConflict)
      return { entry: { index, name, outcome: 'conflict', errors: [{ path: 'name', code: 'name_taken' }] } };
    const replaced =
      conflict && options.onConflict === 'replace' ? existing.get(read.rule.name.toLowerCase()) : undefined;
    const storedAs =
      conflict && !replaced
        ? copyName(read.rule.name, language, (each) => names.has(each.toLowerCase()))
        : read.rule.name;
    names.add(storedAs.toLowerCase());
    const id = replaced?.id ?? uuidV7();
    const row = rowOf(read.rule, {
      id,
      name: storedAs,
      position: replaced?.position ?? position++,
      version: (replaced?.version ?? 0) + 1,
    });
    const outcome = replaced ? 'replaced' : conflict ? 'renamed' : 'created';
    return { entry: { index, name, outcome, id, ...(storedAs !== name && { storedAs }) }, row };
  });
}

function readEntry(
  entry: unknown,
  references: AccountReferences,
): { rule: TriggerInput } | { issues: readonly Issue[] } {
  try {
    const converted = isDefinition(entry) ? convertDefinition(entry) : { rule: entry, issues: [] };
    if (converted.issues.length > 0) return { issues: converted.issues };
    return { rule: normaliseReferences(parse(triggerInput, converted.rule), references) };
  } catch (error) {
    if (error instanceof AppError) return { issues: error.issues };
    throw error;
  }
}

function rowOf(rule: TriggerInput, given: Pick<RuleToWrite, 'id' | 'name' | 'position' | 'version'>): RuleToWrite {
  const { on, when, do: actions, oncePerTicket, active, channels, description } = rule;
  return toWrite({
    ...given,
    description,
    active,
    once: oncePerTicket,
    channels,
    body: { on, when, do: actions },
    broken: null,
  });
}

async function store(context: Context, change: RuleChange, plan: readonly Planned[]): Promise<void> {
  const rows = plan.flatMap(({ row }) => (row ? [row] : []));
  const before = new Map(
    (
      await readRules(
        change.tx,
        change.accountId,
        'trigger',
        rows.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  await checkActiveCount(
    change.tx,
    change.accountId,
    rows.filter((row) => row.active && !before.get(row.id)?.active).length,
  );
  await writeRules(change, 'trigger', rows, context.actor);
  const stopped = rows.filter((row) => !row.active && before.get(row.id)?.active).map(({ id }) => id);
  await cancelWaiting(change, stopped, 'rule_deactivated', context.actor.name);
  for (const row of await readRules(
    change.tx,
    change.accountId,
    'trigger',
    rows.map(({ id }) => id),
  )) {
    const old = before.get(row.id);
    await record(change.tx, context.actor, {
      kind: 'trigger',
      id: row.id,
      name: row.name,
      verb: 'imported',
      before: old && present(old),
      after: present(row),
    });
  }
}

type Existing = { id: string; name: string; position: number; version: number };

async function existingByName(tx: RuleChange['tx'], accountId: string): Promise<Map<string, Existing>> {
  const rows = await tx.query<Existing>(
    `select id, lower(name) as name, position, version from rules where account_id = $1 and family = 'trigger' and deleted_at is null`,
    [accountId],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function nameIn(entry: unknown): string | null {
  const name = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'name') : undefined;
  return typeof name === 'string' ? name.slice(0, 200) : null;
}
