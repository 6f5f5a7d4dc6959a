import type { Rendered } from '@/lib/engine/liquid/render-text';
import type { Conversation, Customer } from '@/lib/engine/state/records';
import type { Facts } from '@/lib/engine/value';
import type { ChannelInfo, ReferenceKind } from '../ingest/directory';
import type { FiringRow, MessageRow, StepRow } from '../work/rows';

/** Ticket changed, conversation ended: what a rule's effect means for other rules, one level deeper. */
export type OwnEffect =
  | { readonly kind: 'changed'; readonly before: Conversation; readonly after: Conversation; readonly payload: object }
  | { readonly kind: 'ended'; readonly by: string };

/** What a performer may see and change. Nothing here waits: effects on our own data are rows of the transaction. */
export interface StepContext {
  readonly now: Date;
  readonly firing: FiringRow;
  readonly step: StepRow;
  readonly conversation: Conversation;
  readonly customer: Customer;
  readonly channel: ChannelInfo | undefined;
  readonly language: 'en' | 'fr';
  /** The text for this customer: the variant of their language, placeholders replaced. */
  render(text: string, variants?: Readonly<Record<string, string>>): string;
  /** The text in Liquid with the ticket's variables, for whoever reads it: the customer, or the team. */
  write(text: string, reader?: 'customer' | 'team'): Rendered;
  /** Whether configuration that the rule names by key is still there. */
  knows(kind: ReferenceKind, key: string): boolean;
  classOf(status: string): 'open' | 'closed' | undefined;
  /** The facts of the event, with the customer's name and address as they are now. */
  readonly facts: Facts;
  /** Sends as automation; the reason when it must not be sent. */
  send(message: Pick<MessageRow, 'authorName' | 'kind' | 'body' | 'meta'>): { seq: number } | { skipped: string };
  /** Leaves a text for an agent to send, change or discard; it takes the place of an earlier one. */
  draft(body: string): { draft: string };
  setConversation(conversation: Conversation): void;
  setCustomer(customer: Customer): void;
  suspend(reason: string): void;
  derive(effect: OwnEffect): void;
}

export type StepOutcome =
  | { readonly state: 'done'; readonly result?: Readonly<Record<string, unknown>> }
  | {
      readonly state: 'skipped' | 'cancelled';
      readonly reason: string;
      readonly result?: Readonly<Record<string, unknown>>;
    }
  | { readonly state: 'failed'; readonly code: string; readonly result?: Readonly<Record<string, unknown>> };

/** Of an effect outside the house: what it needs, to be sent once this transaction stands. */
export interface PlannedEffect {
  readonly state: 'sending';
  /** Plain JSON without secrets. */
  readonly plan: Readonly<Record<string, unknown>>;
  /** Which integration, where the kind has several; otherwise the oldest active one. */
  readonly integrationId?: string;
}

/** What an action names no longer exists: its step fails, and says so. */
export class ReferenceGone extends Error {
  override readonly name = 'ReferenceGone';
}

/** Does one action. What it throws is recorded as the step's failure. */
export type Performer = (context: StepContext) => StepOutcome | PlannedEffect;
