/** Rows that a transaction writes. Steps and firings change until they are written. */
import type { Trace } from '@/lib/engine/explain';
import type { Shown } from '@/lib/engine/state/line';
import type { Facts, Family, Json } from '@/lib/engine/value';

export type JsonObject = { readonly [key: string]: Json | undefined };

export interface EventRow {
  readonly id: string;
  readonly extId: string | null;
  readonly conversationId: string | null;
  readonly customerId: string | null;
  readonly seq: number | null;
  readonly type: string;
  readonly channelKey: string | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly payload: object;
  /** Null when no rule was evaluated. */
  facts: Facts | null;
  /** What the thread of the conversation says about it. */
  shown: Shown | null;
  readonly depth: number;
  readonly causeFiring: string | null;
}

export interface KeyRow {
  readonly key: string;
  readonly eventId: string;
  readonly hash: string;
  readonly receivedAt: Date;
  readonly result: object;
}

export interface TakenFileRow {
  readonly id: string;
  readonly conversationId: string;
  readonly messageSeq: number;
  readonly position: number;
}

export interface MessageRow {
  readonly conversationId: string;
  readonly seq: number;
  readonly authorKind: 'customer' | 'agent' | 'bot' | 'automation' | 'system';
  readonly authorId: string | null;
  readonly authorName: string | null;
  /** `bot:<key>` or `channel:<key>`: whose picture is shown. */
  readonly avatar: string | null;
  readonly kind: 'text' | 'email_request' | 'details_form' | 'note' | 'quick_replies' | 'file';
  readonly body: string;
  readonly meta: JsonObject | null;
  readonly clientId: string | null;
  readonly originFiring: string | null;
  readonly originStep: number | null;
  readonly createdAt: Date;
}

export type FiringState = 'waiting' | 'done' | 'stopped' | 'failed' | 'cancelled' | 'skipped';

export interface FiringRow {
  readonly id: string;
  readonly eventId: string;
  readonly ruleId: string;
  readonly family: Family;
  readonly ruleVersion: number;
  readonly ruleName: string;
  readonly conversationId: string | null;
  readonly customerId: string | null;
  state: FiringState;
  reason: string | null;
  readonly trace: Trace | null;
  /** Only what later steps render. */
  readonly facts: Facts | null;
  readonly depth: number;
  readonly createdAt: Date;
  finishedAt: Date | null;
  error: JsonObject | null;
}

export type StepState = 'pending' | 'waiting' | 'sending' | 'done' | 'skipped' | 'cancelled' | 'failed';

export interface StepRow {
  readonly firingId: string;
  /** Index in the rule's actions. */
  readonly step: number;
  readonly conversationId: string | null;
  readonly ruleId: string;
  readonly action: string;
  readonly params: JsonObject;
  state: StepState;
  dueAt: Date | null;
  attempt: number;
  doneAt: Date | null;
  result: JsonObject | null;
  error: JsonObject | null;
}

export interface DraftRow {
  readonly id: string;
  readonly conversationId: string;
  readonly firingId: string;
  readonly step: number;
  readonly ruleName: string;
  readonly body: string;
  readonly createdAt: Date;
}

export interface OnceMarkRow {
  readonly conversationId: string;
  readonly ruleId: string;
  readonly firingId: string;
}

export interface DeliveryRow {
  readonly idempotencyKey: string;
  readonly firingId: string | null;
  readonly step: number | null;
  readonly webhookId: string | null;
  readonly conversationId: string | null;
  readonly kind: string;
  readonly payload: object;
  readonly state: 'ready';
  readonly nextAt: Date;
  readonly createdAt: Date;
}

export interface SuspensionRow {
  readonly id: string;
  readonly customerId: string;
  readonly scope: 'messaging' | 'all';
  readonly reason: string;
  readonly byKind: 'user' | 'token' | 'rule';
  readonly byId: string | null;
  readonly byName: string;
  readonly at: Date;
}
