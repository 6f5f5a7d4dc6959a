import * as z from 'zod';
import { connectors } from '@/lib/engine/definition';
import { LIMITS } from '@/lib/engine/limits';
import type { Action, Group } from '@/lib/engine/rule';
import { SUPPOSED } from '@/lib/engine/state/supposed';
import { issuesOfWorkflow } from '@/lib/engine/validation/workflow';
import { pageOf, pageQuery } from './list';
import { broken, testResult, warning } from './trigger';
import { instant, oneLine, uuid, version } from './value';

const body = {
  when: z.unknown().meta({ $ref: '#/components/schemas/WorkflowConditions' }),
  do: z.unknown().meta({ $ref: '#/components/schemas/WorkflowActions' }),
};

/** `when` and `do` are checked by the engine's own validation, also when something else is wrong. */
const checkBody = z.superRefine<Readonly<Record<'when' | 'do', unknown>>>(
  (value, context) => {
    for (const { path, code, params } of issuesOfWorkflow(value)) {
      context.addIssue({ code: 'custom', path: path === '' ? [] : [path], params: { code, ...params } });
    }
  },
  { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) },
);

/** What a caller sends. Without `position` a new workflow is the last one, an edited one stays at its place. */
export const workflowInput = z
  .strictObject({
    name: oneLine(LIMITS.nameLength),
    description: z.string().max(LIMITS.descriptionLength).default(''),
    active: z.boolean().default(true),
    position: z.int().min(1).max(100_000).optional(),
    ...body,
    version: version.optional(),
  })
  .check(checkBody)
  // Proven by `issuesOfWorkflow`.
  .transform(({ when, do: actions, ...rest }) => ({ ...rest, when: when as Group, do: actions as readonly Action[] }));

export type WorkflowInput = z.output<typeof workflowInput>;

/** What starts it, as its conditions say: something happens, time passes, or the ticket's state. */
export const workflowStart = z.enum(['event', 'due', 'state']);
/** What must be connected before it can be active. */
const waitsFor = z.array(z.enum(connectors));
const tree = z.record(z.string(), z.unknown());
const actions = z.array(z.record(z.string(), z.unknown()));

export const workflow = z.object({
  id: uuid,
  name: z.string(),
  description: z.string(),
  active: z.boolean(),
  position: z.int(),
  when: tree,
  do: actions,
  start: workflowStart,
  waitsFor,
  version: z.int(),
  /** Why it cannot run as written, else null. */
  broken: broken.nullable(),
  createdAt: instant,
  updatedAt: instant,
  warnings: z.array(warning).optional(),
});
export type Workflow = z.output<typeof workflow>;

/** A card of the list: with conditions and actions, which it says in words. */
export const workflowSummary = z.object({
  id: uuid,
  name: z.string(),
  description: z.string(),
  active: z.boolean(),
  position: z.int(),
  when: tree,
  do: actions,
  start: workflowStart,
  waitsFor,
  version: z.int(),
  broken: broken.nullable(),
  updatedAt: instant,
  updatedBy: z.string().nullable(),
  /** Of the last seven days, the last one today. */
  fired: z.int(),
  failed: z.int(),
  days: z.array(z.int()),
});
export type WorkflowSummary = z.output<typeof workflowSummary>;

export const workflowPage = pageOf(workflowSummary).extend({
  counts: z.object({ all: z.int(), active: z.int(), inactive: z.int(), broken: z.int() }),
});
export const workflowQuery = pageQuery(['position', 'name', 'changed', 'fired', 'status']).extend({
  status: z.enum(['all', 'active', 'inactive', 'broken']).optional(),
});
export type WorkflowQuery = z.output<typeof workflowQuery>;

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const unsaved = z
  .strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    active: z.boolean().optional(),
    position: z.int().optional(),
    ...body,
  })
  .check(checkBody);

/** What is supposed to have just happened to a ticket; `nothing`: only time passed. */
export const workflowOccasion = z.enum(SUPPOSED);
export type WorkflowOccasion = z.output<typeof workflowOccasion>;

/** Number, key or uuid. */
const ticketName = z.union([z.string().min(1).max(200), z.int().min(1)]);

export const workflowTestInput = z.strictObject({
  workflow: unsaved,
  /** Number, key or uuid of a ticket: it is judged as if what it shows had just happened. Without one `facts` alone count. */
  ticket: ticketName.optional(),
  /** What happened to the ticket; without it everything that it shows, at once. */
  event: workflowOccasion.optional(),
  /** Text of a customer's message that has just arrived; the ticket's last one unless given. */
  message: z.string().max(20_000).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  /** By ids of fields; they win over the ticket's. `null`: there is none. */
  facts: z.record(z.string(), z.union([fact, z.record(z.string(), fact)])).default({}),
});
export type WorkflowTestInput = z.input<typeof workflowTestInput>;

export const workflowTestResult = testResult.extend({
  ticket: z.object({ id: uuid, key: z.string(), number: z.int().nullable() }).nullable(),
  /** What was judged. */
  facts: z.record(z.string(), z.unknown()),
  /** Variables without a value, which its texts would leave empty. */
  missing: z.array(z.string()),
});
export type WorkflowTestResult = z.output<typeof workflowTestResult>;

export const workflowFactsInput = z.strictObject({
  ticket: ticketName,
  event: workflowOccasion.optional(),
  message: z.string().max(20_000).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});
export type WorkflowFactsInput = z.input<typeof workflowFactsInput>;

const textOrNull = z.string().nullable();
export const workflowFacts = z.object({
  ticket: z.object({ id: uuid, key: z.string(), number: z.int().nullable() }),
  /** The moment of the facts. */
  at: instant,
  facts: z.record(z.string(), z.unknown()),
  /** What the variables of its texts are made from. */
  variables: z.object({
    ticket: z.object({ number: z.int().nullable(), url: textOrNull }),
    customer: z.object({ name: textOrNull, email: textOrNull }),
    agent: z.object({ name: z.string(), email: textOrNull }).nullable(),
  }),
  /** How moments are written in them. */
  reader: z.object({ timeZone: z.string(), locale: z.string() }),
});
export type WorkflowFacts = z.output<typeof workflowFacts>;

export const workflowWouldFireInput = z.strictObject({
  workflow: unsaved,
  limit: z.int().min(1).max(200).default(200),
});

/** How many tickets a workflow would act on if it were applied to those that exist. */
export const workflowReach = z.object({
  /** Tickets on which it holds now and was not applied yet. */
  matching: z.int(),
  examined: z.int(),
  /** There are more tickets than were examined. */
  more: z.boolean(),
});
export type WorkflowReach = z.output<typeof workflowReach>;
export const workflowApplied = z.object({
  /** Tickets on which it ran. */
  fired: z.int(),
  /** Tickets that it was applied to: those on which it held a moment ago. */
  applied: z.int(),
  more: z.boolean(),
});
export type WorkflowApplied = z.output<typeof workflowApplied>;
