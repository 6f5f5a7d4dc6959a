import { apiTokens } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { makeToken } from '@/lib/auth/api-token';
import { invalid } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type NewToken, type TokenInput, tokenInput } from '@/lib/contracts/token';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { readToken } from './read';

/** The answer holds the token itself, this once. @throws AppError `forbidden`, `invalid` (`in_the_past`) */
export async function createToken({ db, actor }: Context, input: TokenInput): Promise<NewToken> {
  permit(actor, 'tokens.manage');
  const { name, role, expiresAt } = parse(tokenInput, input);
  const expires = expiresAt ? new Date(expiresAt) : null;
  if (expires && expires.getTime() <= Date.now()) throw invalid('expiresAt', 'in_the_past');
  const { token, hash, prefix } = makeToken();
  return db.transaction(async (tx) => {
    const id = uuidV7();
    const { accountId } = actor;
    const createdBy = actor.kind === 'user' ? actor.id : null;
    await tx.drizzle
      .insert(apiTokens)
      .values({ accountId, id, name, role, hash, prefix, createdBy, expiresAt: expires });
    const stored = await readToken(tx, accountId, id);
    await record(tx, actor, { kind: 'token', id, name, verb: 'created', after: stored });
    return { ...stored, token };
  });
}
