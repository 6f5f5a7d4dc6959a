/** What outgoing webhooks can subscribe to. A webhook without any receives all of them. */
export const WEBHOOK_EVENTS = ['message.created', 'firing.finished'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
