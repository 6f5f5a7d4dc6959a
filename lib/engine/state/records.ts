import type { Flow } from '../flow/flow';
import type { Phase } from './fact-state';

/** The customer as events change them: the working copy of a row. */
export interface Customer {
  readonly id: string;
  /** The caller's own id, unique in the account. */
  readonly extId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly language: string | null;
  readonly triggered: boolean;
  readonly suspended: 'messaging' | 'all' | null;
  /** Earlier ended conversations in which an agent wrote. */
  readonly previousConversations: number;
  /** Automated messages in the minute that began at `automatedSince` (rate guard). */
  readonly automatedSince: Date | null;
  readonly automatedCount: number;
  readonly lastSeenAt: Date;
}

/** The conversation as events change it: the working copy of a row. Configuration is named by key. */
export interface Conversation {
  readonly id: string;
  readonly extId: string;
  readonly customerId: string;
  readonly channelKey: string;
  readonly brandKey: string;
  readonly groupKey: string | null;
  readonly assigneeKey: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly phase: Phase;
  /** In the phases bot and details: where bot or form stand. */
  readonly flow: Flow | null;
  /** `queued` while it waits for an agent, that is in the phases requesting and queued: what queue sizes count. */
  readonly queueState: 'none' | 'queued';
  readonly queuedAt: Date | null;
  readonly queueEnteredCount: number;
  readonly queueEntryPosition: number | null;
  /** Key of the group that it overflowed from, while it waits. */
  readonly overflowFrom: string | null;
  readonly initialRouting: boolean;
  readonly requested: boolean;
  readonly served: boolean;
  readonly capacityHeld: boolean;
  readonly inactive: boolean;
  readonly inactiveCount: number;
  readonly eventSeq: number;
  readonly messageSeq: number;
  readonly requestedAt: Date | null;
  readonly assignedAt: Date | null;
  /** When it last came to an agent out of the queue, and that agent's first reply (wait estimates). */
  readonly routedAt: Date | null;
  readonly firstAgentReplyAt: Date | null;
  readonly lastAgentReplyAt: Date | null;
  readonly lastCustomerReplyAt: Date | null;
  readonly lastActivityAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly status: string;
  readonly class: 'open' | 'closed';
  readonly subject: string | null;
  readonly type: 'ordinary' | 'return' | 'opinion';
  readonly context: string | null;
  readonly sentiment: 'positive' | 'neutral' | 'negative' | null;
  readonly source: string | null;
  readonly integrationKey: string | null;
  readonly allegroAccount: string | null;
  readonly inboxKey: string | null;
  readonly orders: readonly string[];
  readonly createdBy: 'employee' | 'customer' | null;
  /** The customer's latest message has no later message by an agent. */
  readonly awaitsReply: boolean;
  /** An agent took it or was given it by hand, not by routing or a rule. */
  readonly assignedByHand: boolean;
  /** Answers of workflows since an agent last wrote, and when the first of them was sent. */
  readonly answersInARow: number;
  readonly answersSince: Date | null;
  /** Digest of the customer's last message, and how often in a row it has come. */
  readonly lastTextDigest: string | null;
  readonly sameTextCount: number;
  /** Of the ticket; null until there is one. */
  readonly number: number | null;
  /** Set when control passes to humans; the number of the ticket is given by the database then. */
  readonly ticketCreatedAt: Date | null;
  /** Requested by a suspended customer: waits apart, in no queue, until the suspension is lifted. */
  readonly suspendedTicket: boolean;
}

/** What one event can change. */
export interface State {
  readonly conversation: Conversation;
  readonly customer: Customer;
  /** Whether the customer is suspended on the conversation's channel; absent: on any. */
  readonly suspended?: boolean;
  /** What a customer's new message makes of the ticket's status, where it makes something of it. */
  readonly reopens?: Pick<Conversation, 'status' | 'class'>;
}

const MESSAGING = new Set(['web', 'mobile', 'api', 'social']);

/** Whether a suspension holds on a channel of this kind: of all channels, or of messaging alone. */
export function isSuspendedOn(suspended: Customer['suspended'], channelKind: string | undefined): boolean {
  return (
    suspended === 'all' || (suspended === 'messaging' && (channelKind === undefined || MESSAGING.has(channelKind)))
  );
}
