import type { Database } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { runCommand } from '../../conversations/command';
import type { Delivery } from '../../worker/delivery';

/** An answer could not be sent: its conversation says so, beside the message. */
export async function tellUndelivered(
  database: Database,
  delivery: Delivery,
  { code, detail }: { readonly code: string; readonly detail?: string | undefined },
): Promise<void> {
  const { accountId, conversationId, key, attempt, payload } = delivery;
  const [conversation] = await database.query<{ extId: string; email: string | null }>(
    `select c.ext_id as "extId", u.email from conversations c join customers u
      on u.account_id = c.account_id and u.id = c.customer_id where c.account_id = $1 and c.id = $2::uuid`,
    [accountId, conversationId],
  );
  if (!conversation) return;
  const { plan } = payload as { plan?: { seq?: number } };
  const mail = { address: conversation.email ?? '', message: plan?.seq ?? null, reason: code, detail: detail ?? null };
  try {
    const said = { verb: 'tell_undelivered', mail } as const;
    await runCommand(database, accountId, conversation.extId, said, { key: `undelivered:${key}:${attempt}` });
  } catch (error) {
    // The conversation is gone meanwhile; there is nobody to tell.
    if (!(error instanceof AppError)) throw error;
  }
}
