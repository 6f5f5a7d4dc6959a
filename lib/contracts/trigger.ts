import * as z from 'zod';
import { LIMITS } from '@/lib/engine/limits';
import type { Action, Group } from '@/lib/engine/rule';
import { issuesOfBody } from '@/lib/engine/validation/rule-body';
import { flag, pageOf, pageQuery } from './list';
import { instant, keyOrId, oneLine, uuid, version } from './value';

const body = {
  on: z.unknown().meta({ $ref: '#/components/schemas/TriggerEvent' }),
  when: z.unknown().meta({ $ref: '#/components/schemas/TriggerGroup' }),
  do: z.unknown().meta({ $ref: '#/components/schemas/TriggerActions' }),
};

/**
 * `on`, `when` and `do` are checked by the engine's own validation, whose issues keep their paths and codes: also when
 * something else is wrong, so that one answer names every mistake.
 */
const checkBody = z.superRefine<Readonly<Record<'on' | 'when' | 'do', unknown>>>(
  (value, context) => {
    for (const { path, code, params } of issuesOfBody('trigger', value)) {
      context.addIssue({ code: 'custom', path: path === '' ? [] : [path], params: { code, ...params } });
    }
  },
  { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) },
);

const settings = {
  name: oneLine(LIMITS.nameLength),
  description: z.string().max(LIMITS.descriptionLength).default(''),
  active: z.boolean().default(false),
  oncePerTicket: z.boolean().default(false),
  channels: z.array(keyOrId).max(200).default([]),
};

/** What a caller sends. `version` may stand in the body instead of `If-Match`. */
export const triggerInput = z
  .strictObject({ ...settings, ...body, version: version.optional() })
  .check(checkBody)
  .transform(({ on, when, do: actions, ...rest }) => ({
    ...rest,
    // Proven by `issuesOfBody`.
    on: on as string,
    when: when as Group,
    do: actions as readonly Action[],
  }));

export type TriggerInput = z.output<typeof triggerInput>;

/** Something about a rule that may be meant and may surprise. */
export const warning = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

export const broken = z.object({
  reason: z.enum(['reference_gone', 'limit', 'malformed']),
  gone: z.array(z.string()),
  path: z.string().optional(),
  code: z.string().optional(),
});

export const trigger = z.object({
  id: uuid,
  name: z.string(),
  description: z.string(),
  active: z.boolean(),
  oncePerTicket: z.boolean(),
  channels: z.array(z.string()),
  on: z.string(),
  when: z.record(z.string(), z.unknown()),
  do: z.array(z.record(z.string(), z.unknown())),
  version: z.int(),
  /** Why it cannot run as written, else null. */
  broken: broken.nullable(),
  createdAt: instant,
  updatedAt: instant,
  warnings: z.array(warning).optional(),
});

export type Trigger = z.output<typeof trigger>;
export type Broken = z.output<typeof broken>;
export type RuleWarning = z.output<typeof warning>;

export const triggerSummary = z.object({
  id: uuid,
  name: z.string(),
  description: z.string(),
  active: z.boolean(),
  on: z.string(),
  version: z.int(),
  broken: broken.nullable(),
  updatedAt: instant,
  updatedBy: z.string().nullable(),
  /** Of the last seven days, the last one today. */
  fired: z.int(),
  failed: z.int(),
  days: z.array(z.int()),
});

export type TriggerSummary = z.output<typeof triggerSummary>;

export const triggerPage = pageOf(triggerSummary).extend({
  counts: z.object({ all: z.int(), active: z.int(), inactive: z.int(), broken: z.int() }),
});
const triggerFilters = {
  status: z.enum(['all', 'active', 'inactive', 'broken']).optional(),
  /** Those that run on it. */
  event: z.string().max(64).optional(),
  /** Key of a channel: those that run there, which those for all channels do. */
  channel: z.string().max(64).optional(),
};
export const triggerQuery = pageQuery(['status', 'name', 'changed', 'fired']).extend(triggerFilters);
export type TriggerQuery = z.output<typeof triggerQuery>;

export const bulkInput = z.strictObject({
  verb: z.enum(['activate', 'deactivate', 'delete', 'restore']),
  ids: z.array(uuid).min(1).max(10_000),
});
/** Also on everything that a search and filters leave. */
export const triggerBulkInput = z.union([
  bulkInput,
  z.strictObject({
    verb: z.enum(['activate', 'deactivate', 'delete']),
    matching: z.strictObject({ search: z.string().max(200).optional(), ...triggerFilters }),
  }),
]);
export const bulkResult = z.object({
  done: z.array(uuid),
  failed: z.array(
    z.object({
      id: uuid,
      /** Absent for one that does not exist. */
      name: z.string().optional(),
      code: z.string(),
      params: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});
export type BulkInput = z.output<typeof bulkInput>;
export type TriggerBulkInput = z.output<typeof triggerBulkInput>;
export type TriggerMatching = Extract<TriggerBulkInput, { matching: object }>['matching'];
export type BulkResult = z.output<typeof bulkResult>;

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const testInput = z.strictObject({
  trigger: z
    .strictObject({
      name: z.string().optional(),
      description: z.string().optional(),
      active: z.boolean().optional(),
      oncePerTicket: z.boolean().optional(),
      channels: z.array(z.string()).optional(),
      ...body,
    })
    .check(checkBody),
  event: z.string().optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  facts: z.record(z.string(), z.union([fact, z.record(z.string(), fact)])).default({}),
});
export type TestInput = z.output<typeof testInput>;
export const testResult = z.object({
  fires: z.boolean(),
  reason: z.string().optional(),
  trace: z.record(z.string(), z.unknown()),
  actions: z.array(z.record(z.string(), z.unknown())),
});

export const importQuery = z.strictObject({
  dryRun: flag.optional(),
  onConflict: z.enum(['replace', 'rename']).optional(),
  partial: flag.optional(),
});
export const importInput = z.union([z.array(z.unknown()).min(1).max(10_000), z.looseObject({})]);
export const importResult = z.object({
  imported: z.int(),
  dryRun: z.boolean(),
  entries: z.array(
    z.object({
      index: z.int(),
      name: z.string().nullable(),
      outcome: z.enum(['created', 'replaced', 'renamed', 'conflict', 'invalid']),
      id: uuid.optional(),
      storedAs: z.string().optional(),
      errors: z
        .array(z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()).optional() }))
        .optional(),
    }),
  ),
});
export type ImportQuery = z.output<typeof importQuery>;
export type ImportResult = z.output<typeof importResult>;
export type ImportEntry = ImportResult['entries'][number];

export const ruleVersion = z.object({
  version: z.int(),
  author: z.string().nullable(),
  createdAt: instant,
  body: z.record(z.string(), z.unknown()),
});
export type RuleVersion = z.output<typeof ruleVersion>;
