import type { Queries } from '@/db/client';
import { invalid } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type Invitation, type InviteInput, inviteInput } from '@/lib/contracts/team';
import { record } from '../changes/record';
import type { Context } from '../context';
import { resolveAll } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { insertUser } from './insert-user';
import { makeInvitationLink } from './invitation-link';
import { readUser } from './read';

/** The answer holds the link, this once. @throws AppError `forbidden`, `invalid` (`email_taken`, `unknown_group`) */
export async function inviteUser(context: Context, input: InviteInput): Promise<Invitation> {
  permit(context.actor, 'team.manage');
  const { groups = [], ...person } = parse(inviteInput, input);
  const link = makeInvitationLink();
  return changeRules(context, async ({ tx, accountId }) => {
    await requireFreeEmail(tx, accountId, person.email);
    const members = await resolveAll(tx, 'groups', accountId, groups, 'groups');
    const id = await insertUser(tx, accountId, {
      ...person,
      groupIds: members.map((group) => group.id),
      inviteTokenHash: link.hash,
      inviteExpiresAt: link.expiresAt,
    });
    const user = await readUser(tx, accountId, id);
    await record(tx, context.actor, { kind: 'user', id, name: user.name, verb: 'invited', after: user });
    return { user, inviteUrl: link.url, expiresAt: link.expiresAt.toISOString() };
  });
}

/** A new link for somebody who lost the first, or the password; the old link is worth nothing. */
export async function renewInvitation({ db, actor }: Context, id: string): Promise<Invitation> {
  permit(actor, 'team.manage');
  const link = makeInvitationLink();
  return db.transaction(async (tx) => {
    const user = await readUser(tx, actor.accountId, id);
    if (user.state === 'deactivated') throw invalid('', 'deactivated');
    await tx.query(
      'update users set invite_token_hash = $3, invite_expires_at = $4, updated_at = now() where account_id = $1 and id = $2',
      [actor.accountId, user.id, link.hash, link.expiresAt],
    );
    await record(tx, actor, { kind: 'user', id: user.id, name: user.name, verb: 'invited' });
    return { user, inviteUrl: link.url, expiresAt: link.expiresAt.toISOString() };
  });
}

async function requireFreeEmail(tx: Queries, accountId: string, email: string): Promise<void> {
  const taken = await tx.query('select 1 from users where account_id = $1 and lower(email) = lower($2)', [
    accountId,
    email,
  ]);
  if (taken.length > 0) throw invalid('email', 'email_taken');
}
