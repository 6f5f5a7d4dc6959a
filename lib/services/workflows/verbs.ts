/** The verbs of workflows: those of all rules, on their family, with what they still wait for. */
import type { Queries } from '@/db/client';
import type { Language } from '@/lib/contracts/value';
import type { Workflow } from '@/lib/contracts/workflow';
import type { Action } from '@/lib/engine/rule';
import { connectedOf, connectorsOf } from '../connectors/connected';
import type { Context } from '../context';
import { changeMany, changeOne } from '../rules/bulk';
import { cloneRule } from '../rules/clone';
import { createRule } from '../rules/create';
import { exportRules } from '../rules/export';
import { getRule } from '../rules/get';
import { importRules } from '../rules/import';
import { orderRules } from '../rules/order';
import { updateRule } from '../rules/update';
import { listVersions, restoreVersion } from '../rules/versions';
import { entriesIn } from './entries-in';
import { workflows } from './family';

type Answer = Promise<Workflow>;

export const getWorkflow = async (context: Context, id: string): Answer =>
  told(context, await getRule(workflows, context, id));
export const createWorkflow = async (context: Context, input: unknown): Answer =>
  told(context, await createRule(workflows, context, input));
export const updateWorkflow = async (context: Context, id: string, input: unknown, expected?: number): Answer =>
  told(context, await updateRule(workflows, context, id, input, expected));
export const cloneWorkflow = async (context: Context, id: string, language: Language): Answer =>
  told(context, await cloneRule(workflows, context, id, language));
export const activateWorkflow = async (context: Context, id: string): Answer =>
  told(context, await changeOne(workflows, context, 'activate', id));
export const deactivateWorkflow = async (context: Context, id: string): Answer =>
  told(context, await changeOne(workflows, context, 'deactivate', id));
export const deleteWorkflow = async (context: Context, id: string, expected?: number): Promise<void> => {
  await changeOne(workflows, context, 'delete', id, expected);
};
/** Brings a deleted workflow back as it was; what it waits for in time begins anew. */
export const restoreWorkflow = async (context: Context, id: string): Answer =>
  told(context, await changeOne(workflows, context, 'restore', id));
export const bulkWorkflows = (context: Context, input: unknown) => changeMany(workflows, context, input);
/** The order in which workflows of one event run. */
export const orderWorkflows = (context: Context, input: unknown) => orderRules(workflows, context, input);
export const exportWorkflows = (context: Context) => exportRules(workflows, context);
export const importWorkflows = (context: Context, input: unknown, options: unknown, language: Language) =>
  importRules(workflows, context, entriesIn(input), options, language);
export const listWorkflowVersions = (context: Context, id: string) => listVersions(workflows, context, id);
export const restoreWorkflowVersion = async (
  context: Context,
  id: string,
  version: number,
  expected?: number,
): Answer => told(context, await restoreVersion(workflows, context, id, version, expected));

/** What is not connected yet of what an answer's actions need. */
export async function waitsFor(tx: Queries, accountId: string, actions: unknown): Promise<Workflow['waitsFor']> {
  // The actions of a stored rule.
  const needed = connectorsOf('workflow', actions as readonly Action[]);
  if (needed.length === 0) return [];
  const connected = await connectedOf(tx, accountId);
  return needed.map(({ connector }) => connector).filter((connector) => !connected.has(connector));
}

async function told({ db, actor }: Context, workflow: Workflow): Answer {
  return { ...workflow, waitsFor: await waitsFor(db, actor.accountId, workflow.do) };
}
