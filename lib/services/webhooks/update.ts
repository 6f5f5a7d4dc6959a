import { and, eq } from 'drizzle-orm';
import { webhooks } from '@/db/schema';
import { encrypt } from '@/lib/auth/encryption';
import { parse } from '@/lib/contracts/issues';
import { type NewWebhook, type Webhook, type WebhookChange, webhookChange } from '@/lib/contracts/webhook';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { makeWebhookSecret } from './create';
import { readWebhook } from './read';

/** What the change leaves out stays. @throws AppError `forbidden`, `not_found`, `invalid` */
export async function updateWebhook(context: Context, id: string, input: WebhookChange): Promise<Webhook> {
  permit(context.actor, 'webhooks.manage');
  return write(context, id, parse(webhookChange, input));
}

/** A new signing secret, shown this once; the old one is worth nothing at once. */
export async function renewWebhookSecret(context: Context, id: string): Promise<NewWebhook> {
  permit(context.actor, 'webhooks.manage');
  const secret = makeWebhookSecret();
  return { ...(await write(context, id, { secretEncrypted: encrypt(secret) })), secret };
}

type Columns = Partial<Pick<typeof webhooks.$inferInsert, 'name' | 'url' | 'events' | 'active' | 'secretEncrypted'>>;

function write(context: Context, id: string, columns: Columns): Promise<Webhook> {
  return changeRules(context, async ({ tx, accountId }) => {
    const before = await readWebhook(tx, accountId, id);
    await tx.drizzle
      .update(webhooks)
      .set({ ...columns, updatedAt: new Date() })
      .where(and(eq(webhooks.accountId, accountId), eq(webhooks.id, before.id)));
    const after = await readWebhook(tx, accountId, id);
    await record(tx, context.actor, {
      kind: 'webhook',
      id: after.id,
      name: after.name,
      verb: 'updated',
      before,
      after,
    });
    return after;
  });
}
