import type { Conversation } from './records';

/** The ticket and what just happened to it, as conditions of workflows see them. Plain data, like the rest of the state. */
export interface TicketState {
  readonly source: string | null;
  readonly subject: string | null;
  readonly status: string;
  readonly class: 'open' | 'closed';
  readonly type: string;
  readonly context: string | null;
  readonly sentiment: string | null;
  readonly integration: string | null;
  readonly allegroAccount: string | null;
  readonly inbox: string | null;
  readonly inboxGroup: string | null;
  readonly createdAt: Date | null;
  readonly lastCustomerReplyAt: Date | null;
  /** The customer waits: their latest message has no later message by an agent. */
  readonly awaitsReply: boolean;
  /** The account's wall clock at the event: `day` 0 is Monday, `time` is `HH:MM`. */
  readonly clock: { readonly day: number; readonly time: string };
  /** Of every employee with working hours, by key. */
  readonly workingHours: Readonly<Record<string, 'inside' | 'outside'>>;
  readonly happened: Happened;
}

/** What of an event workflows can wait for. */
/** What of the account conditions of workflows see at a moment. */
export interface TicketSurroundings {
  readonly clock: TicketState['clock'];
  readonly workingHours: TicketState['workingHours'];
  /** Key of the group that an inbox belongs to. */
  inboxGroupOf(inbox: string): string | null;
}

export function ticketStateOf(
  conversation: Conversation,
  happened: Happened,
  { clock, workingHours, inboxGroupOf }: TicketSurroundings,
): TicketState {
  const { inboxKey } = conversation;
  return {
    source: conversation.source,
    subject: conversation.subject,
    status: conversation.status,
    class: conversation.class,
    type: conversation.type,
    context: conversation.context,
    sentiment: conversation.sentiment,
    integration: conversation.integrationKey,
    allegroAccount: conversation.allegroAccount,
    inbox: inboxKey,
    inboxGroup: inboxKey === null ? null : inboxGroupOf(inboxKey),
    createdAt: conversation.ticketCreatedAt,
    lastCustomerReplyAt: conversation.lastCustomerReplyAt,
    awaitsReply: conversation.awaitsReply,
    clock,
    workingHours,
    happened,
  };
}

export interface Happened {
  readonly newTicket: 'customer' | 'employee' | null;
  /** The text of the customer's new message. */
  readonly message: string | null;
  /** It is the customer's first message in this ticket. */
  readonly firstMessage: boolean;
  readonly returnCreated: boolean;
  readonly tagsAdded: readonly string[];
  /** Key of the status that was set. */
  readonly statusSet: string | null;
}

export const NOTHING_HAPPENED: Happened = {
  newTicket: null,
  message: null,
  firstMessage: false,
  returnCreated: false,
  tagsAdded: [],
  statusSet: null,
};
