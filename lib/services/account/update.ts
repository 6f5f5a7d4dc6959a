import { eq, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema';
import { type Account, type AccountChange, accountChange } from '@/lib/contracts/account';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readAccount } from './read';

/** What the change leaves out stays, also within `settings`. @throws AppError `forbidden`, `invalid` */
export async function updateAccount(context: Context, input: AccountChange): Promise<Account> {
  permit(context.actor, 'settings.manage');
  const { settings, ...columns } = parse(accountChange, input);
  // Rules are matched with the account's settings (limits, language): cached under the rule set's version.
  return changeRules(context, async ({ tx, accountId }) => {
    const before = await readAccount(tx, accountId);
    const merged = sql`${accounts.settings} || ${JSON.stringify(settings ?? {})}::text::jsonb`;
    await tx.drizzle
      .update(accounts)
      .set({ ...columns, settings: merged })
      .where(eq(accounts.id, accountId));
    const after = await readAccount(tx, accountId);
    const subject = { kind: 'account', id: accountId, name: after.name };
    await record(tx, context.actor, { ...subject, verb: 'updated', before, after });
    return after;
  });
}
