import type { Database } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { EventIssue } from '@/lib/contracts/event';
import type { Command } from '@/lib/engine/state/derive';
import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Context } from '@/lib/services/context';
import { findConversation } from '@/lib/services/conversations/find';
import { type Capability, permit } from '@/lib/services/permit';
import type { IngestOptions } from '../ingest/ingest';
import { submit } from '../ingest/ingest';
import {
  type ActorName,
  type ItemResult,
  type OwnEntry,
  ownItem,
  type SaidConversation,
  type SaidCustomer,
} from '../ingest/item';

/** A conversation that the command may begin. */
export interface Beginning {
  readonly channel: string;
  readonly conversation: SaidConversation;
  readonly customer: SaidCustomer;
}

/**
 * Does a verb on a conversation that exists, found by uuid or the caller's id.
 * @throws AppError `not_found`, `forbidden`, `conflict` with the reason when its state refuses the verb
 */
export async function onConversation(
  { db, actor }: Context,
  idOrKey: string,
  command: Command,
  { capability = 'conversations.write', ...options }: IngestOptions & { key?: string; capability?: Capability } = {},
): Promise<{ id: string }> {
  permit(actor, capability);
  const { id, extId } = await findConversation(db, actor, idOrKey);
  const name = { key: actor.agent?.key ?? null, name: actor.name };
  await runCommand(db, actor.accountId, extId, command, { ...options, actor: name });
  return { id };
}

/** Does a verb for a widget, a connector or the product itself. `key` makes it idempotent. @throws AppError `conflict` */
export function runCommand(
  database: Database,
  accountId: string,
  conversation: string,
  command: Command,
  { key, clock, actor }: IngestOptions & { key?: string; actor?: ActorName } = {},
): Promise<ItemResult> {
  return submitOne(
    database,
    accountId,
    { key, ...about({ id: conversation }), what: { kind: 'command', command, ...(actor && { actor }) } },
    { clock },
  );
}

/** Says a literal event of our own, which may begin a conversation. @throws AppError `conflict`, `invalid` */
export function sayEvent(
  database: Database,
  accountId: string,
  { channel, conversation, customer }: Beginning,
  event: LiteralEvent,
  { key, clock }: IngestOptions & { key?: string } = {},
): Promise<ItemResult> {
  const { id: _id, ...said } = conversation;
  const entry = { key, ...about(conversation), channel, customer, payload: withoutType(event) };
  return submitOne(
    database,
    accountId,
    { ...entry, what: { kind: 'event', event: { ...event, conversation: said, customer } } },
    { clock },
  );
}

/** @throws AppError for what was rejected */
export async function submitOne(
  database: Database,
  accountId: string,
  entry: OwnEntry,
  options: IngestOptions,
): Promise<ItemResult> {
  const [result] = await submit(database, accountId, [ownItem(entry)], options);
  if (!result) throw new Error('The command was not answered');
  if (result.defect) throw result.defect;
  const [error] = result.errors;
  if (!error) return result;
  // An issue at a place is invalid input; one without is the state's refusal.
  if (error.path !== '') throw new AppError('invalid', {}, { issues: [...result.errors] });
  throw new AppError('conflict', { reason: error.code, ...(await whoWasQuicker(database, accountId, error.params)) });
}

/** Key and name of the agent who has it now. */
async function whoWasQuicker(
  database: Database,
  accountId: string,
  params: EventIssue['params'],
): Promise<Record<string, string>> {
  const key = params?.agent;
  if (key === undefined) return {};
  const [row] = await database.query<{ name: string }>('select name from agents where account_id = $1 and key = $2', [
    accountId,
    key,
  ]);
  return { agent: String(key), name: row?.name ?? String(key) };
}

function about(conversation: SaidConversation) {
  return { occurredAt: null, channel: undefined, conversation, customer: null, payload: {} };
}

function withoutType({ type: _type, ...rest }: LiteralEvent): object {
  return rest;
}
