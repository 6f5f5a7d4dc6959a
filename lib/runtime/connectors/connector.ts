import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import type { ConnectionCheck, IntegrationOption } from '@/lib/contracts/integration';
import type { PlannedEffect, StepContext, StepOutcome } from '../performers/performer';

/** An integration with its settings checked and its secrets opened; never logged, never stored. */
export interface Connection<Settings = Readonly<Record<string, unknown>>> {
  readonly database: Database;
  readonly accountId: string;
  /** Empty: nothing is stored, it is tried or stands in. */
  readonly integrationId: string;
  readonly kind: string;
  readonly settings: Settings;
  readonly secrets: Readonly<Record<string, string>>;
  /** Whether requests may go to addresses that are not public. */
  readonly allowPrivate: boolean;
}

/** One attempt at an effect. */
export interface Attempt {
  /** The idempotency key: the same for every attempt. */
  readonly key: string;
  /** 1, 2, … */
  readonly attempt: number;
  readonly now: Date;
  /** What the attempt before it had sent, when it came to a part of it. */
  readonly before: Receipt | null;
  readonly firingId: string | null;
  readonly conversationId: string | null;
  /** The test's. */
  readonly clock?: Clock | undefined;
}

/** What was planned, and what was sent and answered: plain JSON without secrets. */
export type Plan = Readonly<Record<string, unknown>>;
export type Receipt = Readonly<Record<string, unknown>>;

/** What an action does outside the house. */
export interface Effect {
  /** In the firing's transaction: everything that the effect needs of this moment, or why it is left out. */
  plan(context: StepContext): StepOutcome | PlannedEffect;
  /** Outside any transaction; may happen again with the same key. @throws Permanent, RetryAt, AttemptFailed */
  send(connection: Connection, plan: Plan, attempt: Attempt): Promise<Receipt>;
  /** In a transaction of its own under the conversation's lock: what the answer means for the ticket. */
  settle?(context: StepContext, receipt: Receipt): StepOutcome;
}

/** The acting side of a kind of integration; `lib/contracts/connectors` holds the describing side. */
export interface Connector {
  readonly kind: string;
  /** Tries the connection; each check says what is wrong. `to` is where a test message may go. */
  test(connection: Connection, options: { readonly to?: string | undefined }): Promise<ConnectionCheck[]>;
  /** What there is to choose from for its actions, in the order of the other side. @throws as `send` of an effect */
  offers?(connection: Connection, now: Date): Promise<IntegrationOption[]>;
  /** What takes the place of a mailbox and the like that was never connected; undefined when something was. */
  standIn?(database: Database, accountId: string): Promise<Connection | undefined>;
  /** By the action's id. */
  readonly effects: Readonly<Record<string, Effect>>;
}
