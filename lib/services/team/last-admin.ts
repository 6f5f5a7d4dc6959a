import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { User } from '@/lib/contracts/team';

/** An account keeps an admin who can sign in. The caller holds the account's lock. @throws AppError `conflict` */
export async function requireAnotherAdmin(tx: Queries, accountId: string, user: User): Promise<void> {
  if (user.role !== 'admin' || user.state !== 'active') return;
  const others = await tx.query(
    `select 1 from users where account_id = $1 and id <> $2 and role = 'admin' and active
        and (password_hash is not null or oidc_subject is not null) limit 1`,
    [accountId, user.id],
  );
  if (others.length === 0) throw new AppError('conflict', { reason: 'last_admin' });
}
