import { hash } from 'node:crypto';
import { uuidV7 } from '@/db/uuid-v7';
import type { EventBody, EventIssue } from '@/lib/contracts/event';
import type { Command } from '@/lib/engine/state/derive';
import type { AgentStatusChanged, LiteralEvent } from '@/lib/engine/state/literal-event';

export interface SaidCustomer {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly language?: string;
}

export interface SaidConversation {
  /** The caller's own id. */
  readonly id: string;
  readonly group?: string;
  readonly brand?: string;
  readonly tags?: readonly string[];
  readonly language?: string;
}

/** Who did a verb, as the thread tells it. `key` of the agent; null for users who are none, and tokens. */
export interface ActorName {
  readonly key: string | null;
  readonly name: string;
}

/** What is to happen: a literal event, or a verb that becomes literal events under the lock. */
export type What =
  | { readonly kind: 'event'; readonly event: LiteralEvent }
  | { readonly kind: 'agent'; readonly event: AgentStatusChanged }
  | { readonly kind: 'command'; readonly command: Command; readonly actor?: ActorName };

/** One entry of a batch, parsed; configuration in it is named as the caller named it until it is resolved. */
export interface Item {
  /** The idempotency key. */
  readonly key: string;
  readonly hash: string;
  readonly eventId: string;
  /** Null: the transaction's own time. */
  readonly occurredAt: Date | null;
  readonly channel: string | undefined;
  readonly conversation: SaidConversation | null;
  readonly customer: SaidCustomer | null;
  readonly what: What;
  /** Stored with the event. */
  readonly payload: object;
}

export interface ItemResult {
  readonly key: string;
  readonly status: 'accepted' | 'duplicate' | 'rejected';
  readonly firings: readonly { readonly rule: string; readonly firing: string }[];
  readonly errors: readonly EventIssue[];
  /** A programming error that its handling met. */
  readonly defect?: Error;
  /** Of what was accepted all the same. */
  readonly warnings?: readonly EventIssue[];
}

export function rejected(key: string, path: string, code: string, params?: EventIssue['params']): ItemResult {
  return { key, status: 'rejected', firings: [], errors: [{ path, code, ...(params && { params }) }] };
}

/** The entry of an event that `parseEvent` accepted. */
export function itemOf(body: EventBody): Item {
  const { id, type: _type, occurredAt, ...payload } = body;
  const common = { key: id, hash: hashOf(body), eventId: uuidV7(), occurredAt, payload };
  if (body.type === 'agent_status_changed') {
    return { ...common, channel: undefined, conversation: null, customer: null, what: { kind: 'agent', event: body } };
  }
  const { channel, conversation, customer, ...rest } = body;
  const { id: _conversation, ...saidOfConversation } = conversation;
  const event: LiteralEvent = { ...rest, conversation: saidOfConversation, ...(customer && { customer }) };
  return { ...common, channel, conversation, customer: customer ?? null, what: { kind: 'event', event } };
}

/** `same`: what makes an entry of the same key the same again; else all that it says. */
export type OwnEntry = Omit<Item, 'hash' | 'eventId' | 'key'> & { readonly key?: string; readonly same?: object };

/** An entry that Signalbox itself makes. */
export function ownItem({ key = uuidV7(), same, ...entry }: OwnEntry): Item {
  const hash = hashOf(same ?? { ...entry.what, conversation: entry.conversation });
  return { ...entry, key, hash, eventId: uuidV7() };
}

/** Equal for bodies that say the same, whatever the order of their keys. */
function hashOf(body: object): string {
  return hash('sha256', JSON.stringify(body, withSortedKeys), 'hex');
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) sorted[key] = Reflect.get(value, key);
  return sorted;
}
