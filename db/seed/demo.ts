import { hashPassword } from '@/lib/auth/password';
import { insertUser } from '@/lib/services/team/insert-user';
import { insertDefaultTriggers } from '@/lib/services/triggers/defaults';
import { createAccount } from '../account-defaults';
import type { Database } from '../client';

export type DemoSignIn = { role: 'admin' | 'lead' | 'agent'; name: string; email: string; password: string };

/** Who can sign in to the demo; `npm run demo` prints them. */
export const demoSignIns: readonly DemoSignIn[] = [
  { role: 'admin', name: 'Ada Admin', email: 'admin@example.com', password: 'signalbox-admin' },
  { role: 'lead', name: 'Léa Lead', email: 'lead@example.com', password: 'signalbox-lead' },
  { role: 'agent', name: 'Amin Agent', email: 'agent@example.com', password: 'signalbox-agent' },
];

/** Fills an empty, migrated database with one account, its people and the default triggers. */
export async function seedDemo(database: Database): Promise<void> {
  // Hashing takes its time, and nothing but queries may be awaited inside a transaction.
  const people = await Promise.all(
    demoSignIns.map(async ({ password, ...person }) => ({ ...person, passwordHash: await hashPassword(password) })),
  );
  await database.transaction(async (tx) => {
    const account = { key: 'demo', name: 'Velo & Co', timeZone: 'Europe/Paris' };
    const { accountId, groupId } = await createAccount(tx, account);
    await insertDefaultTriggers(tx, accountId, 'en');
    for (const person of people) {
      await insertUser(tx, accountId, { ...person, maySuspend: person.role !== 'agent', groupIds: [groupId] });
    }
  });
}
