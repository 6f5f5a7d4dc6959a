import type { Flow, FlowSender, Reply } from '../flow/flow';
import type { AgentStatus } from './fact-state';
import type { Conversation } from './records';

export interface SentMessage {
  /** The sender's own id: the same message sent twice is stored once. */
  readonly id?: string;
  readonly text: string;
  readonly sender: { readonly type: 'customer' | 'agent'; readonly name?: string };
  /** Ids of files that were uploaded before. */
  readonly attachments?: readonly string[];
  /** It says of itself that a machine wrote it: workflows do not answer it. */
  readonly automatic?: boolean;
  /** It is in the thread already. */
  readonly stored?: true;
  /** It answers a form. */
  readonly details?: { readonly name?: string; readonly email?: string };
  /** It came by e-mail. */
  readonly mail?: MailNote;
}

/** What a message that came by e-mail says besides its text. */
export interface MailNote {
  /** What the sender quotes, and their signature. */
  readonly quoted?: string;
  /** Who sent it, where that is not the customer's address. */
  readonly from?: string;
  /** Files that were not kept, in bytes. */
  readonly leftOut?: readonly { readonly name: string; readonly size: number }[];
}

/** A mail of ours that did not arrive. */
export interface Undelivered {
  readonly address: string;
  /** Number of the message in the conversation that it was; null for another mail. */
  readonly message: number | null;
  /** `returned`: it came back; `delayed`: the other side is still trying; else why it was not sent. */
  readonly reason: string;
  /** In the other server's own words. */
  readonly detail: string | null;
}

/** What an event says about ticket columns; `null` clears one. */
export interface TicketChange {
  readonly subject?: string | null;
  readonly status?: string;
  /** Class of the status, looked up by whoever reads the event. */
  readonly class?: 'open' | 'closed';
  readonly type?: Conversation['type'];
  readonly context?: string | null;
  readonly sentiment?: Conversation['sentiment'];
  readonly source?: string | null;
  readonly integration?: string | null;
  readonly allegroAccount?: string | null;
  readonly inbox?: string | null;
  readonly orders?: readonly string[];
  readonly tags?: readonly string[];
  readonly assignee?: string | null;
  readonly createdBy?: Conversation['createdBy'];
}

interface Common {
  readonly conversation?: {
    readonly group?: string;
    readonly brand?: string;
    readonly tags?: readonly string[];
    readonly language?: string;
  };
  readonly customer?: { readonly name?: string; readonly email?: string; readonly language?: string };
}

type Kinds =
  | { readonly type: 'conversation_requested'; readonly message?: SentMessage; readonly ticket?: TicketChange }
  | { readonly type: 'message_sent'; readonly message: SentMessage; readonly agent?: string }
  | { readonly type: 'conversation_queued'; readonly reason?: 'first' | 'transfer' | 'overflow' }
  | { readonly type: 'conversation_assigned'; readonly agent: string; readonly via?: 'accept' | 'auto' }
  | { readonly type: 'conversation_transferred'; readonly agent?: string; readonly overflow?: true }
  | { readonly type: 'conversation_ended'; readonly by?: string }
  | { readonly type: 'ticket_created'; readonly ticket: TicketChange }
  | { readonly type: 'ticket_updated'; readonly ticket: TicketChange }
  | { readonly type: 'return_created'; readonly ticket?: TicketChange; readonly order?: string }
  // What only Signalbox itself says; none of these runs a trigger.
  | { readonly type: 'conversation_started'; readonly phase: 'bot' | 'details'; readonly flow?: Flow }
  | { readonly type: 'flow_moved'; readonly flow: Flow }
  /** Said by bot or default response. */
  | { readonly type: 'reply_sent'; readonly reply: Reply; readonly sender: FlowSender }
  /** The customer answered a form. */
  | { readonly type: 'details_given'; readonly message: SentMessage }
  | { readonly type: 'message_stored'; readonly message: SentMessage }
  | { readonly type: 'conversation_reassigned'; readonly agent: string }
  | { readonly type: 'conversation_inactive' }
  | { readonly type: 'mail_undelivered'; readonly mail: Undelivered }
  /** A workflow that waits for time has come due, or is applied to a ticket by hand. No activity of anybody. */
  | { readonly type: 'ticket_due'; readonly rule: string; readonly byHand?: true }
  /** An internal note: no message, neither for the customer nor for rules. */
  | { readonly type: 'note_added'; readonly agent: string; readonly message: SentMessage };

/** An event that says literally what happened to one conversation. */
export type LiteralEvent = Common & Kinds;
export type LiteralType = LiteralEvent['type'];

/** What happened to no conversation. */
export interface AgentStatusChanged {
  readonly type: 'agent_status_changed';
  readonly agent: string;
  readonly status: AgentStatus;
  /** Set in a browser it decays when the browser is gone; set by the API, the default, it holds. */
  readonly presence?: 'browser' | 'api';
}
