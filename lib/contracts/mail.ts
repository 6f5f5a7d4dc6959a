import * as z from 'zod';
import { sliceOf, sliceQuery } from './list';
import { instant } from './value';

/** `caught`: kept instead of sent, since no mailbox was connected; `bounced`: sent, and it came back. */
export const mailStates = ['sent', 'caught', 'failed', 'bounced'] as const;

export const mailSummary = z.object({
  /** Uuid; of one that was never sent, the key of its delivery. */
  id: z.string(),
  state: z.enum(mailStates),
  to: z.array(z.string()),
  subject: z.string(),
  /** Key of the conversation that it belongs to. */
  conversation: z.string().nullable(),
  at: instant,
});

export const mail = mailSummary.extend({
  /** Null where it never got so far. */
  from: z.string().nullable(),
  text: z.string(),
  /** As it would have been sent; kept of caught mails alone. Not made safe: to be shown without scripts. */
  html: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  files: z.array(z.object({ name: z.string(), type: z.string(), size: z.int() })),
  /** Why it failed or came back, with the other server's own words where it said some. */
  problem: z.object({ code: z.string(), detail: z.string().nullable() }).nullable(),
});

export const mailSlice = sliceOf(mailSummary);

export const mailQuery = sliceQuery.extend({
  state: z.enum(mailStates).optional(),
  /** Part of an address that it goes to. */
  search: z.string().max(200).optional(),
});

export type MailState = (typeof mailStates)[number];
export type MailSummary = z.output<typeof mailSummary>;
export type Mail = z.output<typeof mail>;
export type MailQuery = z.output<typeof mailQuery>;
