import { AppError } from '@/lib/contracts/app-error';
import type { Context } from '@/lib/services/context';
import { runCommand } from './command';

/** Ends what a customer (uuid) has running, whoever's it is; `by` stands in the conversations. */
export async function endConversationsOf({ db, actor }: Context, customer: string, by: string): Promise<void> {
  const open = await db.query<{ extId: string }>(
    `select ext_id as "extId" from conversations where account_id = $1 and customer_id = $2 and phase <> 'ended'`,
    [actor.accountId, customer],
  );
  for (const { extId } of open) {
    await runCommand(db, actor.accountId, extId, { verb: 'end', by }).catch((error: unknown) => {
      // Ended by somebody else a moment ago.
      if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    });
  }
}
