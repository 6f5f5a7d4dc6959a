import * as z from 'zod';
import { pageOf, pageQuery, sliceOf, sliceQuery } from './list';
import { instant, name, uuid } from './value';

/** What a webhook may be told of. */
export const webhookEvents = ['message.created', 'firing.finished', 'firing.failed'] as const;

const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length);

const address = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((text) => URL.canParse(text) && new URL(text).username === '' && new URL(text).password === '', {
    params: { code: 'credentials_in_address' },
  });

export const webhookInput = z.strictObject({ name, url: address, events, active: z.boolean().optional() });

/** What is absent stays as it is. */
export const webhookChange = webhookInput.partial();

export const webhook = z.object({
  id: uuid,
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  active: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});

/** `secret` (Standard Webhooks, `whsec_…`) is shown this once. */
export const newWebhook = webhook.extend({ secret: z.string() });

export const webhookPage = pageOf(webhook);
export const webhookQuery = pageQuery(['name', 'changed']);

export const deliveryState = z.enum(['ready', 'leased', 'done', 'failed', 'cancelled']);

export const delivery = z.object({
  /** The idempotency key, sent as `webhook-id`. */
  id: z.string(),
  kind: z.string(),
  state: deliveryState,
  attempt: z.int(),
  nextAt: instant.nullable(),
  payload: z.looseObject({}),
  lastError: z.looseObject({}).nullable(),
  response: z.looseObject({}).nullable(),
  createdAt: instant,
  doneAt: instant.nullable(),
});

export const deliverySlice = sliceOf(delivery);
export const deliveryQuery = sliceQuery.extend({ state: deliveryState.optional() });

export type WebhookInput = z.input<typeof webhookInput>;
export type WebhookChange = z.input<typeof webhookChange>;
export type Webhook = z.output<typeof webhook>;
export type NewWebhook = z.output<typeof newWebhook>;
export type WebhookQuery = z.output<typeof webhookQuery>;
export type Delivery = z.output<typeof delivery>;
export type DeliveryQuery = z.output<typeof deliveryQuery>;
