/**
 * Everything that the widget shows follows from this state, and the state from actions alone: what the server says,
 * what the customer does. Pure, so that reload, several tabs and lost connections can be tested as lists of actions.
 */
import type { Attachment, Config, Conversation, Customer, Message } from './protocol';

export type Language = 'en' | 'fr';

/** A message that the server has not confirmed. Kept in the browser's storage until it has. */
export type Outgoing = {
  id: string;
  text: string;
  attachments?: readonly Attachment[];
  reply?: string;
  /** The proactive message that it answers. */
  proactive?: string;
  /** Milliseconds since 1970, by this browser's clock. */
  at: number;
  /** Refused for good: only the customer can try again. */
  failed?: boolean;
};

/** A file on its way. */
export type Upload = {
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  /** 0 to 1. */
  progress: number;
  /** It is there, and travels with the next message. */
  done?: Attachment;
  /** Why not, in the customer's language. */
  error?: string;
};

export type FormState = { busy: boolean; errors: Readonly<Record<string, FormError>> };
export type FormError = 'nameMissing' | 'emailMissing' | 'emailWrong' | 'emailAscii' | 'formFailed';

export type Connection = 'idle' | 'live' | 'reconnecting' | 'offline';

export type State = {
  config: Config | null;
  language: Language;
  open: boolean;
  customer: Customer | null;
  conversation: Conversation | null;
  /** The customer began anew: the ended conversation is out of sight until the next one exists. */
  fresh: boolean;
  outbox: readonly Outgoing[];
  uploads: readonly Upload[];
  /** What stands in the composer. */
  draft: string;
  form: FormState;
  typing: { name: string } | null;
  connection: Connection;
  loadingOlder: boolean;
  /** Number of the last message that was seen, in the conversation with this id. */
  read: { conversation: string; seq: number } | null;
};

/** What changes the state. The parts of one action apply in this order. */
export type Action = {
  /** Signed out: only what belongs to the page stays. */
  reset?: true;
  set?: Partial<State>;
  /** The server's view of the conversation, whole or without what is here already. */
  conversation?: Conversation | null;
  message?: Message;
  older?: { messages: readonly Message[]; moreBefore: boolean };
};

const quietForm: FormState = { busy: false, errors: {} };

export const emptyState: State = {
  config: null,
  language: 'en',
  open: false,
  customer: null,
  conversation: null,
  fresh: false,
  outbox: [],
  uploads: [],
  draft: '',
  form: quietForm,
  typing: null,
  connection: 'idle',
  loadingOlder: false,
  read: null,
};

export function reduce(state: State, { reset, set, conversation, message, older }: Action): State {
  const { config, language, open } = state;
  let next = { ...(reset ? { ...emptyState, config, language, open } : state), ...set };
  if (conversation !== undefined) next = withConversation(next, conversation);
  if (message) next = withMessage(next, message);
  if (older && next.conversation) {
    const messages = union(older.messages, next.conversation.messages);
    next = { ...next, loadingOlder: false, conversation: { ...next.conversation, ...older, messages } };
  }
  return next;
}

function withConversation(state: State, next: Conversation | null): State {
  const before = state.conversation;
  if (!before || before.id !== next?.id) {
    return { ...state, conversation: next, fresh: false, form: quietForm, typing: null, loadingOlder: false };
  }
  const fresh = state.fresh && next.phase === 'ended';
  const form = before.form?.purpose === next.form?.purpose ? state.form : quietForm;
  return { ...state, conversation: merge(before, next), fresh, form, typing: next.agent && state.typing };
}

/**
 * The newer view of the same conversation, with the messages that are here already. A view that begins after all of
 * them and has left some out may lack some in between: then it stands alone, and older ones load again.
 */
function merge(before: Conversation, next: Conversation): Conversation {
  const [oldest, first] = [before.messages[0], next.messages[0]];
  if (next.moreBefore && first && first.seq > before.lastSeq) return next;
  const messages = union(before.messages, next.messages);
  // An answer may have been overtaken by the stream.
  const latest = next.lastSeq < before.lastSeq ? before : next;
  const { moreBefore } = oldest && oldest === messages[0] ? before : next;
  return { ...latest, messages, moreBefore };
}

function withMessage(state: State, message: Message): State {
  const { conversation, typing } = state;
  if (!conversation) return state;
  return {
    ...state,
    typing: message.author.kind === 'agent' ? null : typing,
    conversation: {
      ...conversation,
      messages: union(conversation.messages, [message]),
      lastSeq: Math.max(conversation.lastSeq, message.seq),
    },
  };
}

/** Both lists by number; where a number stands in both, the later list's message. */
function union(first: readonly Message[], second: readonly Message[]): Message[] {
  const bySeq = new Map([...first, ...second].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Messages for the customer that were not seen yet. */
export function unread({ conversation, read }: State): readonly Message[] {
  if (!conversation) return [];
  const seen = read?.conversation === conversation.id ? read.seq : 0;
  return conversation.messages.filter(({ author, seq }) => author.kind !== 'customer' && seq > seen);
}

/** Own messages that the server does not show yet, in the order written. */
export function pending({ conversation, outbox }: State): readonly Outgoing[] {
  const confirmed = new Set(conversation?.messages.map(({ clientId }) => clientId));
  return outbox.filter(({ id }) => !confirmed.has(id));
}
