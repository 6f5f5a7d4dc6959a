import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { instant, key, keyOrId, name, uuid } from './value';

/** Conversations that wait longer than `minutes` move to `group`. */
const overflowIn = z.strictObject({ group: keyOrId, minutes: z.int().min(1).max(1_440) });

export const groupInput = z.strictObject({
  name,
  /** Made from the name when absent. Never changed later. */
  key: key.optional(),
  agents: z.array(keyOrId).max(1_000).optional(),
  overflow: overflowIn.nullable().optional(),
});

/** What is absent stays as it is. */
export const groupChange = groupInput.omit({ key: true }).partial();

export const group = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  agents: z.array(z.string()),
  overflow: z.object({ group: z.string(), minutes: z.int() }).nullable(),
  createdAt: instant,
  updatedAt: instant,
});

export const groupPage = pageOf(group);
export const groupQuery = pageQuery(['name', 'changed']);

export type GroupInput = z.input<typeof groupInput>;
export type GroupChange = z.input<typeof groupChange>;
export type Group = z.output<typeof group>;
export type GroupQuery = z.output<typeof groupQuery>;
