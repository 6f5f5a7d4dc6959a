import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { ScheduleInput } from '@/lib/contracts/schedule';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { updateAgent } from '../agents/update';
import { listChanges } from '../changes/list';
import type { Context } from '../context';
import { createTrigger, getTrigger } from '../triggers/verbs';
import { cloneSchedule, createSchedule } from './create';
import { deleteSchedule } from './delete';
import { previewHolidays } from './preview-holidays';
import { getSchedule, listSchedules } from './read';
import { updateSchedule } from './update';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  home = await makeAccount(test.database);
  elsewhere = await makeAccount(test.database);
});
afterAll(() => test.close());

const page = { page: 1, pageSize: 50 };
const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });

async function refusal(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

const codes = async (work: Promise<unknown>) => {
  const error = await refusal(work);
  return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
};
const version = async () => {
  const [row] = await test.database.query<{ version: number }>('select version from rule_sets where account_id = $1', [
    home.accountId,
  ]);
  return row?.version ?? 0;
};
const last = async () => (await listChanges(as('admin'), { limit: 1 })).items[0];

const shop: ScheduleInput = {
  name: 'Shop',
  timeZone: 'Europe/Paris',
  intervals: [
    { day: 1, from: '13:30', to: '24:00' },
    { day: 0, from: '09:00', to: '12:30' },
    { day: 1, from: '09:00', to: '13:30' },
  ],
  holidays: [
    { name: 'Stocktaking', from: '2027-01-11', to: '2027-01-12' },
    { name: 'Christmas', from: '2026-12-24', to: '2026-12-26' },
  ],
};

describe('schedules', () => {
  it('are stored in order, with their state and an entry of the history', async () => {
    const before = await version();
    const created = await createSchedule(as('lead'), shop);
    expect(created).toMatchObject({ key: 'shop', version: 1, uses: [] });
    expect(created.intervals.map(({ day, from }) => `${day} ${from}`)).toEqual(['0 09:00', '1 09:00', '1 13:30']);
    expect(created.holidays.map(({ name }) => name)).toEqual(['Christmas', 'Stocktaking']);
    expect(['inside', 'outside']).toContain(created.state);
    expect(created.nextChange?.state).toBe(created.state === 'inside' ? 'outside' : 'inside');
    expect(await version()).toBe(before + 1);
    expect(await last()).toMatchObject({ kind: 'schedule', verb: 'created', subject: { name: 'Shop' } });
    expect(await getSchedule(as('agent'), 'shop')).toMatchObject({ id: created.id });
    expect(await listSchedules(as('agent'), { ...page, search: 'paris' })).toMatchObject({ total: 1 });
  });

  it('change in part, under the version that was edited', async () => {
    const before = await version();
    const changed = await updateSchedule(as('lead'), 'shop', { timeZone: 'Asia/Kolkata', version: 1 });
    expect(changed).toMatchObject({ timeZone: 'Asia/Kolkata', version: 2, name: 'Shop' });
    expect(changed.intervals).toHaveLength(3);
    expect(await version()).toBe(before + 1);
    expect(await last()).toMatchObject({ verb: 'updated', after: { timeZone: 'Asia/Kolkata' } });
    const stale = await refusal(updateSchedule(as('lead'), 'shop', { intervals: [] }, 1));
    expect([stale.code, stale.details.currentVersion]).toEqual(['stale_version', 2]);
  });

  it('have names of their own, whatever the case', async () => {
    expect(await codes(createSchedule(as('lead'), { ...shop, name: 'SHOP' }))).toBe('name_taken name:name_taken');
    const copy = await cloneSchedule(as('lead'), 'shop', 'fr');
    expect(copy).toMatchObject({ name: 'Shop (copie)', key: 'shop-copie', version: 1 });
    expect(await codes(updateSchedule(as('lead'), copy.key, { name: 'shop' }))).toBe('name_taken name:name_taken');
    expect(await updateSchedule(as('lead'), copy.key, { name: 'Shop (Copie)' })).toMatchObject({ version: 2 });
    await deleteSchedule(as('lead'), copy.key);
    expect(await last()).toMatchObject({ verb: 'deleted', before: { timeZone: 'Asia/Kolkata' } });
    expect(await codes(getSchedule(as('lead'), copy.key))).toBe('not_found');
  });

  it.each<[string, Partial<ScheduleInput>, string, object?]>([
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone:unknown_time_zone'],
    ['an offset', { timeZone: '+02:00' }, 'timeZone:unknown_time_zone'],
    ['a day that is none', { intervals: [{ day: 7, from: '09:00', to: '10:00' }] }, 'intervals[0].day:too_high'],
    [
      'no time',
      { intervals: [{ day: 0, from: '9', to: '10:00' }] },
      'intervals[0].from:bad_time',
      { day: 0, to: '10:00' },
    ],
    ['25:00', { intervals: [{ day: 0, from: '09:00', to: '25:00' }] }, 'intervals[0].to:bad_time'],
    ['10 minutes', { intervals: [{ day: 2, from: '09:00', to: '09:10' }] }, 'intervals[0].to:off_step', { day: 2 }],
    ['nothing', { intervals: [{ day: 2, from: '09:00', to: '09:00' }] }, 'intervals[0].to:crosses_midnight'],
    ['a night', { intervals: [{ day: 2, from: '22:00', to: '02:00' }] }, 'intervals[0].to:crosses_midnight'],
    [
      'hours over others',
      { intervals: [shopHours(3, '09:00', '12:00'), shopHours(4, '09:00', '12:00'), shopHours(3, '11:45', '13:00')] },
      'intervals[2]:overlapping_hours',
      { day: 3, from: '11:45', to: '13:00', otherFrom: '09:00', otherTo: '12:00' },
    ],
    [
      'a holiday that ends first',
      { holidays: [{ name: 'X', from: '2026-05-02', to: '2026-05-01' }] },
      'holidays[0].to:ends_before_start',
    ],
    [
      'a day that is not',
      { holidays: [{ name: 'X', from: '2026-02-30', to: '2026-03-01' }] },
      'holidays[0].from:bad_format',
    ],
    ['no name', { name: ' ' }, 'name:required'],
  ])('refuse %s and say where', async (_what, part, expected, params = {}) => {
    const error = await refusal(createSchedule(as('lead'), { ...shop, name: 'Other', ...part }));
    expect(error.code).toBe('invalid');
    expect(error.issues.map(({ path, code }) => `${path}:${code}`)).toEqual([expected]);
    expect(error.issues[0]?.params ?? {}).toMatchObject(params);
  });

  it('accept every zone that the system knows', async () => {
    for (const timeZone of [...Intl.supportedValuesOf('timeZone'), 'UTC', 'EST5EDT', 'Etc/GMT+5', 'europe/paris'])
      expect(await updateSchedule(as('lead'), 'shop', { timeZone })).toMatchObject({ timeZone });
  });
});

function shopHours(day: number, from: string, to: string) {
  return { day, from, to };
}

describe('a schedule in use', () => {
  it('says by what, goes only with force, and rules recover when it comes back', async () => {
    const { key } = await createSchedule(as('lead'), { ...shop, name: 'Night' });
    const condition = { field: 'schedule', operator: 'is', value: 'inside', schedule: key };
    const rule = await createTrigger(as('lead'), {
      ...{ name: 'At night', on: 'conversation_requested', when: { all: [condition] } },
      do: [{ action: 'add_tags', tags: ['night'] }],
    });
    await updateAgent(as('admin'), 'ada', { schedule: key });
    const uses = [
      { kind: 'agent', id: 'ada', name: 'Ada Admin' },
      { kind: 'trigger', id: rule.id, name: 'At night' },
    ];
    expect((await getSchedule(as('agent'), key)).uses).toEqual(uses);
    const refused = await refusal(deleteSchedule(as('lead'), key));
    expect([refused.code, refused.details.uses]).toEqual(['in_use', uses]);
    await deleteSchedule(as('lead'), key, { force: true });
    expect(await getTrigger(as('lead'), rule.id)).toMatchObject({ broken: { gone: [`schedule:${key}`] } });
    await createSchedule(as('lead'), { ...shop, name: 'Night again', key });
    expect(await getTrigger(as('lead'), rule.id)).toMatchObject({ broken: null });
  });
});

const writes: Record<string, (context: Context) => Promise<unknown>> = {
  createSchedule: (c) => createSchedule(c, { ...shop, name: 'A' }),
  cloneSchedule: (c) => cloneSchedule(c, 'shop', 'en'),
  updateSchedule: (c) => updateSchedule(c, 'shop', { name: 'A' }),
  deleteSchedule: (c) => deleteSchedule(c, 'shop'),
  previewHolidays: (c) => previewHolidays(c, { calendar: 'x' }),
};

it.each(Object.entries(writes))('%s is refused to an agent', async (_name, write) => {
  expect(await codes(write(as('agent')))).toBe('forbidden');
});

const onOne = Object.entries(writes).filter(([name]) => /clone|update|delete/.test(name));

it.each(onOne)('%s finds nothing of another account', async (_name, write) => {
  expect(await codes(write(as('admin', elsewhere)))).toBe('not_found');
});

describe('another account', () => {
  it('sees and names none of them', async () => {
    const { id } = await getSchedule(as('lead'), 'shop');
    expect(await codes(getSchedule(as('admin', elsewhere), id))).toBe('not_found');
    expect(await listSchedules(as('admin', elsewhere), page)).toEqual({ items: [], total: 0 });
    expect(await createSchedule(as('admin', elsewhere), shop)).toMatchObject({ name: 'Shop', key: 'shop' });
  });
});
