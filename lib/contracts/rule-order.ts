import * as z from 'zod';
import { uuid } from './value';

/** Every rule of a family once, the first one first. */
export const orderInput = z.strictObject({ ids: z.array(uuid).min(1).max(10_000) });
