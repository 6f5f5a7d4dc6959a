import type { Queries } from '@/db/client';
import { schedules } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { parse } from '@/lib/contracts/issues';
import { type Schedule, type ScheduleInput, scheduleInput } from '@/lib/contracts/schedule';
import type { Language } from '@/lib/contracts/value';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules, type RuleChange } from '../rules/change-rules';
import { copyName } from '../rules/names';
import { inOrder } from './in-order';
import { refuseTakenName } from './name';
import { readSchedule } from './read';

/** Rules that name a deleted schedule of that key work again. @throws AppError `forbidden`, `invalid`, `name_taken` */
export async function createSchedule(context: Context, input: ScheduleInput): Promise<Schedule> {
  permit(context.actor, 'schedules.write');
  const given = parse(scheduleInput, input);
  return changeRules(context, (change) => insert(change, context, given));
}

/** Stores a copy under the first free name. @throws AppError `forbidden`, `not_found` */
export async function cloneSchedule(context: Context, keyOrId: string, language: Language): Promise<Schedule> {
  permit(context.actor, 'schedules.write');
  return changeRules(context, async (change) => {
    const { name, timeZone, intervals, holidays } = await readSchedule(change.tx, change.accountId, keyOrId);
    const taken = await namesOf(change.tx, change.accountId);
    const copy = copyName(name, language, (candidate) => taken.has(candidate));
    return insert(change, context, { name: copy, timeZone, intervals, holidays });
  });
}

/** The name that a copy would get now: "Shop opening hours (copy)". */
export async function nameOfScheduleCopy({ db, actor }: Context, name: string, language: Language): Promise<string> {
  const taken = await namesOf(db, actor.accountId);
  return copyName(name, language, (candidate) => taken.has(candidate));
}

async function insert({ tx, accountId }: RuleChange, context: Context, given: ScheduleInput): Promise<Schedule> {
  const id = uuidV7();
  await refuseTakenName(tx, accountId, { id, name: given.name });
  const key = await chooseKey(tx, 'schedules', accountId, given);
  await tx.drizzle.insert(schedules).values({ accountId, id, ...inOrder(given), key });
  await healReferences(tx, accountId, 'schedule', key);
  const schedule = await readSchedule(tx, accountId, id);
  await record(tx, context.actor, { kind: 'schedule', id, name: given.name, verb: 'created', after: stored(schedule) });
  return schedule;
}

async function namesOf(tx: Queries, accountId: string): Promise<Set<string>> {
  const rows = await tx.query<{ name: string }>('select lower(name) as name from schedules where account_id = $1', [
    accountId,
  ]);
  return new Set(rows.map(({ name }) => name));
}

/** What the history keeps: what somebody set, not what time and others make of it. */
export function stored({ state: _state, nextChange: _next, uses: _uses, ...schedule }: Schedule) {
  return schedule;
}
