/** The verbs of proactive messages: those of all rules, on their family, with what may surprise. */
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import type { Language } from '@/lib/contracts/value';
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
import { entriesOf } from '../triggers/import-entries';
import { proactive } from './family';
import { withWarnings } from './warnings';

type Answer = Promise<ProactiveMessage>;

export const getMessage = async (context: Context, id: string): Answer =>
  withWarnings(context, await getRule(proactive, context, id));
export const createMessage = async (context: Context, input: unknown): Answer =>
  withWarnings(context, await createRule(proactive, context, input));
export const updateMessage = async (context: Context, id: string, input: unknown, expected?: number): Answer =>
  withWarnings(context, await updateRule(proactive, context, id, input, expected));
/** The copy is a draft. */
export const cloneMessage = async (context: Context, id: string, language: Language): Answer =>
  withWarnings(context, await cloneRule(proactive, context, id, language));
/** Publishes a draft, or resumes what was paused. */
export const publishMessage = async (context: Context, id: string): Answer =>
  withWarnings(context, await changeOne(proactive, context, 'activate', id));
export const pauseMessage = async (context: Context, id: string): Answer =>
  withWarnings(context, await changeOne(proactive, context, 'deactivate', id));
export const deleteMessage = async (context: Context, id: string, expected?: number): Promise<void> => {
  await changeOne(proactive, context, 'delete', id, expected);
};
/** Brings a deleted message back as it was. */
export const restoreMessage = async (context: Context, id: string): Answer =>
  withWarnings(context, await changeOne(proactive, context, 'restore', id));
export const bulkMessages = (context: Context, input: unknown) => changeMany(proactive, context, input);
export const exportMessages = (context: Context) => exportRules(proactive, context);
export const importMessages = (context: Context, input: unknown, options: unknown, language: Language) =>
  importRules(proactive, context, entriesOf(input), options, language);
/** Sets the priorities: the first of `ids` wins over all others. */
export const orderMessages = (context: Context, input: unknown) => orderRules(proactive, context, input);
export const listMessageVersions = (context: Context, id: string) => listVersions(proactive, context, id);
export const restoreMessageVersion = async (context: Context, id: string, version: number, expected?: number): Answer =>
  withWarnings(context, await restoreVersion(proactive, context, id, version, expected));
