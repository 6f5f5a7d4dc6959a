import { type Database, DatabaseError, isRetryable, withRetry } from '@/db/client';
import type { Clock } from '@/db/clock';
import { type RuleCache, RulesMoved } from '../rules/rule-cache';
import { ConfigurationMoved } from '../rules/with-rules';
import { NumbersMissed } from '../steps/session';
import type { Work } from '../work/work';
import type { Directory } from './directory';
import { LocksMissed, runIngest } from './ingest-transaction';
import { type Item, type ItemResult, rejected } from './item';
import type { KnownConversation } from './read-statements';
import { type Resolution, type ResolvedItem, resolve, warningsOf } from './resolve';

const KNOWN_CONVERSATIONS = 20_000;

/** Conversations that this process has seen, by account and the caller's id. */
export type KnownByAccount = Map<string, Map<string, KnownConversation>>;

export interface BatchOptions {
  readonly rules: RuleCache;
  readonly known: KnownByAccount;
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
  const answers = new Map<Item, ItemResult>();
  const first = new Map<string, { item: Item; resolved: ResolvedItem }>();
  const resolveAll = await resolver(accountId, items, options.rules);
  for (const [index, item] of items.entries()) {
    if (first.has(item.key)) continue;
    const resolution = resolveAll[index];
    if (!resolution) continue;
    if ('item' in resolution) first.set(item.key, { item, resolved: resolution.item });
    else answers.set(item, rejected(item.key, resolution.path, resolution.code, { kind: resolution.kind }));
  }
  const pending = [...first.values()].map(({ resolved }) => resolved);
  const run = (part: readonly ResolvedItem[]) => attempt(database, accountId, part, options);
  const results = new Map((await isolating(run, pending)).map((result) => [result.key, result]));
  // As of the transaction that took them.
  const directory = await options.rules.directory(accountId);
  return items.map((item) => {
    const earliest = first.get(item.key);
    const answer = answers.get(item) ?? answerOf(item, earliest?.item, results.get(item.key));
    const warnings = earliest && answer.status === 'accepted' ? warningsOf(earliest.resolved, directory) : [];
    return warnings.length > 0 ? { ...answer, warnings } : answer;
  });
}

/** Resolves every item; what is unknown is looked up once more, since it may just have been created. */
async function resolver(accountId: string, items: readonly Item[], cache: RuleCache): Promise<Resolution[]> {
  const directory = await cache.directory(accountId);
  const resolutions = items.map((item) => resolve(item, directory));
  if (resolutions.every((resolution) => 'item' in resolution)) return resolutions;
  const current = await cache.reloadDirectory(accountId);
  return items.map((item) => resolve(item, current));
}

/** The first entry with an id counts; a later one in the same batch is its duplicate. */
function answerOf(item: Item, first: Item | undefined, result: ItemResult | undefined): ItemResult {
  if (!result || !first) throw new Error('An entry was not answered');
  if (item === first) return result;
  if (item.hash !== first.hash) return rejected(item.key, 'id', 'id_reused');
  return result.status === 'accepted' ? { ...result, status: 'duplicate' } : result;
}

type Run = (items: readonly ResolvedItem[]) => Promise<ItemResult[]>;

/**
 * An entry that the database refuses, or that meets a defect of ours, is rejected alone: the batch is halved until it
 * stands by itself, so that it harms nobody who is merged with it.
 */
async function isolating(run: Run, items: readonly ResolvedItem[]): Promise<ItemResult[]> {
  if (items.length === 0) return [];
  try {
    return await run(items);
  } catch (error) {
    if (!isRefusal(error) && !isDefect(error)) throw error;
    const [only] = items;
    if (only && items.length === 1) return [isolated(only, error)];
    const middle = items.length >> 1;
    const before = await isolating(run, items.slice(0, middle));
    return [...before, ...(await isolating(run, items.slice(middle)))];
  }
}

/** Data that cannot be stored (classes 22, 23, and 54: limits of the program). */
function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && !isRetryable(error) && /^(22|23|54)/.test(error.code);
}

/** Programming errors. Whatever else is thrown concerns the whole batch: the database is away, or rules went on moving. */
function isDefect(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

function isolated({ key }: ResolvedItem, error: DatabaseError | Error): ItemResult {
  if (error instanceof DatabaseError) return rejected(key, '', 'refused_by_database', { sqlstate: error.code });
  return { ...rejected(key, '', 'internal'), defect: error };
}

async function attempt(
  database: Database,
  accountId: string,
  items: readonly ResolvedItem[],
  { rules: cache, known: allKnown, clock, onCommit }: BatchOptions,
): Promise<ItemResult[]> {
  const known = knownOf(allKnown, accountId);
  let numbers = 0;
  for (let restarts = 0; ; restarts++) {
    try {
      const [rules, directory] = [await cache.get(accountId), await cache.directory(accountId)];
      const transaction = { accountId, directory, rules, known, clock, numbers };
      const current = withChannels(items, directory);
      const { results, work } = await withRetry(() => runIngest(database, transaction, current));
      for (const { id, extId, customerId } of work.touchedConversations()) {
        known.set(extId, { id, customer: { id: customerId, extId: work.customer(customerId).extId } });
      }
      onCommit?.(work);
      return results;
    } catch (error) {
      if (restarts >= 10) throw error;
      if (error instanceof RulesMoved) await cache.reload(accountId);
      else if (error instanceof ConfigurationMoved) await cache.reloadDirectory(accountId);
      else if (error instanceof NumbersMissed) numbers = error.count;
      else if (!(error instanceof LocksMissed)) throw error;
    }
  }
}

/** Keys never change; a channel's bot or default group may. */
function withChannels(items: readonly ResolvedItem[], directory: Directory): ResolvedItem[] {
  return items.map((item) => ({ ...item, channel: directory.channel(item.channel.key) ?? item.channel }));
}

/** Conversations that this process has seen, of one account; forgotten when they are too many. */
function knownOf(all: KnownByAccount, accountId: string): Map<string, KnownConversation> {
  if (all.size > 1_000) all.clear();
  const known = all.get(accountId) ?? new Map<string, KnownConversation>();
  if (known.size > KNOWN_CONVERSATIONS) known.clear();
  all.set(accountId, known);
  return known;
}
