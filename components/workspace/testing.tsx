import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import { Toaster } from '@/components/ui/toaster';
import type {
  ThreadEntry,
  WorkspaceConversation,
  WorkspaceCounts,
  WorkspaceMe,
  WorkspaceRow,
} from '@/lib/contracts/workspace';
import type { TicketChoices } from './ticket-choices';

/** What the workspace is made from in component tests: contract-shaped, with the few things a test changes. */

export const AT = '2026-11-12T14:26:00.000Z';
export const ID = '00000000-0000-4000-8000-000000000001';
const support = { key: 'support', name: 'Support' };
const channel = { key: 'web', name: 'Web Widget', kind: 'web' };
export const agent = { key: 'amin', name: 'Amin Agent', avatar: null };
const yes = { allowed: true, reason: null };
const no = (reason: string) => ({ allowed: false, reason });

export const me: WorkspaceMe = {
  ...{ agent, groups: [support], status: 'online', chosen: 'online', presence: 'browser', statusSince: AT },
  ...{ capacity: 5, load: 1, automaticAcceptance: false, maySuspend: true, seesAll: false },
};

export const counts: WorkspaceCounts = {
  ...{ mine: 1, unread: 0, queue: 1, unassigned: 1, open: 2, ended: 3, suspended: 0, waitingSince: AT },
  groups: [{ ...support, queue: 1 }],
};

export function rowOf(id: string, name: string | null, change: Partial<WorkspaceRow> = {}): WorkspaceRow {
  return {
    ...{ id, key: `c-${id.slice(-1)}`, number: 12, channel, brand: { key: 'main', name: 'Velo' }, group: support },
    ...{ assignee: null, phase: 'queued', status: 'new', inactive: false, suspendedTicket: false, tags: ['refund'] },
    ticket: {
      class: 'open',
      type: 'ordinary',
      context: null,
      sentiment: null,
      source: null,
      integration: null,
      allegroAccount: null,
      inbox: null,
      orders: [],
    },
    customer: { id: `u-${id.slice(-4)}`, name, email: null, anonymous: name === null, suspended: null },
    lastMessage: { seq: 1, author: customer(name), text: 'Rear wheel is out of true', attachments: 0, at: AT },
    ...{ unread: 0, waiting: { since: AT, place: 1, overflowFrom: null }, messageSeq: 1, eventSeq: 2 },
    ...{ customerReadSeq: 0, createdAt: AT, lastActivityAt: AT, endedAt: null },
    ...change,
  };
}

const customer = (name: string | null) => ({ kind: 'customer', id: 'u-0001', name, avatar: null }) as const;

export function messageOf(seq: number, text: string, change: object = {}): ThreadEntry {
  return {
    ...{ kind: 'message', at: AT, seq, clientId: null, author: customer('Luca Ferri'), format: 'text', text },
    ...{ quickReplies: [], details: null, attachments: [], mail: null, firing: null },
    ...change,
  };
}

export function conversationOf(change: Partial<WorkspaceConversation> = {}): WorkspaceConversation {
  const row = rowOf(ID, 'Luca Ferri', { assignee: agent, phase: 'assigned', waiting: null });
  return {
    ...row,
    ...{ language: 'en', subject: null, wait: null, past: { total: 0, items: [] }, readSeq: 1, typing: [] },
    customer: {
      ...{ uuid: ID, ...row.customer, emailVerified: false, language: 'en', identities: [], tags: [] },
      ...{ previousConversations: 0, suspension: null, firstSeenAt: AT, lastSeenAt: AT, page: null },
    },
    verbs: {
      ...{ accept: no('already_assigned'), assign: no('already_assigned'), reply: yes, note: yes },
      ...{ transfer: yes, end: yes, tags: yes, change: yes, suspend: yes },
    },
    thread: { entries: [messageOf(1, 'Rear wheel is out of true')], more: false, messageSeq: 1, eventSeq: 2 },
    ...change,
  };
}

export const choices: TicketChoices = {
  statuses: [
    { key: 'new', name: 'New', class: 'open', colour: 'blue' },
    { key: 'solved', name: 'Solved', class: 'closed', colour: 'green' },
  ],
  inboxes: [{ key: 'bikes', name: 'Bikes' }],
  agents: [{ key: 'amin', name: 'Amin Agent', active: true }],
};

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown> | undefined;
}
export interface Answer {
  status?: number;
  body?: unknown;
}

/** Stands in for the server, and says nothing of what it does not know. */
export type Server = (call: Call) => Answer | undefined | Promise<Answer>;

/** Renders with words, queries and toasts. */
export function renderWorkspace(page: ReactNode, answer: Server) {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init?.method ?? 'GET', path: pathname, query: searchParams, body };
    calls.push(call);
    const { status = 200, body: told } = (await answer(call)) ??
      usual(call) ?? { status: 404, body: { code: 'not_found' } };
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(status === 204 ? null : JSON.stringify(told ?? {}), {
      status,
      headers: { 'content-type': type },
    });
  });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  Element.prototype.setPointerCapture = () => {};
  Element.prototype.releasePointerCapture = () => {};
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 15_000 } } });
  renderWithWords(
    <QueryClientProvider client={client}>
      {page}
      <Toaster />
    </QueryClientProvider>,
  );
  return { calls, client };
}

/** What every screen asks for besides what a test is about. */
function usual({ method, path }: Call): Answer | undefined {
  if (path.endsWith('/firings')) return { body: { total: 0, items: [] } };
  if (path === '/api/v1/groups') return { body: { items: [{ ...support, id: ID, agents: [] }], total: 1 } };
  if (path === '/api/v1/workspace/me') return { body: me };
  if (path === '/api/v1/workspace/counts') return { body: counts };
  if (path === '/api/v1/workspace/colleagues') return { body: { items: [] } };
  if (path.endsWith('/typing') || path.endsWith('/read')) return { status: 204 };
  return method === 'GET' && path === '/api/v1/workspace/conversations'
    ? { body: { items: [], next: null } }
    : undefined;
}
