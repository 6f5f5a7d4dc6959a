import * as z from 'zod';
import { pageOf, pageQuery } from './list';
import { instant, key, keyOrId, language, name, uuid, version } from './value';

export const channelKind = z.enum(['web', 'mobile', 'api', 'social', 'email', 'marketplace']);

/** Scheme and host, stored as browsers send it in `Origin`: without a slash at the end, in lower case. */
const origin = z
  .string()
  .trim()
  .max(200)
  .overwrite((text) => originOf(text) ?? text)
  .refine((text) => originOf(text) === text, { params: { code: 'not_an_origin' } });

/** The origin that an address of a site without path, query and user names; else undefined. */
export function originOf(address: string): string | undefined {
  if (!/^https?:\/\/[^/?#*@]+\/?$/i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).origin;
}

const colour = z
  .string()
  .trim()
  .refine((text) => /^#[0-9a-f]{6}$/i.test(text), { params: { code: 'not_a_colour' } });

/** Largest uploaded logo, in bytes. */
export const LOGO_MAX_BYTES = 256_000;

/** An image on the web, or an uploaded one by the path that the upload answered. */
const logo = z
  .string()
  .trim()
  .max(2_000)
  .refine((text) => /^\/api\/v1\/logos\/[0-9a-f]{64}$/.test(text) || /^https:\/\/[^/?#]/.test(text), {
    params: { code: 'not_a_logo' },
  });

/** Looks and limits of a channel; the answers of its Responses tab are a resource of their own. */
export const channelSettings = z.strictObject({
  language: language.optional(),
  colour: colour.optional(),
  logo: logo.optional(),
  position: z.enum(['left', 'right']).optional(),
  /** Sites that may show the widget; none means any. */
  allowedOrigins: z.array(origin).max(50).optional(),
});

export const channelInput = z.strictObject({
  name,
  key: key.optional(),
  kind: channelKind.default('api'),
  /** The account's first brand when absent. */
  brand: keyOrId.optional(),
  defaultGroup: keyOrId.nullable().optional(),
  settings: channelSettings.optional(),
  active: z.boolean().optional(),
});

const looks = channelSettings.shape;
/** What is absent stays, what is null goes back to the default. */
const channelSettingsChange = z.strictObject({
  language: looks.language.nullable(),
  colour: looks.colour.nullable(),
  logo: looks.logo.nullable(),
  position: looks.position.nullable(),
  allowedOrigins: looks.allowedOrigins.nullable(),
});

/** What is absent stays as it is; kind and key never change. */
export const channelChange = channelInput
  .omit({ key: true, kind: true })
  .partial()
  .extend({ settings: channelSettingsChange.optional(), version: version.optional() });

/** Where an uploaded logo is: what goes into `settings.logo`. */
export const uploadedLogo = z.object({ logo: z.string() });

export const channel = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  kind: channelKind,
  brand: z.string(),
  defaultGroup: z.string().nullable(),
  settings: z.looseObject(looks),
  active: z.boolean(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});

/** A site that has loaded the channel's widget. */
export const channelSighting = z.object({
  /** `https://shop.example.com` */
  origin: z.string(),
  /** Whether the allowed origins of the channel let it show the widget. */
  allowed: z.boolean(),
  firstSeenAt: instant,
  seenAt: instant,
});
export const channelSightingList = z.object({ items: z.array(channelSighting) });

/** As listed: also whether it works, at a glance. */
export const channelSummary = channel.extend({
  /** The allowed site that loaded the widget last. */
  seen: z.object({ origin: z.string(), at: instant }).nullable(),
  /** The bot that answers first. */
  bot: z.object({ key: z.string(), name: z.string() }).nullable(),
});

export const channelPage = pageOf(channelSummary);
export const channelQuery = pageQuery(['name', 'changed']).extend({
  kind: channelKind.optional(),
  status: z.enum(['all', 'active', 'inactive']).optional(),
});

export type ChannelInput = z.input<typeof channelInput>;
export type ChannelChange = z.input<typeof channelChange>;
export type Channel = z.output<typeof channel>;
export type ChannelSummary = z.output<typeof channelSummary>;
export type ChannelKind = z.output<typeof channelKind>;
export type ChannelSighting = z.output<typeof channelSighting>;
export type ChannelQuery = z.output<typeof channelQuery>;
