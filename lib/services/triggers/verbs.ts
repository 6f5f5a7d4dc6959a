/** The verbs of triggers: those of all rules, on the family of triggers. */
import type { Trigger, TriggerBulkInput, TriggerQuery } from '@/lib/contracts/trigger';
import type { Language } from '@/lib/contracts/value';
import type { Context } from '../context';
import { changeMany, changeMatching, changeOne } from '../rules/bulk';
import { cloneRule } from '../rules/clone';
import { createRule } from '../rules/create';
import { exportRules } from '../rules/export';
import { getRule } from '../rules/get';
import { importRules } from '../rules/import';
import { listRules } from '../rules/list';
import { updateRule } from '../rules/update';
import { listVersions, restoreVersion } from '../rules/versions';
import { triggers } from './family';
import { entriesOf } from './import-entries';

export const listTriggers = (context: Context, query: TriggerQuery) => listRules(triggers, context, query);
export const getTrigger = (context: Context, id: string) => getRule(triggers, context, id);
export const createTrigger = (context: Context, input: unknown) => createRule(triggers, context, input);
export const updateTrigger = (context: Context, id: string, input: unknown, expected?: number) =>
  updateRule(triggers, context, id, input, expected);
export const cloneTrigger = (context: Context, id: string, language: Language) =>
  cloneRule(triggers, context, id, language);
export const activateTrigger = (context: Context, id: string) => changeOne(triggers, context, 'activate', id);
export const deactivateTrigger = (context: Context, id: string) => changeOne(triggers, context, 'deactivate', id);
export const deleteTrigger = async (context: Context, id: string, expected?: number): Promise<void> => {
  await changeOne(triggers, context, 'delete', id, expected);
};
/** Brings a deleted trigger back as it was. */
export const restoreTrigger = (context: Context, id: string): Promise<Trigger> =>
  changeOne(triggers, context, 'restore', id);
/** On the triggers named, or on all that match. */
export const bulkTriggers = (context: Context, input: TriggerBulkInput) =>
  'matching' in input
    ? changeMatching(triggers, context, input.verb, input.matching)
    : changeMany(triggers, context, input);
export const exportTriggers = (context: Context) => exportRules(triggers, context);
export const importTriggers = (context: Context, input: unknown, options: unknown, language: Language) =>
  importRules(triggers, context, entriesOf(input), options, language);
export const listTriggerVersions = (context: Context, id: string) => listVersions(triggers, context, id);
export const restoreTriggerVersion = (context: Context, id: string, version: number, expected?: number) =>
  restoreVersion(triggers, context, id, version, expected);
