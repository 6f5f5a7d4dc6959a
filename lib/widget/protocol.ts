/**
 * What travels between widget and server, as the widget reads it. `protocol.test.ts` holds these types to the
 * server's contract; they stand here because the widget must not load schemas.
 */
export type Phase = 'bot' | 'details' | 'requesting' | 'queued' | 'assigned' | 'ended';

export type DetailField = 'name' | 'email';

/** `avatar`: an emoji, or the address of a picture. */
export type Person = { name: string; avatar?: string | null };

export type Channel = {
  key: string;
  name: string;
  /** `#rrggbb`, checked for contrast where it is used. */
  colour?: string | null;
  logo?: string | null;
  position?: 'left' | 'right' | null;
  language?: string | null;
};

export type Config = {
  channel: Channel;
  /** Language of the texts below. */
  language: string;
  response: {
    mode: 'default' | 'bot';
    inHours: boolean;
    firstMessage: string | null;
    /** Offered with it. */
    quickReplies?: readonly QuickReply[];
    details: readonly DetailField[];
    bot: Person | null;
  };
  proactive?: boolean;
};

export type Attachment = {
  id: string;
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  url?: string;
  width?: number | null;
  height?: number | null;
};

export type QuickReply = { id: string; label: string };

export type Author = Person & { kind: 'customer' | 'agent' | 'bot' | 'automation' | 'system' };

export type Message = {
  /** Number within the conversation; grows, with gaps. */
  seq: number;
  id: string;
  /** The id that this browser chose, on the customer's own messages. */
  clientId?: string | null;
  author: Author;
  text: string;
  quickReplies?: readonly QuickReply[];
  attachments?: readonly Attachment[];
  /** ISO 8601. */
  at: string;
};

export type Form = { fields: readonly DetailField[]; purpose: 'details' | 'email' };

export type Conversation = {
  id: string;
  phase: Phase;
  agent: Person | null;
  /** Place in the queue while waiting, from 1. */
  position?: number | null;
  wait: { minMinutes: number; maxMinutes: number } | null;
  form: Form | null;
  messages: readonly Message[];
  lastSeq: number;
  /** Number of the last message that an agent had on the screen. */
  readSeq?: number;
  moreBefore: boolean;
};

export type Customer = { id: string; name: string | null; email: string | null; identified: boolean };

export type Session = Config & {
  token: string;
  expiresAt: string;
  customer: Customer;
  conversation: Conversation | null;
  jwtError?: string | null;
};

/** What the server tells on its own. */
export type Told =
  | { type: 'conversation'; conversation: Conversation | null }
  | { type: 'message'; conversation: string; message: Message }
  | { type: 'typing'; typing: boolean; name: string };
