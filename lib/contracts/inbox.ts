import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { instant, key, keyOrId, name, uuid } from './value';

/** Where tickets are filed. */
export const inboxInput = z.strictObject({
  name,
  /** Made from the name when absent. Never changed later. */
  key: key.optional(),
  /** The inbox group it belongs to. */
  group: keyOrId.nullable().optional(),
});

/** What is absent stays as it is. */
export const inboxChange = inboxInput.omit({ key: true }).partial();

export const inbox = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
});

export const inboxPage = pageOf(inbox);
export const inboxQuery = pageQuery(['name', 'changed']).extend({ group: keyOrId.optional() });

export const inboxGroupInput = z.strictObject({
  name,
  key: key.optional(),
  /** All inboxes that belong to it; an inbox belongs to one group at most. */
  inboxes: z.array(keyOrId).max(1_000).optional(),
});

/** What is absent stays as it is. */
export const inboxGroupChange = inboxGroupInput.omit({ key: true }).partial();

export const inboxGroup = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  inboxes: z.array(z.string()),
  createdAt: instant,
  updatedAt: instant,
});

export const inboxGroupPage = pageOf(inboxGroup);
export const inboxGroupQuery = pageQuery(['name', 'changed']);

export type InboxInput = z.input<typeof inboxInput>;
export type InboxChange = z.input<typeof inboxChange>;
export type Inbox = z.output<typeof inbox>;
export type InboxQuery = z.output<typeof inboxQuery>;
export type InboxGroupInput = z.input<typeof inboxGroupInput>;
export type InboxGroupChange = z.input<typeof inboxGroupChange>;
export type InboxGroup = z.output<typeof inboxGroup>;
export type InboxGroupQuery = z.output<typeof inboxGroupQuery>;
