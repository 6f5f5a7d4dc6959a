import * as z from 'zod';
import { instant, uuid } from './value';

/** What a rule has written for an agent to send, change or discard. */
export const replyDraft = z.object({
  id: uuid,
  /** Of the firing that wrote it. */
  firing: uuid,
  rule: z.string(),
  text: z.string(),
  createdAt: instant,
});

/** Null when nothing waits for an agent. */
export const openDraft = z.object({ draft: replyDraft.nullable() });

/** Without `text` it goes out as it was written. */
export const draftSending = z.strictObject({ draft: uuid, text: z.string().trim().min(1).max(8_000).optional() });
export const draftDiscarding = z.strictObject({ draft: uuid });

export type ReplyDraft = z.output<typeof replyDraft>;
export type OpenDraft = z.output<typeof openDraft>;
export type DraftSending = z.output<typeof draftSending>;
