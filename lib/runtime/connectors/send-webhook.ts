import type { Database } from '@/db/client';
import { decrypt } from '@/lib/auth/encryption';
import type { Delivery } from '../worker/delivery';
import { Permanent } from './outcome';
import { callWebhook } from './webhook';

/** Sends a delivery to its webhook. @throws Permanent when the webhook is gone or switched off */
export async function sendWebhook(database: Database, delivery: Delivery, now: Date): Promise<Record<string, unknown>> {
  const [webhook] = await database.query<{ url: string; secret: string }>(
    'select url, secret_encrypted as secret from webhooks where account_id = $1 and id = $2 and active',
    [delivery.accountId, delivery.webhookId],
  );
  if (!webhook) throw new Permanent('webhook_gone');
  const { status } = await callWebhook({
    url: webhook.url,
    secret: decrypt(webhook.secret),
    id: delivery.key,
    body: JSON.stringify(delivery.payload),
    now,
    allowPrivate: process.env.SIGNALBOX_ALLOW_PRIVATE_ADDRESSES === '1',
  });
  return { status };
}
