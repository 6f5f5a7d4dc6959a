/**
 * `npm run account -- --name "Example Shop" --email ada@example.com [--key example] [--language fr] [--time-zone Europe/Paris]`
 * makes a further account with its first admin, and prints the password once.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createAccount } from '@/db/account-defaults';
import { closeDatabase, getDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { hashPassword } from '@/lib/auth/password';
import { prepareEnvironment } from '@/lib/prepare-environment';
import { insertUser } from '@/lib/services/team/insert-user';
import { insertDefaultTriggers } from '@/lib/services/triggers/defaults';
import { atShutdown } from '@/lib/shutdown';
import { type AccountWishes, readAccountWishes } from './account-wishes';
import { runScript } from './run-script';

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      email: { type: 'string' },
      key: { type: 'string' },
      language: { type: 'string' },
      'time-zone': { type: 'string' },
    },
  });
  const wishes = readAccountWishes(values);
  prepareEnvironment();
  const password = randomBytes(15).toString('base64url');
  await makeAccount(wishes, password);
  console.log(`The account "${wishes.name}" (${wishes.key}) is ready.\nSign in as ${wishes.email} with ${password}`);
});

async function makeAccount({ email, ...account }: AccountWishes, password: string): Promise<void> {
  const database = await getDatabase();
  atShutdown('the database', closeDatabase);
  await migrate(database);
  const taken = await database.query('select 1 from accounts where key = $1', [account.key]);
  if (taken.length > 0)
    throw new Error(`There is an account with the key "${account.key}" already. Choose another --key.`);
  const passwordHash = await hashPassword(password);
  await database.transaction(async (tx) => {
    const { accountId, groupId } = await createAccount(tx, account);
    await insertDefaultTriggers(tx, accountId, account.language);
    const person = { email, name: email.replace(/@.*/, ''), role: 'admin' as const, passwordHash, maySuspend: true };
    await insertUser(tx, accountId, { ...person, groupIds: [groupId] });
  });
}
