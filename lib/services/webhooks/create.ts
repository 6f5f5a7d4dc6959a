import { randomBytes } from 'node:crypto';
import { webhooks } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { encrypt } from '@/lib/auth/encryption';
import { parse } from '@/lib/contracts/issues';
import { type NewWebhook, type WebhookInput, webhookInput } from '@/lib/contracts/webhook';
import { record } from '../changes/record';
import type { Context } from '../context';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readWebhook } from './read';

/** The answer holds the signing secret, this once. @throws AppError `forbidden`, `invalid` */
export async function createWebhook(context: Context, input: WebhookInput): Promise<NewWebhook> {
  permit(context.actor, 'webhooks.manage');
  const { name, url, events, active = true } = parse(webhookInput, input);
  const secret = makeWebhookSecret();
  const secretEncrypted = encrypt(secret);
  return changeRules(context, async ({ tx, accountId }) => {
    const id = uuidV7();
    await tx.drizzle.insert(webhooks).values({ accountId, id, name, url, events, active, secretEncrypted });
    const webhook = await readWebhook(tx, accountId, id);
    await record(tx, context.actor, { kind: 'webhook', id, name, verb: 'created', after: webhook });
    return { ...webhook, secret };
  });
}

/** As Standard Webhooks writes it. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
