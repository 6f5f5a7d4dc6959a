import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { AppError } from '@/lib/contracts/app-error';
import { EVENTS_PER_REQUEST, type EventResult } from '@/lib/contracts/event';
import { parseEvent } from '@/lib/contracts/event-parse';
import { announce } from '../hints';
import { RuleCache } from '../rules/rule-cache';
import type { Work } from '../work/work';
import { ingestBatch, type KnownByAccount } from './ingest-batch';
import { type Item, type ItemResult, itemOf } from './item';
import { Lanes } from './lanes';
import { Statistics } from './statistics';

export interface IngestOptions {
  /** The test's clock; such a call is never merged with others. */
  readonly clock?: Clock;
}

/**
 * Takes events of `POST /events`: durable and evaluated when it answers, each event answered for itself. One that meets
 * a defect of ours is rejected as `internal`; when all of them do, the defect is thrown.
 * @throws AppError `too_large` beyond 500 events, `too_busy` when too many are waiting
 */
export async function ingest(
  database: Database,
  accountId: string,
  events: readonly unknown[],
  options: IngestOptions = {},
): Promise<{ results: EventResult[] }> {
  if (events.length > EVENTS_PER_REQUEST) throw new AppError('too_large', { maximum: EVENTS_PER_REQUEST });
  const parsed = events.map(parseEvent).map((each) => ('event' in each ? itemOf(each.event) : each));
  const items = parsed.filter((each) => 'what' in each);
  const results = items.length > 0 ? await submit(database, accountId, items, options) : [];
  const [first] = results;
  if (first?.defect && results.every(({ defect }) => defect)) throw first.defect;
  let next = 0;
  return {
    results: parsed.map((each) => {
      if (!('what' in each)) return { id: each.id, status: 'rejected', errors: [...each.errors] };
      return resultOf(results[next++]);
    }),
  };
}

/** Submits entries of any source; answers in their order. */
export function submit(
  database: Database,
  accountId: string,
  items: readonly Item[],
  { clock }: IngestOptions = {},
): Promise<readonly ItemResult[]> {
  const { rules, known, lanes, statistics } = intakeOf(database);
  const onCommit = (work: Work) => {
    announce(database, accountId, work);
    statistics.grew(work.events.length);
  };
  const run = (batch: readonly Item[]) => ingestBatch(database, accountId, batch, { rules, known, clock, onCommit });
  if (clock) return run(items);
  let lane = lanes.get(accountId);
  if (!lane) {
    for (const [id, other] of lanes) if (lanes.size > 1_000 && other.isIdle) lanes.delete(id);
    lane = new Lanes(run);
    lanes.set(accountId, lane);
  }
  return lane.submit(items);
}

/** Resolves when everything that was accepted is answered: for a graceful stop. */
export async function drainIngest(database: Database): Promise<void> {
  const { lanes, statistics } = intakeOf(database);
  await Promise.all([...lanes.values()].map((lane) => lane.idle()));
  await statistics.idle();
}

interface Intake {
  readonly rules: RuleCache;
  readonly known: KnownByAccount;
  readonly lanes: Map<string, Lanes>;
  readonly statistics: Statistics;
}

const intakes = Symbol.for('signalbox.intakes');

/** One per process and database; on globalThis, since routes and instrumentation are bundled separately. */
export function intakeOf(database: Database): Intake {
  const holder = globalThis as { [intakes]?: WeakMap<Database, Intake> };
  holder[intakes] ??= new WeakMap();
  const known = holder[intakes].get(database);
  if (known) return known;
  const made: Intake = {
    rules: new RuleCache(database),
    known: new Map(),
    lanes: new Map<string, Lanes>(),
    statistics: new Statistics(database),
  };
  holder[intakes].set(database, made);
  return made;
}

function resultOf(result: ItemResult | undefined): EventResult {
  if (!result) throw new Error('An event was not answered');
  const { key: id, status, firings, errors, warnings = [] } = result;
  if (status === 'rejected') return { id, status, errors: [...errors] };
  return { id, status, firings: [...firings], ...(warnings.length > 0 && { warnings: [...warnings] }) };
}
