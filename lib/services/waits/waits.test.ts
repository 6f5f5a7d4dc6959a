import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { readWaits } from './read';

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
});
afterAll(() => test.close());

const MINUTE = 60_000;

async function answered(hoursAgo: number, minutes: number, group = 'support'): Promise<void> {
  const queued = new Date(Date.now() - hoursAgo * 60 * MINUTE);
  const replied = new Date(queued.getTime() + minutes * MINUTE);
  const values = [account.accountId, `c-${hoursAgo}-${group}`, group, queued, replied];
  await test.database.query(
    `insert into conversations (account_id, id, ext_id, customer_id, channel_key, brand_key, group_key, phase, queued_at,
        routed_at, first_agent_reply_at, queue_entry_position)
      values ($1, gen_random_uuid(), $2, gen_random_uuid(), 'web', 'main', $3, 'assigned', $4, $5, $5, 1)`,
    values,
  );
}

it('sets estimates against what came, by group', async () => {
  for (const [hoursAgo, minutes] of [
    [60, 4],
    [50, 6],
    [40, 5],
    [30, 30],
    [20, 5],
  ] as const)
    await answered(hoursAgo, minutes);
  const context = { db: test.database, actor: actorOf(account, 'agent') };
  const { items } = await readWaits(context);
  expect(items.map(({ group }) => group.key)).toEqual(['sales', 'support']);
  expect(items[0]).toMatchObject({ now: null, seen: [], within: 0 });
  const support = items[1];
  expect(support?.seen.map(({ minutes, estimate }) => [minutes, estimate])).toEqual([
    [4, null],
    [6, { min: 4, max: 4 }],
    [5, { min: 5, max: 6 }],
    [30, { min: 5, max: 6 }],
    [5, { min: 5, max: 12 }],
  ]);
  expect(support).toMatchObject({ shorter: 0, within: 2, longer: 2, now: { min: 5, max: 6 } });
  expect((await readWaits(context, 'support')).items).toHaveLength(1);
});

it('knows no group of another account', async () => {
  const other = await makeAccount(test.database);
  const refused = readWaits({ db: test.database, actor: actorOf(other, 'admin') }, account.groups.support);
  await expect(refused).rejects.toThrow(AppError);
  expect(
    (await readWaits({ db: test.database, actor: actorOf(other, 'admin') })).items.every(
      ({ seen }) => seen.length === 0,
    ),
  ).toBe(true);
});
