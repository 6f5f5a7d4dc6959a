import * as z from 'zod';
import { instant, name, uuid } from './value';

export const channelKeyInput = z.strictObject({ name, active: z.boolean().optional() });

/** What is absent stays as it is; the secret never changes. */
export const channelKeyChange = channelKeyInput.partial();

/** Signs the JWTs by which a site says who its visitor is. */
export const channelKey = z.object({
  /** The JWT's `kid`, if it names one. */
  id: uuid,
  name: z.string(),
  active: z.boolean(),
  lastUsedAt: instant.nullable(),
  createdAt: instant,
});

/** `secret` is shown this once: the text itself is the HS256 secret. */
export const newChannelKey = channelKey.extend({ secret: z.string() });

export const channelKeyList = z.object({ items: z.array(channelKey) });

/** Why a customer's JWT is refused; words: `problems.issue.<fault>`. */
export const jwtFault = z.enum([
  'jwt_malformed',
  'jwt_algorithm',
  'jwt_no_key',
  'jwt_unknown_key',
  'jwt_inactive_key',
  'jwt_unreadable_key',
  'jwt_signature',
  'jwt_expired',
  'jwt_not_yet_valid',
  'jwt_time_claim',
  'jwt_external_id',
  'jwt_name',
  'jwt_email',
  'jwt_email_verified',
  'jwt_language',
]);

export const jwtText = z.string().trim().min(1).max(8_000);
export const jwtTestInput = z.strictObject({ jwt: jwtText });

/** What the server makes of a JWT. Claims are shown as soon as they can be read, verified or not. */
export const jwtTest = z.object({
  verified: z.boolean(),
  fault: jwtFault.nullable(),
  /** The fault in the caller's language: what is wrong, then what to do. */
  message: z.string().nullable(),
  key: z.object({ id: uuid, name: z.string() }).nullable(),
  header: z.looseObject({}).nullable(),
  claims: z.looseObject({}).nullable(),
  /** Who the customer is then. */
  customer: z
    .object({
      externalId: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      emailVerified: z.boolean(),
      language: z.string().nullable(),
    })
    .nullable(),
});

export type ChannelKeyInput = z.input<typeof channelKeyInput>;
export type ChannelKeyChange = z.input<typeof channelKeyChange>;
export type ChannelKey = z.output<typeof channelKey>;
export type NewChannelKey = z.output<typeof newChannelKey>;
export type JwtFault = z.output<typeof jwtFault>;
export type JwtTest = z.output<typeof jwtTest>;
