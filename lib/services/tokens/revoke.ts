import { forgetTokens } from '@/lib/auth/api-token';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { readToken } from './read';

/** The next request with it is refused, in other processes after a second. @throws AppError `forbidden`, `not_found` */
export async function revokeToken({ db, actor }: Context, id: string): Promise<void> {
  permit(actor, 'tokens.manage');
  await db.transaction(async (tx) => {
    const before = await readToken(tx, actor.accountId, id);
    await tx.query('delete from api_tokens where account_id = $1 and id = $2', [actor.accountId, before.id]);
    await record(tx, actor, { kind: 'token', id: before.id, name: before.name, verb: 'revoked', before });
  });
  forgetTokens();
}
