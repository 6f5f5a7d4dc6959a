import type { Conversation, Message } from '@/lib/contracts/conversation';
import type { Firing, FiringStep } from '@/lib/contracts/firing';

/** What the log shows, contract-shaped, with the few things that a component test changes. */

const AT = '2026-11-12T14:26:00.000Z';

export function messageOf(seq: number, text: string, change: Partial<Message> = {}): Message {
  return {
    ...{ seq, text, kind: 'message', meta: null, attachments: [], firing: null, createdAt: AT },
    author: { kind: 'automation', id: null, name: null },
    ...change,
  };
}

export function firingOf(id: string, name: string, change: Partial<Firing> = {}): Firing {
  return {
    ...{ id, rule: { id: `rule-${id}`, name, version: 1, family: 'trigger' }, outcome: 'done', reason: null },
    event: { id: `event-${id}`, type: 'message_sent', occurredAt: AT },
    ...{ conversation: 'HB-48209', customer: { id: 'u-1', name: 'Zoe' }, trace: null, steps: [], depth: 0 },
    ...{ createdAt: AT, finishedAt: AT },
    ...change,
  };
}

export function stepOf(step: number, action: string, state: FiringStep['state'] = 'done'): FiringStep {
  return { ...{ step, action, params: {}, state, dueAt: null, doneAt: AT }, attempt: 1, result: null, error: null };
}

export function conversationOf(change: Partial<Conversation> = {}): Conversation {
  return {
    ...{ id: 'c', key: 'HB-48209', number: 12, channel: 'web', brand: 'main', group: null, assignee: null },
    ...{ phase: 'queued', status: 'new', class: 'open', subject: null, type: 'ordinary', context: null },
    ...{ sentiment: null, source: null, integration: null, allegroAccount: null, inbox: null, orders: [], tags: [] },
    ...{ language: null, customer: { id: 'u-1', name: 'Zoe', email: null, suspended: null }, queuedAt: null },
    ...{ createdAt: AT, lastActivityAt: AT, endedAt: null },
    ...change,
  };
}
