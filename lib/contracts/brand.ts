import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { instant, key, name, uuid } from './value';

export const brandInput = z.strictObject({ name, key: key.optional(), active: z.boolean().optional() });

/** What is absent stays as it is. */
export const brandChange = brandInput.omit({ key: true }).partial();

export const brand = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  active: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});

/** As listed: with how many channels it owns. */
export const brandSummary = brand.extend({ channels: z.int() });

export const brandPage = pageOf(brandSummary);
export const brandQuery = pageQuery(['name', 'changed']);

export type BrandInput = z.input<typeof brandInput>;
export type BrandChange = z.input<typeof brandChange>;
export type Brand = z.output<typeof brand>;
export type BrandSummary = z.output<typeof brandSummary>;
export type BrandQuery = z.output<typeof brandQuery>;
