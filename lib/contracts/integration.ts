import * as z from 'zod';
export const connectionCheck = z.object({
  part: z.string(),
  ok: z.boolean(),
  code: z.string().nullable(),
  detail: z.string().nullable(),
});
export type ConnectionCheck = z.output<typeof connectionCheck>;
