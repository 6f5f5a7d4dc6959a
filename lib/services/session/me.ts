import { and, eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type Me, type MeChange, meChange } from '@/lib/contracts/team';
import { readAccount } from '../account/read';
import { record } from '../changes/record';
import type { Context } from '../context';
import { changeRules } from '../rules/change-rules';

/** Who the caller is, and in which account. */
export async function getMe({ db, actor }: Context): Promise<Me> {
  const account = await readAccount(db, actor.accountId);
  const [user] =
    actor.kind === 'user'
      ? await db.query<{ email: string; password: boolean }>(
          'select email, password_hash is not null as password from users where account_id = $1 and id = $2',
          [actor.accountId, actor.id],
        )
      : [];
  return {
    kind: actor.kind,
    id: actor.id,
    name: actor.name,
    email: user?.email ?? null,
    password: user?.password ?? false,
    role: actor.role,
    groups: [...actor.groups],
    agent: actor.agent?.key ?? null,
    maySuspend: actor.maySuspend,
    language: actor.language,
    timeZone: actor.timeZone,
    account: { id: account.id, name: account.name, language: account.language, timeZone: account.timeZone },
  };
}

/** Own name, language and time zone. @throws AppError `forbidden` (tokens), `invalid` */
export async function updateMe({ db, actor }: Context, input: MeChange): Promise<Me> {
  const { accountId, id } = actor;
  if (actor.kind !== 'user' || id === null) throw new AppError('forbidden', { capability: 'me', role: actor.role });
  const { name = actor.name, language = actor.language, timeZone = actor.timeZone } = parse(meChange, input);
  // Agents' names are kept with the rules.
  await changeRules({ db, actor }, async ({ tx }) => {
    await tx.drizzle
      .update(users)
      .set({ name, locale: language, timeZone, updatedAt: new Date() })
      .where(and(eq(users.accountId, accountId), eq(users.id, id)));
    await tx.query('update agents set name = $3 where account_id = $1 and user_id = $2', [accountId, id, name]);
    const before = { name: actor.name, language: actor.language, timeZone: actor.timeZone };
    await record(tx, actor, { kind: 'user', id, name, verb: 'updated', before, after: { name, language, timeZone } });
  });
  return getMe({ db, actor: { ...actor, name, language, timeZone } });
}
