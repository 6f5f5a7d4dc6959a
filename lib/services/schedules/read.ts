import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import { type Page, range } from '@/lib/contracts/list';
import type { Schedule, ScheduleQuery } from '@/lib/contracts/schedule';
import { isUuid } from '@/lib/contracts/value';
import { prepareHours } from '@/lib/engine/hours/hours';
import type { Context } from '../context';
import { permit } from '../permit';
import { iso, searchPattern } from '../search-pattern';
import { usesOfSchedules } from './uses';

type Row = Omit<Schedule, 'createdAt' | 'updatedAt' | 'state' | 'nextChange' | 'uses'> & {
  createdAt: Date;
  updatedAt: Date;
  now: Date;
};

const columns = `id, key, name, time_zone as "timeZone", intervals, holidays, version, created_at as "createdAt",
  updated_at as "updatedAt", clock_timestamp() as now`;

export async function listSchedules({ db, actor }: Context, query: ScheduleQuery): Promise<Page<Schedule>> {
  permit(actor, 'schedules.read');
  const { limit, offset } = range(query);
  const where = `account_id = $1 and ($2::text is null or name ilike $2 or key ilike $2 or time_zone ilike $2)`;
  const order = query.sort === 'changed' ? 'updated_at' : 'lower(name)';
  const filters = [actor.accountId, searchPattern(query.search)];
  const [count] = await db.query<{ total: number }>(
    `select count(*)::int as total from schedules where ${where}`,
    filters,
  );
  const rows = await db.query<Row>(
    `select ${columns} from schedules where ${where} order by ${order} ${query.order ?? 'asc'}, id limit $3 offset $4`,
    [...filters, limit, offset],
  );
  const uses = await usesOfSchedules(db, actor.accountId);
  return { items: rows.map((row) => present(row, uses.get(row.key) ?? [])), total: count?.total ?? 0 };
}

/** By key or uuid. */
export async function getSchedule({ db, actor }: Context, keyOrId: string): Promise<Schedule> {
  permit(actor, 'schedules.read');
  return readSchedule(db, actor.accountId, keyOrId);
}

/** @throws AppError `not_found` */
export async function readSchedule(tx: Queries, accountId: string, keyOrId: string): Promise<Schedule> {
  const condition = isUuid(keyOrId) ? 'id = $2::uuid' : 'key = $2';
  const [row] = await tx.query<Row>(`select ${columns} from schedules where account_id = $1 and ${condition}`, [
    accountId,
    keyOrId,
  ]);
  if (!row) throw notFound('schedule', keyOrId);
  const uses = await usesOfSchedules(tx, accountId);
  return present(row, uses.get(row.key) ?? []);
}

function present({ now, ...row }: Row, uses: Schedule['uses']): Schedule {
  const hours = prepareHours(row);
  const next = hours.nextChange(now);
  return {
    ...row,
    // The database does not keep the order of keys.
    intervals: row.intervals.map(({ day, from, to }) => ({ day, from, to })),
    holidays: row.holidays.map(({ name, from, to }) => ({ name, from, to })),
    state: hours.stateAt(now),
    nextChange: next && { at: next.at.toISOString(), state: next.state },
    uses,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
