import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SECRET_VARIABLE, signExamples } from '@/components/channels/authentication/sign-examples';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { createChannelKey } from './create';
import { testCustomerJwt } from './verify';

let test: TestDatabase;
let home: TestAccount;
let folder: string;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  // Inside the project, so that the example finds its library.
  mkdirSync('.tmp', { recursive: true });
  folder = mkdtempSync(join('.tmp', 'sign-'));
  test = await testDatabase();
  home = await makeAccount(test.database);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.close();
});

it('the example for Node signs what the server accepts', async () => {
  const context = { db: test.database, actor: actorOf(home, 'admin') };
  const { secret } = await createChannelKey(context, 'web', { name: 'Shop' });
  process.env[SECRET_VARIABLE] = secret;
  const file = join(process.cwd(), folder, 'sign.mjs');
  writeFileSync(file, signExamples.node.code);
  const { signCustomer } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const jwt = await signCustomer({ id: 7, name: 'Ada', email: 'ada@example.org', emailVerified: true });
  expect(await testCustomerJwt(context, 'web', { jwt })).toMatchObject({
    verified: true,
    customer: { externalId: '7', name: 'Ada', email: 'ada@example.org', emailVerified: true },
  });
});
