import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { instant, instantIn, name, role, uuid } from './value';

export const tokenInput = z.strictObject({
  name,
  role,
  /** Never expires when absent. */
  expiresAt: instantIn.nullable().optional(),
});

export const token = z.object({
  id: uuid,
  name: z.string(),
  /** The first characters, to recognise it. */
  prefix: z.string(),
  role,
  createdBy: z.string().nullable(),
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  createdAt: instant,
});

/** `token` is shown this once. */
export const newToken = token.extend({ token: z.string() });

export const tokenPage = pageOf(token);
export const tokenQuery = pageQuery(['changed', 'name']);

export type TokenInput = z.input<typeof tokenInput>;
export type Token = z.output<typeof token>;
export type NewToken = z.output<typeof newToken>;
export type TokenQuery = z.output<typeof tokenQuery>;
