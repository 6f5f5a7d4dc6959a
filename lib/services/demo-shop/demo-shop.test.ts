import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { people } from '@/lib/demo-shop/people';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { createChannelKey } from '../channel-keys/create';
import { updateChannelKey } from '../channel-keys/update';
import { verifyCustomerJwt } from '../channel-keys/verify';
import { updateChannel } from '../channels/update';
import { DEMO_KEY, findDemoShop } from './find-shop';
import { signForDemoCustomer } from './sign-for';

let test: TestDatabase;
let first: TestAccount;
let second: TestAccount;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET ||= 'a secret for tests, long enough for all of it';
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.query('update channels set active = false');
  first = await makeAccount(test.database);
  second = await makeAccount(test.database);
});

const as = (account: TestAccount) => ({ db: test.database, actor: actorOf(account, 'admin') });
const [person] = people;

it('shows the oldest web channel that is active, and none without one', async () => {
  expect(await findDemoShop(test.database)).toMatchObject({ channelId: first.channels.web, identities: false });
  await updateChannel(as(first), 'web', { active: false });
  expect(await findDemoShop(test.database)).toMatchObject({ accountId: second.accountId });
  await updateChannel(as(second), 'web', { active: false });
  expect(await findDemoShop(test.database)).toBeUndefined();
});

it('signs what the channel believes, with a key that says that it may', async () => {
  if (!person) throw new Error('The shop knows nobody');
  await createChannelKey(as(first), 'web', { name: 'Another' });
  const before = await findDemoShop(test.database);
  expect(before?.identities).toBe(false);
  expect(before && (await signForDemoCustomer(test.database, before, person))).toBeUndefined();

  const { id } = await createChannelKey(as(first), 'web', { name: DEMO_KEY });
  const shop = await findDemoShop(test.database);
  expect(shop?.identities).toBe(true);
  const jwt = (shop && (await signForDemoCustomer(test.database, shop, person))) ?? '';
  const channel = { accountId: first.accountId, channelId: first.channels.web };
  expect(await verifyCustomerJwt(test.database, channel, jwt)).toMatchObject({
    verified: true,
    identity: { externalId: person.id, name: person.name, email: person.email },
  });
  const elsewhere = { accountId: second.accountId, channelId: second.channels.web };
  expect(await verifyCustomerJwt(test.database, elsewhere, jwt)).toMatchObject({ verified: false });

  await updateChannelKey(as(first), 'web', id, { active: false });
  expect(await findDemoShop(test.database)).toMatchObject({ identities: false });
});
