import type { Database, Queries } from '@/db/client';
import { systemActor } from '@/lib/auth/actor';
import { hashToken } from '@/lib/auth/api-token';
import { hashPassword } from '@/lib/auth/password';
import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type AcceptInvitationInput, acceptInvitationInput } from '@/lib/contracts/team';
import { record } from '../changes/record';

export type OpenInvitation = {
  accountId: string;
  id: string;
  email: string;
  name: string;
  accountName: string;
  /** A link for a new password, not for a new user. */
  hasPassword: boolean;
};

/** The invitation behind a link, for its page. @throws AppError `not_found` when unknown, used or expired */
export async function findInvitation(db: Queries, token: string): Promise<OpenInvitation> {
  const [row] = await db.query<OpenInvitation>(
    `select u.account_id as "accountId", u.id, u.email, u.name, a.name as "accountName",
        u.password_hash is not null as "hasPassword"
       from users u join accounts a on a.id = u.account_id
      where u.invite_token_hash = $1 and u.invite_expires_at > now() and u.active`,
    [hashToken(token)],
  );
  if (!row) throw new AppError('not_found', { kind: 'invitation', id: '' });
  return row;
}

/** Sets name and password and uses up the link; older sessions end. @throws AppError `invalid`, `not_found` */
export async function acceptInvitation(db: Database, input: AcceptInvitationInput): Promise<{ email: string }> {
  const { token, name, password } = parse(acceptInvitationInput, input);
  await findInvitation(db, token);
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const { accountId, id, email } = await findInvitation(tx, token);
    const used = await tx.query(
      `update users set name = $4, password_hash = $5, invite_token_hash = null, invite_expires_at = null,
          session_version = session_version + 1, updated_at = now()
        where account_id = $1 and id = $2 and invite_token_hash = $3 returning id`,
      [accountId, id, hashToken(token), name, passwordHash],
    );
    if (used.length === 0) throw new AppError('not_found', { kind: 'invitation', id: '' });
    await tx.query('update agents set name = $3 where account_id = $1 and user_id = $2', [accountId, id, name]);
    const actor = { ...systemActor(accountId, name), kind: 'user' as const, id };
    await record(tx, actor, { kind: 'user', id, name, verb: 'joined' });
    return { email };
  });
}
