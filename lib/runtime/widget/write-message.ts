import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { invalid } from '@/lib/contracts/app-error';
import type { SentMessage } from '@/lib/engine/state/literal-event';
import { requireLoose } from '@/lib/services/attachments/read';
import { findChoice, findQuickReply } from '@/lib/services/widget/find-quick-reply';
import type { WidgetSession } from '@/lib/services/widget/find-session';
import { readProactiveReception } from '@/lib/services/widget/proactive-reception';
import { type ConversationHead, readHead } from '@/lib/services/widget/read-conversation';
import { readReception } from '@/lib/services/widget/reception';
import { insertInteraction } from '@/lib/services/widget/record-interaction';
import { tellHints } from '../hints';
import type { IngestOptions } from '../ingest/ingest';
import { findDone, isConflict, requireSame, submitFromWidget } from './submit';

export interface WidgetMessageInput {
  readonly id: string;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly reply?: string;
  /** The proactive message that it answers. */
  readonly proactive?: string;
}

/** A conversation may end while the message is on its way; then it begins the next one. */
const TRIES = 3;

/**
 * A customer's message: into the conversation that runs, else it begins one. Done once for each id.
 * @throws AppError `invalid` (unknown files or quick reply, `id_reused`)
 */
export async function writeMessage(
  database: Database,
  session: WidgetSession,
  input: WidgetMessageInput,
  options: IngestOptions = {},
): Promise<void> {
  if (await isRepeated(database, session, input, options)) return;
  try {
    await requireLoose(database, session.accountId, uploaderOf(session), input.attachments);
  } catch (error) {
    // The same message came twice at once: its files are taken, by itself.
    if (await isRepeated(database, session, input, options)) return;
    throw error;
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(database, session, input, options);
    } catch (error) {
      if (!isConflict(error, 'conversation_ended') || attempt === TRIES) throw error;
    }
  }
}

/** Whether it was written before. @throws AppError `invalid` (`id_reused`) when something else was */
async function isRepeated(
  database: Database,
  session: WidgetSession,
  input: WidgetMessageInput,
  options: IngestOptions,
): Promise<boolean> {
  const done = await findDone(database, session, input.id);
  if (!done) return false;
  if (done.here) await requireSame(database, session, { id: input.id, same: sameOf(input) }, options);
  // A session that has ended since: the next one sends what it does not know to have arrived.
  else if (input.reply === undefined && done.text !== input.text) throw invalid('id', 'id_reused');
  return true;
}

export function uploaderOf({ customer }: WidgetSession) {
  return { kind: 'customer', id: customer.id } as const;
}

async function send(
  database: Database,
  session: WidgetSession,
  input: WidgetMessageInput,
  options: IngestOptions,
): Promise<void> {
  const head = await readHead(database, session);
  const { text, reply } = await said(database, session, head, input);
  const { id, attachments } = input;
  const message: SentMessage = {
    ...{ id, text, sender: { type: 'customer' } },
    ...(attachments.length > 0 && { attachments }),
  };
  // In a running conversation it answers nothing any more.
  const begins = !head || head.view.phase === 'ended';
  const answered =
    begins && input.proactive ? await readProactiveReception(database, session, input.proactive) : undefined;
  const reception = answered ? answered.reception : await readReception(database, session, head?.view.phase);
  const chosen = answered?.answer ?? reply;
  const command = {
    verb: 'customer_message',
    message,
    ...(chosen !== undefined && { reply: chosen }),
    reception,
  } as const;
  const conversation = placeOf(session, head);
  await submitFromWidget(database, session, { id, same: sameOf(input), conversation, command }, options);
  // Other tabs follow the conversation before, or none.
  if (conversation !== head?.extId) {
    if (answered) await noteReply(database, session, answered);
    const { accountId: account, customer } = session;
    tellHints(database, [{ account, topic: 'customer', id: customer.id, seq: 0 }]);
  }
}

/** That a visitor answered a proactive message. */
async function noteReply(
  database: Database,
  session: WidgetSession,
  { rule, version }: { rule: string; version: number },
): Promise<void> {
  const head = await readHead(database, session);
  const place = head && { conversation: head.id };
  await insertInteraction(database, session, {
    id: uuidV7(),
    kind: 'reply',
    rule,
    version,
    visit: null,
    url: '',
    ...place,
  });
}

function sameOf({ text, attachments, reply }: WidgetMessageInput): object {
  return { text, attachments, reply: reply ?? null };
}

/**
 * The conversation that runs, else the next one, which is named after the one before it: two tabs that begin at once
 * mean the same.
 */
function placeOf({ customer, channel }: WidgetSession, head: ConversationHead | undefined): string {
  if (head && !isNew(head)) return head.extId;
  return `widget:${customer.id}:${head?.id ?? channel.id}`;
}

/** Whether the next message begins a conversation. */
function isNew(head: ConversationHead | undefined): boolean {
  return head === undefined || head.view.phase === 'ended';
}

/** A quick reply says its label. */
async function said(
  database: Database,
  session: WidgetSession,
  head: ConversationHead | undefined,
  { text, reply }: WidgetMessageInput,
): Promise<{ text: string; reply?: string }> {
  const { accountId } = session;
  if (reply === undefined) return { text };
  const offered = head && (await findQuickReply(database, accountId, head.id, reply));
  const label = offered ?? (isNew(head) ? await findChoice(database, session, reply) : undefined);
  if (label === undefined) throw invalid('reply', 'unknown_reply');
  return { text: label, reply };
}
