import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listSightings, recordSighting } from './sightings';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  home = await makeAccount(test.database);
  elsewhere = await makeAccount(test.database);
});
afterAll(() => test.close());

const context = (account = home) => ({ db: test.database, actor: actorOf(account, 'agent') });
const see = (origin: string, allowed = true, channelId = home.channels.web) =>
  recordSighting(test.database, { accountId: home.accountId, channelId, origin, allowed });
const longAgo = (origin: string) =>
  test.database.query(
    `update channel_sightings set first_seen_at = '2026-01-01', seen_at = '2026-01-01' where account_id = $1 and origin = $2`,
    [home.accountId, origin],
  );
const seen = async (channel = 'web') => (await listSightings(context(), channel)).items;

it('a site is noted with first and last time, and whether it may', async () => {
  await see('https://shop.example.com');
  await longAgo('https://shop.example.com');
  await see('https://evil.example.com', false);
  await test.database.query(
    `update channel_sightings set seen_at = seen_at - interval '1 second' where account_id = $1 and origin = $2`,
    [home.accountId, 'https://evil.example.com'],
  );
  await see('https://shop.example.com');
  const [shop, evil] = await seen();
  expect(shop).toMatchObject({ origin: 'https://shop.example.com', allowed: true });
  expect(shop?.firstSeenAt).toBe('2026-01-01T00:00:00.000Z');
  expect(shop?.seenAt && shop.seenAt > '2026-02').toBe(true);
  expect(evil).toMatchObject({ origin: 'https://evil.example.com', allowed: false });
});

it('is written at most once in ten seconds, but at once when it may no longer', async () => {
  await see('https://quick.example.com');
  const first = (await seen()).find(({ origin }) => origin.includes('quick'));
  await see('https://quick.example.com');
  expect((await seen()).find(({ origin }) => origin.includes('quick'))).toEqual(first);
  await see('https://quick.example.com', false);
  expect((await seen()).find(({ origin }) => origin.includes('quick'))).toMatchObject({ allowed: false });
});

it('a flood of made-up origins does not push out those that may', async () => {
  const { api } = home.channels;
  await see('https://shop.example.com', true, api);
  await longAgo('https://shop.example.com');
  for (let n = 0; n < 60; n++) await see(`https://flood-${n}.example.com`, false, api);
  const origins = (await seen('api')).map(({ origin }) => origin);
  expect(origins).toHaveLength(50);
  expect(origins).toContain('https://shop.example.com');
  expect(origins).toContain('https://flood-59.example.com');
  expect(origins).not.toContain('https://flood-0.example.com');
});

it('of a channel that is gone, or of another account, is nobody’s', async () => {
  await see('https://a.example.com', true, elsewhere.channels.web);
  expect((await listSightings(context(elsewhere), 'web')).items).toEqual([]);
  await expect(listSightings(context(elsewhere), home.channels.web)).rejects.toMatchObject({ code: 'not_found' });
});
