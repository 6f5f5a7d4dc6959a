/**
 * Everything that the widget shows follows from this state, and the state from actions alone: what the server says,
 * what the customer does. Pure, so that reload, several tabs and lost connections can be tested as lists of actions.
 */
import type { Config, Conversation, Customer, Message, Typing } from './protocol';

export type Language = 'en' | 'fr';

/** A message that the server has not confirmed. Kept in the browser's storage until it has. */
export type Outgoing = {
  id: string;
  text: string;
  attachments?: readonly { id: string; name: string; type: string; size: number }[];
  reply?: string;
  /** Milliseconds since 1970, by this browser's clock. */
  at: number;
  /** Refused for good: only the customer can try again. */
  failed?: boolean;
};

/** A file on its way; `done` ones travel with the next message. */
export type Upload = {
  key: string;
  name: string;
  type: string;
  size: number;
  /** 0 to 1. */
  progress: number;
  id?: string;
  error?: 'fileTooLarge' | 'fileEmpty' | 'fileFailed' | 'fileRefused';
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
  /** Something that the customer should know now, in the customer's language. */
  notice: string | null;
};

export type Action =
  | { type: 'config'; config: Config }
  | { type: 'language'; language: Language }
  | { type: 'open'; open: boolean }
  | { type: 'customer'; customer: Customer | null }
  | { type: 'conversation'; conversation: Conversation | null }
  | { type: 'message'; message: Message }
  | { type: 'older'; messages: readonly Message[]; moreBefore: boolean }
  | { type: 'loading-older' }
  | { type: 'typing'; typing: Typing | null }
  | { type: 'outbox'; outbox: readonly Outgoing[] }
  | { type: 'uploads'; uploads: readonly Upload[] }
  | { type: 'draft'; draft: string }
  | { type: 'form'; form: FormState }
  | { type: 'connection'; connection: Connection }
  | { type: 'read'; read: State['read'] }
  | { type: 'notice'; notice: State['notice'] }
  | { type: 'start-anew' }
  | { type: 'reset' };

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
  notice: null,
};

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'config':
      return { ...state, config: action.config };
    case 'language':
      return { ...state, language: action.language };
    case 'open':
      return { ...state, open: action.open };
    case 'customer':
      return { ...state, customer: action.customer };
    case 'conversation':
      return withConversation(state, action.conversation);
    case 'message':
      return withMessage(state, action.message);
    case 'older':
      return withOlder(state, action.messages, action.moreBefore);
    case 'loading-older':
      return { ...state, loadingOlder: true };
    case 'typing':
      return { ...state, typing: action.typing?.typing ? { name: action.typing.name ?? '' } : null };
    case 'outbox':
      return { ...state, outbox: action.outbox };
    case 'uploads':
      return { ...state, uploads: action.uploads };
    case 'draft':
      return { ...state, draft: action.draft };
    case 'form':
      return { ...state, form: action.form };
    case 'connection':
      return { ...state, connection: action.connection };
    case 'read':
      return { ...state, read: action.read };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'start-anew':
      return { ...state, fresh: true, typing: null, form: quietForm };
    case 'reset':
      return { ...emptyState, config: state.config, language: state.language, open: state.open };
  }
}

function withConversation(state: State, next: Conversation | null): State {
  const before = state.conversation;
  const same = before !== null && next !== null && before.id === next.id;
  const fresh = state.fresh && same && next.phase === 'ended';
  const form = same && sameForm(before, next) ? state.form : quietForm;
  if (!next || !same) return { ...state, conversation: next, fresh, form, typing: null, loadingOlder: false };
  return { ...state, conversation: merge(before, next), fresh, form, typing: next.agent ? state.typing : null };
}

/**
 * The newer view of the same conversation, with the older messages that were already loaded. Where the view begins
 * after all that is here, messages in between may be missing: then it stands alone, and older ones load again.
 */
function merge(before: Conversation, next: Conversation): Conversation {
  // An answer that was overtaken by the stream.
  if (next.lastSeq < before.lastSeq) return { ...before, messages: union(before.messages, next.messages) };
  const first = next.messages[0];
  const gap = next.moreBefore && first !== undefined && first.seq > before.lastSeq;
  if (gap) return next;
  const messages = union(before.messages, next.messages);
  const reachesBack = messages[0]?.seq === before.messages[0]?.seq && before.messages.length > 0;
  return { ...next, messages, moreBefore: reachesBack ? before.moreBefore : next.moreBefore };
}

function withMessage(state: State, message: Message): State {
  const { conversation } = state;
  if (!conversation) return state;
  const messages = union(conversation.messages, [message]);
  const lastSeq = Math.max(conversation.lastSeq, message.seq);
  const typing = message.author.kind === 'agent' ? null : state.typing;
  return { ...state, typing, conversation: { ...conversation, messages, lastSeq } };
}

function withOlder(state: State, older: readonly Message[], moreBefore: boolean): State {
  const { conversation } = state;
  if (!conversation) return { ...state, loadingOlder: false };
  const messages = union(older, conversation.messages);
  return { ...state, loadingOlder: false, conversation: { ...conversation, messages, moreBefore } };
}

/** Both lists by number; where a number stands in both, the later list's message. */
function union(first: readonly Message[], second: readonly Message[]): Message[] {
  const bySeq = new Map([...first, ...second].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function sameForm(before: Conversation, next: Conversation): boolean {
  return before.form?.purpose === next.form?.purpose;
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
