import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSchedule } from '@/lib/services/schedules/create';
import { deleteSchedule } from '@/lib/services/schedules/delete';
import { updateSchedule } from '@/lib/services/schedules/update';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { addRule } from '../testing/add-rule';
import { ingest } from './ingest';

let test: TestDatabase;
let account: TestAccount;
let count = 0;

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
});
afterAll(() => test.close());

/** How many rules fire on a request that occurs at this moment. */
async function firingsAt(at: string): Promise<number> {
  const id = `e-${++count}`;
  const event = {
    ...{ id, type: 'conversation_requested', occurredAt: at, channel: 'web' },
    ...{ conversation: { id: `c-${id}` }, customer: { id: 'u-1', name: 'Ada' } },
  };
  const { results } = await ingest(test.database, account.accountId, [event], { clock: fakeClock(at) });
  return results[0]?.firings?.length ?? 0;
}

it('a condition on a schedule follows its zone, its holidays, its changes, and its deletion', async () => {
  const context = { db: test.database, actor: actorOf(account, 'lead') };
  const hours = { day: 3, from: '09:00', to: '18:00' };
  await createSchedule(context, {
    ...{ key: 'shop', name: 'Shop', timeZone: 'Europe/Paris', intervals: [hours] },
    holidays: [{ name: 'Stocktaking', from: '2026-11-26', to: '2026-11-26' }],
  });
  await addRule(test.database, account.accountId, {
    on: 'conversation_requested',
    when: { all: [{ field: 'schedule', schedule: 'shop', operator: 'is', value: 'inside' }] },
    do: [{ action: 'add_tags', tags: ['open'] }],
  });
  // Thursdays; Paris is an hour ahead in winter, two in summer.
  expect(await firingsAt('2026-11-19T07:59:59Z')).toBe(0);
  expect(await firingsAt('2026-11-19T08:00:00Z')).toBe(1);
  expect(await firingsAt('2026-11-19T16:59:59Z')).toBe(1);
  expect(await firingsAt('2026-11-19T17:00:00Z')).toBe(0);
  expect(await firingsAt('2026-07-16T07:30:00Z')).toBe(1);
  expect(await firingsAt('2026-11-26T12:00:00Z')).toBe(0);

  await updateSchedule(context, 'shop', { intervals: [{ ...hours, to: '20:00' }] });
  expect(await firingsAt('2026-11-19T18:30:00Z')).toBe(1);
  await deleteSchedule(context, 'shop', { force: true });
  expect(await firingsAt('2026-11-19T12:00:00Z')).toBe(0);
});
