import * as z from 'zod';
import { LIMITS } from '@/lib/engine/limits';
import { issuesOfMessage } from '@/lib/engine/proactive/issues';
import { FREQUENCIES, WINDOWS } from '@/lib/engine/proactive/message';
import { eventsFor } from '@/lib/engine/registry';
import type { Group } from '@/lib/engine/rule';
import { flag, pageOf, pageQuery, sliceOf, sliceQuery } from './list';
import { broken } from './trigger';
import { instant, keyOrId, oneLine, timeZone, uuid, version } from './value';

export const proactiveStatus = z.enum(['draft', 'live', 'paused']);
export type ProactiveStatus = z.output<typeof proactiveStatus>;

const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .max(35);
const words = z.string().max(LIMITS.textLength);
const text = z.union([words, z.strictObject({ text: words, byLanguage: z.record(languageTag, words).optional() })]);

const reply = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agent'),
    followUp: text.default(''),
    details: z
      .array(z.enum(['name', 'email']))
      .max(2)
      .default(['name', 'email']),
  }),
  z.strictObject({ kind: z.literal('bot'), bot: z.string().max(64), answer: z.string().max(64) }),
]);

/** What a new message is on, until somebody chooses. */
const FIRST_EVENT = eventsFor('proactive')[0]?.id ?? '';

const body = {
  brand: keyOrId,
  channel: keyOrId,
  on: z.strictObject({ event: z.string().max(100), seconds: z.number().optional() }).default({ event: FIRST_EVENT }),
  when: z.unknown().default({ all: [] }).meta({ $ref: '#/components/schemas/ProactiveGroup' }),
  message: text.default(''),
  reply: reply.default({ kind: 'agent', followUp: '', details: ['name', 'email'] }),
  tags: z.array(z.string().trim().min(1).max(LIMITS.tagLength)).max(LIMITS.tagsPerAction).default([]),
  send: z.strictObject({ when: z.enum(WINDOWS), schedule: keyOrId.optional() }).default({ when: 'any' }),
  frequency: z.enum(FREQUENCIES).default('once_per_visit'),
};

/** What a draft may lack. */
const INCOMPLETE = new Set([
  'required',
  'empty_group',
  'empty_value',
  'too_few',
  'group_too_small',
  'nested_too_early',
]);

/**
 * What a caller sends. A draft may lack what publishing asks for; a message that is `live` or `paused` is checked whole.
 * `priority` is told, not set: the order of the list decides (`PUT /proactive-messages/order`).
 */
export const proactiveInput = z
  .strictObject({
    name: oneLine(LIMITS.nameLength),
    description: z.string().max(LIMITS.descriptionLength).default(''),
    status: proactiveStatus.default('draft'),
    priority: z.int().optional(),
    ...body,
    version: version.optional(),
  })
  .check(
    z.superRefine((value, context) => {
      for (const { path, code, params } of issuesOfMessage(value)) {
        if (value.status === 'draft' && INCOMPLETE.has(code)) continue;
        context.addIssue({ code: 'custom', path: path === '' ? [] : [path], params: { code, ...params } });
      }
    }),
  )
  // Proven by `issuesOfMessage`.
  .transform(({ when, ...rest }) => ({ ...rest, when: when as Group }));
export type ProactiveInput = z.input<typeof proactiveInput>;

export const proactiveMessage = z.object({
  id: uuid,
  name: z.string(),
  description: z.string(),
  status: proactiveStatus,
  /** Lower wins; the place in the list. */
  priority: z.int(),
  brand: z.string(),
  channel: z.string(),
  on: z.object({ event: z.string(), seconds: z.int().optional() }),
  when: z.record(z.string(), z.unknown()),
  message: z.union([
    z.string(),
    z.object({ text: z.string(), byLanguage: z.record(z.string(), z.string()).optional() }),
  ]),
  reply: z.looseObject({ kind: z.enum(['agent', 'bot']) }),
  tags: z.array(z.string()),
  send: z.object({ when: z.enum(WINDOWS), schedule: z.string().optional() }),
  frequency: z.enum(FREQUENCIES),
  version: z.int(),
  /** Why it is paused though it was live: what it names is gone. */
  broken: broken.nullable(),
  /** What may be meant and may surprise: `control_kept`, `answer_missing` … */
  warnings: z.array(
    z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()).optional() }),
  ),
  createdAt: instant,
  updatedAt: instant,
});
export type ProactiveMessage = z.output<typeof proactiveMessage>;

export const proactiveSummary = z.object({
  id: uuid,
  name: z.string(),
  status: proactiveStatus,
  priority: z.int(),
  brand: z.string(),
  channel: z.string(),
  message: z.string(),
  broken: broken.nullable(),
  version: z.int(),
  updatedAt: instant,
  updatedBy: z.string().nullable(),
  /** Of the last 28 days. */
  shown: z.int(),
  opened: z.int(),
  dismissed: z.int(),
  replied: z.int(),
});
export type ProactiveSummary = z.output<typeof proactiveSummary>;

export const proactivePage = pageOf(proactiveSummary).extend({
  counts: z.object({ all: z.int(), draft: z.int(), live: z.int(), paused: z.int() }),
  /** Messages of the account, drafts included, and how many it may have. */
  used: z.int(),
  limit: z.int(),
});
export const proactiveQuery = pageQuery(['priority', 'name', 'changed', 'shown']).extend({
  status: z.enum(['all', 'draft', 'live', 'paused']).optional(),
  brand: keyOrId.optional(),
  channel: keyOrId.optional(),
});
export type ProactiveQuery = z.output<typeof proactiveQuery>;

/** A visit that somebody types, to see which message would appear. */
export const previewInput = z.strictObject({
  /** A message as it stands in the editor; without it the channel's live messages alone. */
  message: z.unknown().optional(),
  /** Id of the stored message that it replaces. */
  id: uuid.optional(),
  channel: keyOrId,
  url: z.string().max(2_000),
  title: z.string().max(500).default(''),
  referrer: z.string().max(2_000).default(''),
  language: languageTag.nullable().default(null),
  returning: z.boolean().default(false),
  hoursSinceLastVisit: z.int().min(0).max(100_000).nullable().default(null),
  metadata: z.record(z.string().max(64), z.string().max(500)).default({}),
  secondsOnPage: z.int().min(0).max(86_400).default(0),
  shown: z.array(uuid).max(200).default([]),
  closedInVisit: z.array(uuid).max(200).default([]),
  inConversation: flag.default(false),
  at: z.iso.datetime({ offset: true }).optional(),
});
export type PreviewInput = z.output<typeof previewInput>;

export const previewResult = z.object({
  winner: z.string().nullable(),
  candidates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Null for the winner; else the first thing that stopped it. */
      stopped: z.looseObject({ by: z.string() }).nullable(),
      trace: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type PreviewResult = z.output<typeof previewResult>;

export const resultsQuery = z.strictObject({
  /** Where days begin; the account's zone when it is not said. */
  timeZone: timeZone.optional(),
});

export const proactiveResults = z.object({
  /** The last 28, today last. */
  days: z.array(z.object({ day: z.string(), shown: z.int(), opened: z.int(), dismissed: z.int(), replied: z.int() })),
  total: z.object({ shown: z.int(), opened: z.int(), dismissed: z.int(), replied: z.int() }),
});
export type ProactiveResults = z.output<typeof proactiveResults>;

/** Pages that visitors saw, newest first. `message` asks about one message: what stopped it. */
export const viewsQuery = sliceQuery.extend({
  /** In the address. */
  search: z.string().max(200).optional(),
  channel: keyOrId.optional(),
  message: uuid.optional(),
  /** Key or uuid. */
  customer: z.string().max(200).optional(),
  visit: z.string().max(64).optional(),
  /** Only where no message was shown. */
  nothing: flag.optional(),
});
export type ViewsQuery = z.output<typeof viewsQuery>;

/** What became of one message: `shown`, or the first thing that stopped it. */
const viewCandidate = z.object({
  id: uuid,
  name: z.string(),
  reason: z.looseObject({ by: z.string() }),
});

export const proactiveView = z.object({
  id: uuid,
  at: instant,
  url: z.string(),
  channel: z.string(),
  visit: z.string(),
  /** How long the page had been in sight when this was told. */
  seconds: z.int(),
  customer: z.object({ key: z.string(), name: z.string().nullable() }).nullable(),
  /** In the order of their priority. */
  candidates: z.array(viewCandidate),
});
export type ProactiveView = z.output<typeof proactiveView>;
export const proactiveViews = sliceOf(proactiveView);
export type ProactiveViews = z.output<typeof proactiveViews>;

export const proactiveViewDetail = proactiveView.extend({
  candidates: z.array(
    viewCandidate.extend({
      /** As it was then. */
      version: z.int(),
      on: z.object({ event: z.string(), seconds: z.int().optional() }).nullable(),
      /** Every condition with the value it saw; null when the version is not kept. */
      trace: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});
export type ProactiveViewDetail = z.output<typeof proactiveViewDetail>;
