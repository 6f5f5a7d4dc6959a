import * as z from 'zod';
import { sliceOf, sliceQuery } from './list';
import { instant, instantIn, uuid } from './value';

export const change = z.object({
  id: uuid,
  at: instant,
  actor: z.object({ kind: z.enum(['user', 'token', 'system']), id: z.string().nullable(), name: z.string() }),
  /** What was changed: `trigger`, `group`, `user`, … */
  kind: z.string(),
  subject: z.object({ id: z.string(), name: z.string() }),
  verb: z.string(),
  /** With both, only what differs. */
  before: z.unknown(),
  after: z.unknown(),
});

export const changeSlice = sliceOf(change);

export const changeQuery = sliceQuery.extend({
  kind: z.string().max(40).optional(),
  /** Of the thing changed. */
  subject: z.string().max(100).optional(),
  /** Id of the user or token; `system` for the product itself. */
  actor: z.string().max(100).optional(),
  verb: z.string().max(40).optional(),
  from: instantIn.optional(),
  to: instantIn.optional(),
});

export type Change = z.output<typeof change>;
export type ChangeQuery = z.output<typeof changeQuery>;
