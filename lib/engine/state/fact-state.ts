/**
 * The state that facts are read from: after an event was applied, before any rule acts on it.
 * Plain data, so that facts can be computed in tests, on the server and in the browser alike.
 */
import type { TicketState } from './ticket-state';

export type AgentStatus = 'online' | 'away' | 'invisible';
export type Phase = 'bot' | 'details' | 'requesting' | 'queued' | 'assigned' | 'ended';

export interface CustomerState {
  readonly name: string | null;
  readonly email: string | null;
  readonly language: string | null;
  readonly triggered: boolean;
  /** The customer's earlier ended conversations in which an agent wrote. */
  readonly previousConversations: number;
}

export interface ConversationState {
  readonly phase: Phase;
  readonly channel: string;
  readonly brand: string | null;
  readonly group: string | null;
  readonly tags: readonly string[];
  readonly language: string | null;
  /** An agent has the conversation and has written since. */
  readonly served: boolean;
}

export interface AccountState {
  readonly status: AgentStatus;
  /** Conversations that are requesting or queued, the event's own included. */
  readonly queueSize: number;
  readonly groups: Readonly<Record<string, { readonly status: AgentStatus; readonly queueSize: number }>>;
  readonly schedules: Readonly<Record<string, 'inside' | 'outside'>>;
  /** Name of the bot published on the conversation's channel. */
  readonly botName: string | null;
  /** Minutes until an agent's first reply; absent when there is no estimate. */
  readonly wait: { readonly min: number; readonly max: number } | null;
}

/** One page of a visitor in the widget. */
export interface VisitState {
  /** Full address. */
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
  /** Whether this browser was here in an earlier visit. */
  readonly returning: boolean;
  /** Whole hours since the last earlier visit ended; null on the first one. */
  readonly hoursSinceLastVisit: number | null;
  /** Language of the device. */
  readonly language: string | null;
  /** What the page said of itself through the widget. */
  readonly metadata: Readonly<Record<string, string>>;
}

export interface FactState {
  /** `occurredAt` of the event: the clock of the rules. */
  readonly at: Date;
  readonly message: {
    readonly text: string;
    readonly sender: string;
    readonly senderType: 'agent' | 'customer';
  } | null;
  /** Only when the event put the conversation into a queue. */
  readonly initialRouting: boolean | null;
  readonly conversation: ConversationState;
  readonly customer: CustomerState;
  readonly account: AccountState;
  /** Only of facts about a visitor's page. */
  readonly visit?: VisitState;
  /** What workflows read besides; absent where only triggers are asked. */
  readonly ticket?: TicketState;
}
