import * as z from 'zod';

/** A slug: the name by which rules, events and the API call a thing. Unique per account, never changed. */
export const key = z
  .string()
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/)
  .refine((text) => !isUuid(text), { params: { code: 'looks_like_id' } });

/** How a caller names a thing: its key or its uuid. */
export const keyOrId = z.string().min(1).max(64);

export const uuid = z.uuid();

/** One line of text, as in names; surrounding spaces fall away. */
export const oneLine = (maximum: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((text) => !/\p{Cc}/u.test(text), { params: { code: 'control_character' } });

export const name = oneLine(120);

export const email = z.string().trim().max(254).pipe(z.email());

export const language = z.enum(['en', 'fr']);

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { params: { code: 'unknown_time_zone' } });

export const role = z.enum(['admin', 'lead', 'agent']);

/** A moment in an answer: ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** A moment given by a caller: ISO 8601 with any offset. */
export const instantIn = z.iso.datetime({ offset: true });

/** The version a change was made on; absent means "whatever stands". */
export const version = z.int().min(1).max(2_147_483_647);

export type Role = z.output<typeof role>;
export type Language = z.output<typeof language>;

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** A key made from a name: `Support – Nord` → `support-nord`; empty when nothing is left. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    // Offsets such as +02:00 are accepted by Intl and are no zones.
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
