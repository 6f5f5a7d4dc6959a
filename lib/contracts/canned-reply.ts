import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { instant, oneLine, uuid } from './value';

/** What is typed after `/` to find it: one word. */
const shortcut = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((text) => /^[\p{L}\p{N}_-]*$/u.test(text), { params: { code: 'not_one_word' } });

export const cannedReplyInput = z.strictObject({
  shortcut,
  title: oneLine(120),
  /** May use the placeholders of triggers (`@customer_name`); they are filled in for the conversation on insertion. */
  text: z.string().trim().min(1).max(8_000),
  /** For everybody, which admins and leads may decide; else only for whoever made it. */
  shared: z.boolean().default(false),
});

/** What is absent stays as it is. */
export const cannedReplyChange = z.strictObject({
  shortcut: shortcut.optional(),
  title: oneLine(120).optional(),
  text: z.string().trim().min(1).max(8_000).optional(),
  shared: z.boolean().optional(),
});

export const cannedReply = z.object({
  id: uuid,
  shortcut: z.string(),
  title: z.string(),
  text: z.string(),
  shared: z.boolean(),
  /** Who made it; null when made by a token or by somebody who is gone. */
  owner: z.object({ id: uuid, name: z.string() }).nullable(),
  /** Whether the caller may change and delete it. */
  mayChange: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});

export const cannedReplyPage = pageOf(cannedReply);

/** `search` looks into shortcut, title and text; shortcuts that begin with it come first. */
export const cannedReplyQuery = pageQuery(['shortcut', 'title', 'changed']).extend({
  scope: z.enum(['own', 'shared']).optional(),
});

/** Uuid or own id of the conversation that it is to be inserted into. */
export const cannedReplyRendering = z.strictObject({ conversation: z.string().min(1).max(200) });

/** `missing` names placeholders that have no value in this conversation; they are left out of the text. */
export const renderedReply = z.object({ text: z.string(), missing: z.array(z.string()) });

export type CannedReply = z.output<typeof cannedReply>;
export type CannedReplyInput = z.input<typeof cannedReplyInput>;
export type CannedReplyChange = z.input<typeof cannedReplyChange>;
export type CannedReplyQuery = z.output<typeof cannedReplyQuery>;
export type RenderedReply = z.output<typeof renderedReply>;
