import { type Database, DatabaseError, isRetryable, withRetry } from '@/db/client';
import type { Clock } from '@/db/clock';
import { type RuleCache, RulesMoved } from '../rules/rule-cache';
import type { Work } from '../work/work';
import { readDirectory } from './directory';
import { LocksMissed, runIngest } from './ingest-transaction';
import { type Item, type ItemResult, rejected } from './item';
import { namesIn, type ResolvedItem, resolve } from './resolve';

export interface BatchOptions {
  readonly rules: RuleCache;
  readonly clock?: Clock;
  /** Called after each commit with what was written. */
  readonly onCommit?: (work: Work) => void;
}

/** Ingests items of one account; answers in their order. Throws only when the database cannot be used. */
export async function ingestBatch(
  database: Database,
  accountId: string,
  items: readonly Item[],
  options: BatchOptions,
): Promise<ItemResult[]> {
  const directory = await readDirectory(database, accountId, [...new Set(items.flatMap(namesIn))]);
  const answers = new Map<Item, ItemResult>();
  const first = new Map<string, { item: Item; resolved: ResolvedItem }>();
  for (const item of items) {
    if (first.has(item.key)) continue;
    const resolution = resolve(item, directory);
    if ('item' in resolution) first.set(item.key, { item, resolved: resolution.item });
    else answers.set(item, rejected(item.key, resolution.path, resolution.code, { kind: resolution.kind }));
  }
  const pending = [...first.values()].map(({ resolved }) => resolved);
  const run = (part: readonly ResolvedItem[]) => attempt(database, accountId, directory, part, options);
  const results = new Map((await isolating(run, pending)).map((result) => [result.key, result]));
  return items.map((item) => answers.get(item) ?? answerOf(item, first.get(item.key)?.item, results.get(item.key)));
}

/** The first entry with an id counts; a later one in the same batch is its duplicate. */
function answerOf(item: Item, first: Item | undefined, result: ItemResult | undefined): ItemResult {
  if (!result || !first) throw new Error('An entry was not answered');
  if (item === first) return result;
  if (item.hash !== first.hash) return rejected(item.key, 'id', 'id_reused');
  return result.status === 'accepted' ? { ...result, status: 'duplicate' } : result;
}

type Run = (items: readonly ResolvedItem[]) => Promise<ItemResult[]>;

/** An entry that the database refuses is rejected alone: the batch is halved until it stands by itself. */
async function isolating(run: Run, items: readonly ResolvedItem[]): Promise<ItemResult[]> {
  if (items.length === 0) return [];
  try {
    return await run(items);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [only] = items;
    if (only && items.length === 1) return [rejected(only.key, '', 'refused_by_database', { sqlstate: error.code })];
    const middle = items.length >> 1;
    const before = await isolating(run, items.slice(0, middle));
    return [...before, ...(await isolating(run, items.slice(middle)))];
  }
}

/** Data that cannot be stored (classes 22, 23, and 54: limits of the program). */
function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && !isRetryable(error) && /^(22|23|54)/.test(error.code);
}

async function attempt(
  database: Database,
  accountId: string,
  directory: Awaited<ReturnType<typeof readDirectory>>,
  items: readonly ResolvedItem[],
  { rules: cache, clock, onCommit }: BatchOptions,
): Promise<ItemResult[]> {
  let rules = await cache.get(accountId);
  for (let restarts = 0; ; restarts++) {
    try {
      const transaction = { accountId, directory, rules, clock };
      const { results, work } = await withRetry(() => runIngest(database, transaction, items));
      onCommit?.(work);
      return results;
    } catch (error) {
      if (restarts >= 10 || !(error instanceof RulesMoved || error instanceof LocksMissed)) throw error;
      if (error instanceof RulesMoved) rules = await cache.reload(accountId);
    }
  }
}
