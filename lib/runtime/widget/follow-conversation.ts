/** What a widget hears: its customer's conversation as it changes, each message once by its number. */
import type { Database } from '@/db/client';
import {
  MESSAGES_PER_VIEW,
  type UpdatesQuery,
  type WidgetConversation,
  type WidgetEvent,
  type WidgetMessage,
} from '@/lib/contracts/widget';
import { requireSession, type WidgetSession } from '@/lib/services/widget/find-session';
import { type ConversationHead, readHead, withMessages } from '@/lib/services/widget/read-conversation';
import { readMessages } from '@/lib/services/widget/read-messages';
import type { Hint } from '../hints';
import { watchConversation } from '../realtime/compare';
import { follow } from '../realtime/follow';
import type { Passing } from '../realtime/passing';
import { listenForTyping, whoTypes } from '../realtime/who-types';

const MESSAGES_AT_ONCE = 200;
/** Who waits moves up when others are accepted, of which nobody hints. */
const WAITING_MILLISECONDS = 8_000;
/** Lost hints are found otherwise (`watchConversation`); this is for what time alone changes, such as the session's end. */
const QUIET_MILLISECONDS = 60_000;
/** The session is looked at again so often at most, and whenever something happened to its customer. */
const SESSION_MILLISECONDS = 30_000;

/** Events until the signal. Ends with `session_ended` or `unauthenticated` when the session does. */
export async function* followConversation(
  database: Database,
  { token, session, after, conversation }: { token: string; session: WidgetSession } & UpdatesQuery,
  signal: AbortSignal,
): AsyncGenerator<WidgetEvent, void, undefined> {
  const reader = new ConversationReader(database, { after, conversation });
  let known = session;
  let lookAgainAt = 0;
  let watched: string | undefined;
  let unwatch = () => {};
  const watch = (id: string | undefined) => {
    if (id === watched) return;
    unwatch();
    watched = id;
    unwatch = id === undefined ? () => {} : watchConversation(database, session.accountId, id);
  };
  const following = follow<WidgetEvent>({
    database,
    signal,
    concerns(hint) {
      if (hint.topic === 'customer' && hint.id === known.customer.id) lookAgainAt = 0;
      return reader.concerns(hint, known);
    },
    async read() {
      if (Date.now() >= lookAgainAt) {
        // Before the look: what is hinted at meanwhile has it look once more.
        lookAgainAt = Date.now() + SESSION_MILLISECONDS;
        known = await requireSession(database, token);
      }
      const events = await reader.read(known);
      watch(reader.conversation);
      return events;
    },
    passing: (passing) => reader.passing(passing, known),
    compareMilliseconds: () => (reader.isWaiting ? WAITING_MILLISECONDS : QUIET_MILLISECONDS),
  });
  try {
    yield* following;
  } finally {
    unwatch();
  }
}

/** What has changed since the numbers that a widget has, and which agent types now: for those that cannot hold a stream. */
export async function readUpdates(
  database: Database,
  session: WidgetSession,
  have: UpdatesQuery,
): Promise<WidgetEvent[]> {
  listenForTyping(database);
  const reader = new ConversationReader(database, have);
  const events = await reader.read(session);
  return [...events, ...reader.typing()];
}

class ConversationReader {
  readonly #database: Database;
  #conversation: string | undefined;
  #seq: number;
  #phase: WidgetConversation['phase'] | undefined;
  /** The view as it was told last, without what messages change. */
  #told: string | undefined;

  constructor(database: Database, { after, conversation }: UpdatesQuery) {
    this.#database = database;
    this.#conversation = conversation;
    this.#seq = conversation === undefined ? 0 : after;
  }

  get conversation(): string | undefined {
    return this.#conversation;
  }

  get isWaiting(): boolean {
    return this.#phase === 'requesting' || this.#phase === 'queued';
  }

  concerns({ account, topic, id }: Hint, { accountId, customer }: WidgetSession): boolean {
    if (account !== accountId) return false;
    return topic === 'conversation' ? id === this.#conversation : topic === 'customer' && id === customer.id;
  }

  passing(
    { account, topic, conversation, by, active, name }: Passing,
    { accountId }: WidgetSession,
  ): WidgetEvent | undefined {
    if (account !== accountId || topic !== 'typing' || by !== 'agent') return undefined;
    return conversation === this.#conversation ? { type: 'typing', typing: active, name } : undefined;
  }

  /** The agents who type at this moment in the conversation that was read last. */
  typing(): WidgetEvent[] {
    const all = this.#phase === undefined ? [] : whoTypes(this.#database, this.#conversation ?? '');
    return all.filter(({ by }) => by === 'agent').map(({ name }) => ({ type: 'typing', typing: true, name }));
  }

  async read(session: WidgetSession): Promise<WidgetEvent[]> {
    const head = await readHead(this.#database, session);
    this.#phase = head?.view.phase;
    if (!head) return this.#nothing();
    if (head.id !== this.#conversation) {
      this.#conversation = head.id;
      this.#seq = 0;
      this.#told = undefined;
    }
    const conversation = this.#seq === 0 ? await this.#whole(session, head) : await this.#continued(session, head);
    // What the customer may not see has numbers too.
    this.#seq = Math.max(head.view.lastSeq, conversation.messages.at(-1)?.seq ?? 0);
    const { lastSeq: _, messages: __, moreBefore: ___, ...header } = conversation;
    const now = JSON.stringify(header);
    const same = now === this.#told;
    this.#told = now;
    if (!same) return [{ type: 'conversation', conversation }];
    return conversation.messages.map((message) => ({ type: 'message', conversation: head.id, message }));
  }

  #nothing(): WidgetEvent[] {
    const first = this.#told !== 'nothing';
    this.#told = 'nothing';
    this.#conversation = undefined;
    this.#seq = 0;
    return first ? [{ type: 'conversation', conversation: null }] : [];
  }

  async #whole(session: WidgetSession, head: ConversationHead): Promise<WidgetConversation> {
    return withMessages(head, await readMessages(this.#database, session, head.id, { last: MESSAGES_PER_VIEW + 1 }));
  }

  async #continued(session: WidgetSession, { id, view }: ConversationHead): Promise<WidgetConversation> {
    const messages: WidgetMessage[] = [];
    for (let seq = this.#seq; seq < view.lastSeq; ) {
      const some = await readMessages(this.#database, session, id, { after: seq, limit: MESSAGES_AT_ONCE });
      messages.push(...some);
      if (some.length < MESSAGES_AT_ONCE) break;
      seq = some.at(-1)?.seq ?? view.lastSeq;
    }
    return { ...view, messages, moreBefore: false };
  }
}
