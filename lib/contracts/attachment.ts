import * as z from 'zod';
import { oneLine, uuid } from './value';

export const ATTACHMENT_MAX_BYTES = 10_000_000;
export const ATTACHMENTS_PER_MESSAGE = 10;

/** A file of a message. Its bytes come from `GET /attachments/{id}`. */
export const attachment = z.object({
  id: uuid,
  name: z.string(),
  /** Media type, as the server found it. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Of images, in pixels. */
  width: z.int().optional(),
  height: z.int().optional(),
});

/** The body of the request is the file itself, its media type the header Content-Type. */
export const attachmentQuery = z.strictObject({ name: oneLine(200) });

/** Ids of files uploaded before, in the order in which they are shown. */
export const attachmentIds = z.array(uuid).max(ATTACHMENTS_PER_MESSAGE);

export type Attachment = z.output<typeof attachment>;
export type AttachmentQuery = z.output<typeof attachmentQuery>;
