import { Webhook } from 'standardwebhooks';
import { AttemptFailed, Permanent } from './outcome';
import { callOut } from './outgoing';

const TIMEOUT_MILLISECONDS = 15_000;
const ANSWER_BYTES = 2_000;

export interface WebhookCall {
  readonly url: string;
  /** `whsec_…` of Standard Webhooks. */
  readonly secret: string;
  /** The idempotency key: the same for every attempt. */
  readonly id: string;
  readonly body: string;
  readonly now: Date;
  /** For development and tests: also addresses that are not public. */
  readonly allowPrivate: boolean;
}

export interface WebhookAnswer {
  readonly status: number;
}

/** Sends one signed call (Standard Webhooks). @throws Permanent when it will never succeed; other errors may be tried again */
export async function callWebhook({ url, secret, id, body, now, allowPrivate }: WebhookCall): Promise<WebhookAnswer> {
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
  const { status } = await callOut({
    ...{ url, headers, body, allowPrivate, method: 'POST' },
    ...{ timeoutMilliseconds: TIMEOUT_MILLISECONDS, answerBytes: ANSWER_BYTES },
  });
  if (status >= 200 && status < 300) return { status };
  // Gone: the receiver asks never to be called again.
  if (status === 410) throw new Permanent('answered_410');
  throw new AttemptFailed(`answered_${status}`);
}
