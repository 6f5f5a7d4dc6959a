import { hashPassword } from '@/lib/auth/password';
import { createAccount } from '../account-defaults';
import type { Database, Queries } from '../client';
import { agentGroups, agents, users } from '../schema';
import { uuidV7 } from '../uuid-v7';

export type DemoSignIn = {
  role: 'admin' | 'lead' | 'agent';
  key: string;
  name: string;
  email: string;
  password: string;
};

/** Who can sign in to the demo; `npm run demo` prints them. */
export const demoSignIns: readonly DemoSignIn[] = [
  { role: 'admin', key: 'ada', name: 'Ada Admin', email: 'admin@example.com', password: 'signalbox-admin' },
  { role: 'lead', key: 'lea', name: 'Léa Lead', email: 'lead@example.com', password: 'signalbox-lead' },
  { role: 'agent', key: 'amin', name: 'Amin Agent', email: 'agent@example.com', password: 'signalbox-agent' },
];

/** Fills an empty, migrated database with one account and its people. */
export async function seedDemo(database: Database): Promise<void> {
  // Hashing takes its time, and nothing but queries may be awaited inside a transaction.
  const people = await Promise.all(
    demoSignIns.map(async (person) => ({ ...person, passwordHash: await hashPassword(person.password) })),
  );
  await database.transaction(async (tx) => {
    const { accountId, groupId } = await createAccount(tx, {
      key: 'demo',
      name: 'Velo & Co',
      timeZone: 'Europe/Paris',
    });
    for (const person of people) await addPerson(tx, accountId, groupId, person);
  });
}

type Person = DemoSignIn & { passwordHash: string };

async function addPerson(tx: Queries, accountId: string, groupId: string, person: Person): Promise<void> {
  const { key, name, email, role, passwordHash } = person;
  const userId = uuidV7();
  const agentId = uuidV7();
  await tx.drizzle
    .insert(users)
    .values({ accountId, id: userId, email, name, role, passwordHash, maySuspend: role !== 'agent' });
  await tx.drizzle.insert(agents).values({ accountId, id: agentId, userId, key, name, email });
  await tx.drizzle.insert(agentGroups).values({ accountId, agentId, groupId });
}
