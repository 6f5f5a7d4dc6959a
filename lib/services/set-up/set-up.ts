import { createAccount } from '@/db/account-defaults';
import type { Database, Queries } from '@/db/client';
import { systemActor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/password';
import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type SetUpInput, setUpInput } from '@/lib/contracts/team';
import { slug } from '@/lib/contracts/value';
import { record } from '../changes/record';
import { insertUser } from '../team/insert-user';
import { readUser } from '../team/read';
import { insertDefaultTriggers } from '../triggers/defaults';

/** Any constant; two browsers that set up at once come one after the other. */
const setUpLock = 7_304_116;

/** Whether this server has no account yet. */
export async function needsSetUp(db: Queries): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>('select exists (select from accounts) as any');
  return row?.any === false;
}

/** The first account and its admin. @throws AppError `already_set_up`, `invalid` */
export async function setUp(db: Database, input: SetUpInput): Promise<{ accountId: string; userId: string }> {
  const { accountName, language, timeZone, name, email, password } = parse(setUpInput, input);
  if (!(await needsSetUp(db))) throw new AppError('already_set_up');
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [setUpLock]);
    if (!(await needsSetUp(tx))) throw new AppError('already_set_up');
    const key = slug(accountName) || 'main';
    const { accountId, groupId } = await createAccount(tx, { key, name: accountName, language, timeZone });
    await insertDefaultTriggers(tx, accountId, language);
    const person = { name, email, role: 'admin' as const, locale: language, timeZone, passwordHash };
    const userId = await insertUser(tx, accountId, { ...person, groupIds: [groupId] });
    const actor = { ...systemActor(accountId, name), kind: 'user' as const, id: userId };
    await record(tx, actor, { kind: 'account', id: accountId, name: accountName, verb: 'created' });
    const after = await readUser(tx, accountId, userId);
    await record(tx, actor, { kind: 'user', id: userId, name, verb: 'created', after });
    return { accountId, userId };
  });
}
