import { hashPassword, verifyPassword } from '@/lib/auth/password';
import { AppError, invalid } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type PasswordChange, passwordChange } from '@/lib/contracts/team';
import { record } from '../changes/record';
import type { Context } from '../context';

/** One's own; every session ends, this one too. @throws AppError `forbidden` (tokens), `invalid` (`wrong_password`) */
export async function changePassword({ db, actor }: Context, input: PasswordChange): Promise<void> {
  const { accountId, id } = actor;
  if (actor.kind !== 'user' || id === null)
    throw new AppError('forbidden', { capability: 'password', role: actor.role });
  const { currentPassword, newPassword } = parse(passwordChange, input);
  const [user] = await db.query<{ passwordHash: string | null }>(
    'select password_hash as "passwordHash" from users where account_id = $1 and id = $2',
    [accountId, id],
  );
  const stored = user?.passwordHash ?? null;
  if (!(await verifyPassword(currentPassword, stored))) throw invalid('currentPassword', 'wrong_password');
  const passwordHash = await hashPassword(newPassword);
  await db.transaction(async (tx) => {
    const changed = await tx.query(
      `update users set password_hash = $3, session_version = session_version + 1, updated_at = now()
        where account_id = $1 and id = $2 and password_hash = $4 returning id`,
      [accountId, id, passwordHash, stored],
    );
    if (changed.length === 0) throw new AppError('conflict');
    await record(tx, actor, { kind: 'user', id, name: actor.name, verb: 'password_changed' });
  });
}
