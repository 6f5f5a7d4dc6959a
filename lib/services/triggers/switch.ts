import { AppError, type ErrorCode, notFound } from '@/lib/contracts/app-error';
import type { BulkInput, Trigger } from '@/lib/contracts/trigger';
import { isUuid } from '@/lib/contracts/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { readRule } from '../rules/rule-row';
import { bulkTriggers } from './bulk';
import { checkVersion } from './checks';
import { present } from './present';

/** @throws AppError `not_found`, `limit_exceeded`, `broken_reference` */
export const activateTrigger = (context: Context, id: string) => switchOne(context, id, 'activate');

/** Cancels what is waiting. @throws AppError `not_found` */
export const deactivateTrigger = (context: Context, id: string) => switchOne(context, id, 'deactivate');

/** Cancels what is waiting; can be undone by `restoreTrigger`. @throws AppError `not_found`, `stale_version` */
export async function deleteTrigger(context: Context, id: string, expected?: number): Promise<void> {
  permit(context.actor, 'rules.write');
  if (expected !== undefined)
    checkVersion(await readRule(context.db, context.actor.accountId, 'trigger', id), expected);
  await one(context, id, 'delete');
}

/** Brings a deleted trigger back. @throws AppError `not_found`, `name_taken` */
export const restoreDeletedTrigger = (context: Context, id: string) => switchOne(context, id, 'restore');

async function switchOne(context: Context, id: string, verb: BulkInput['verb']): Promise<Trigger> {
  await one(context, id, verb);
  return present(await readRule(context.db, context.actor.accountId, 'trigger', id));
}

async function one(context: Context, id: string, verb: BulkInput['verb']): Promise<void> {
  permit(context.actor, 'rules.write');
  if (!isUuid(id)) throw notFound('trigger', id);
  const { failed } = await bulkTriggers(context, { verb, ids: [id] });
  const [failure] = failed;
  // Codes and parameters were an AppError's before they were collected.
  if (failure) throw new AppError(failure.code as ErrorCode, failure.params as AppError['params']);
}
