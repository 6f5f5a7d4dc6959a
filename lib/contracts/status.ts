import * as z from 'zod';
import { forceQuery, pageOf, pageQuery } from './list';
import { instant, key, keyOrId, name, uuid } from './value';

export const statusColours = ['grey', 'blue', 'red', 'amber', 'green', 'violet', 'teal', 'pink'] as const;
export const ticketClass = z.enum(['open', 'closed']);

/** A status of tickets. */
export const statusInput = z.strictObject({
  name,
  /** Made from the name when absent. Never changed later. */
  key: key.optional(),
  /** What tickets in it count as; statuses of the system keep theirs. */
  class: ticketClass,
  colour: z.enum(statusColours).optional(),
  /** Somebody has to answer tickets in it. */
  requiresResponse: z.boolean().optional(),
  /** Tickets in it stand in the inbox. */
  visibleInInbox: z.boolean().optional(),
  /** A customer's new message makes them open. */
  openOnNewMessage: z.boolean().optional(),
  /** Place in the list, 1 being the first; the last one by default. */
  position: z.int().min(1).max(10_000).optional(),
});

/** What is absent stays as it is. */
export const statusChange = statusInput.omit({ key: true }).partial();

export const status = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  class: ticketClass,
  colour: z.string(),
  requiresResponse: z.boolean(),
  visibleInInbox: z.boolean(),
  openOnNewMessage: z.boolean(),
  /** Made with the account: it stays. */
  system: z.boolean(),
  position: z.int(),
  createdAt: instant,
  updatedAt: instant,
});

export const statusPage = pageOf(status);
export const statusQuery = pageQuery(['position', 'name', 'changed']).extend({ class: ticketClass.optional() });
/** `moveTo`: the status that its tickets get; by default `open` or `closed`, whatever its class is. */
export const statusDeletion = forceQuery.extend({ moveTo: keyOrId.optional() });

export type StatusInput = z.input<typeof statusInput>;
export type StatusChange = z.input<typeof statusChange>;
export type Status = z.output<typeof status>;
export type StatusQuery = z.output<typeof statusQuery>;
