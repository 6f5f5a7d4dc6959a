import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyEvent } from '@/lib/client/workspace-updates';
import type { WorkspaceRow } from '@/lib/contracts/workspace';
import {
  agent,
  type Call,
  choices,
  conversationOf,
  counts,
  ID,
  me,
  messageOf,
  renderWorkspace,
  rowOf,
  type Server,
} from './testing';
import { Workspace } from './workspace';

vi.mock('next/navigation', async () => {
  const { useSyncExternalStore } = await import('react');
  const listen = (changed: () => void) => {
    window.addEventListener('address', changed);
    return () => window.removeEventListener('address', changed);
  };
  return {
    useRouter: () => ({ push: () => {}, refresh: () => {} }),
    usePathname: () => useSyncExternalStore(listen, () => window.location.pathname),
    useSearchParams: () => new URLSearchParams(useSyncExternalStore(listen, () => window.location.search)),
  };
});

const OTHER = '00000000-0000-4000-8000-000000000002';

const replace = window.history.replaceState.bind(window.history);

function moveTo(url: string) {
  replace(null, '', url);
  window.dispatchEvent(new Event('address'));
}

beforeEach(() => {
  localStorage.clear();
  moveTo('/workspace');
  for (const name of ['replaceState', 'pushState'] as const) {
    // What Next does when the history changes.
    vi.spyOn(window.history, name).mockImplementation((_data, _unused, url) => moveTo(String(url)));
  }
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const mine = rowOf(ID, 'Luca Ferri', { assignee: agent, phase: 'assigned', waiting: null });
const waiting = rowOf(OTHER, 'Sofia Marques', { lastMessage: null });

/** A server with these lists; a conversation is as `conversation` has it. */
function server(lists: Partial<Record<string, WorkspaceRow[]>>, more: Server = () => undefined): Server {
  return async (call: Call) => {
    const told = await more(call);
    if (told) return told;
    if (call.path === '/api/v1/workspace/conversations')
      return { body: { items: lists[call.query.get('view') ?? ''] ?? [], next: null } };
    if (call.path === `/api/v1/workspace/conversations/${ID}`) return { body: conversationOf() };
    if (call.path === `/api/v1/workspace/conversations/${OTHER}`) return { body: waitingConversation };
    // The usual answers of every screen.
    return undefined as never;
  };
}

const may = { allowed: true, reason: null };
const waitingConversation = conversationOf({
  ...{ ...waiting, customer: { ...conversationOf().customer, ...waiting.customer } },
  verbs: { ...conversationOf().verbs, accept: may, assign: may },
});

const renderAt = (answer: Server) =>
  renderWorkspace(<Workspace me={me} counts={counts} references={{}} choices={choices} />, answer);

test('shows mine and the queue, each with its count, and the other lists below', async () => {
  renderAt(server({ mine: [mine], queue: [waiting] }));
  expect(await screen.findByRole('link', { name: /Luca Ferri/ })).toBeTruthy();
  expect(screen.getByRole('link', { name: /Sofia Marques/ })).toBeTruthy();
  expect(screen.getByRole('heading', { name: /Waiting for an agent/ }).textContent).toContain('1');
  const others = within(screen.getByRole('navigation', { name: 'Other lists' }));
  expect(others.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    ...['All open2', 'Ended3', 'Suspended tickets0'],
  ]);
});

test('J and Enter open, R goes to the reply, N to the note', async () => {
  renderAt(server({ mine: [mine], queue: [waiting] }));
  await screen.findByRole('link', { name: /Luca Ferri/ });
  await userEvent.keyboard('j');
  expect(document.activeElement?.textContent).toContain('Luca Ferri');
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  expect(window.location.pathname).toBe(`/workspace/${ID}`);
  expect(await screen.findByRole('log', { name: 'Messages' })).toBeTruthy();
  await userEvent.keyboard('r');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Reply to the customer'));
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('n');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Internal note'));
});

test('of two who accept, the second is told who was first', async () => {
  moveTo(`/workspace/${OTHER}`);
  let taken = false;
  renderAt(
    server({ queue: [waiting] }, ({ path }) => {
      if (path.endsWith('/accept')) {
        taken = true;
        return { status: 409, body: { code: 'conflict', status: 409, detail: 'Somebody has it already.' } };
      }
      if (taken && path.endsWith(OTHER))
        return { body: { ...waitingConversation, assignee: { key: 'lea', name: 'Léa Lead', avatar: null } } };
      return undefined;
    }),
  );
  await screen.findByRole('log');
  await userEvent.keyboard('a');
  expect(await screen.findByText('Léa Lead accepted this conversation first.')).toBeTruthy();
});

test('A accepts the next one and opens it', async () => {
  const { calls } = renderAt(
    server({ queue: [waiting] }, ({ path }) =>
      path.endsWith('/accept-next') ? { body: { conversation: { ...waiting, assignee: agent } } } : undefined,
    ),
  );
  await screen.findByRole('link', { name: /Sofia Marques/ });
  await userEvent.keyboard('a');
  await waitFor(() => expect(window.location.pathname).toBe(`/workspace/${OTHER}`));
  expect(calls.filter(({ path }) => path.endsWith('/accept-next'))).toHaveLength(1);
  // Its composer comes up only then; one goes on writing all the same.
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Reply to the customer'));
});

test('ending waits for the toast, and can be undone', async () => {
  moveTo(`/workspace/${ID}`);
  const { calls } = renderAt(server({ mine: [mine] }));
  const ends = () => calls.filter(({ path }) => path.endsWith('/end'));
  await screen.findByRole('log');
  await userEvent.keyboard('e');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(screen.queryByRole('button', { name: 'Undo end' })).toBeNull();
  await userEvent.keyboard('e');
  await userEvent.click(await screen.findByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(ends()).toHaveLength(1));
});

test('the end is on its way when the page goes', async () => {
  moveTo(`/workspace/${ID}`);
  const { calls } = renderAt(server({ mine: [mine] }));
  await screen.findByRole('log');
  await userEvent.keyboard('e');
  window.dispatchEvent(new Event('pagehide'));
  expect(calls.filter(({ path }) => path.endsWith('/end'))).toHaveLength(1);
});

test('what the stream tells shows once, wherever it shows', async () => {
  moveTo(`/workspace/${ID}`);
  const { client } = renderAt(server({ mine: [mine], queue: [] }));
  await screen.findByRole('log');
  const news = messageOf(2, 'Are you there?');
  const row = { ...mine, messageSeq: 2, lastMessage: { ...lastOf(mine), seq: 2, text: 'Are you there?' } };
  for (const _ of [1, 2]) applyEvent(client, { type: 'conversation', row, entries: [news] });
  const log = within(screen.getByRole('log'));
  await waitFor(() => expect(log.getAllByText('Are you there?')).toHaveLength(1));
  expect(screen.getByRole('link', { name: /Are you there/ })).toBeTruthy();
  applyEvent(client, { type: 'conversation', row: { ...waiting, eventSeq: 9 }, entries: [] });
  expect(await screen.findByRole('link', { name: /Sofia Marques/ })).toBeTruthy();
});

test('what customers write stays text', async () => {
  moveTo(`/workspace/${ID}`);
  const evil = '<img src=x onerror=alert(1)>';
  const open = conversationOf({
    customer: { ...conversationOf().customer, name: evil },
    thread: { entries: [messageOf(1, `${evil} https://example.org/a?b=1.`)], more: false, messageSeq: 1, eventSeq: 1 },
  });
  renderAt(server({ mine: [rowOf(ID, evil)] }, ({ path }) => (path.endsWith(ID) ? { body: open } : undefined)));
  const log = await screen.findByRole('log');
  expect(document.querySelector('img')).toBeNull();
  expect(within(log).getByRole('link', { name: 'https://example.org/a?b=1' }).getAttribute('rel')).toContain(
    'noopener',
  );
});

test('a conversation that is not there says so', async () => {
  moveTo(`/workspace/${ID}`);
  const gone = { status: 404, body: { code: 'not_found', status: 404, detail: '' } };
  renderAt(server({}, ({ path }) => (path.endsWith(ID) ? gone : undefined)));
  expect(await screen.findByText('This conversation is not here')).toBeTruthy();
});

function lastOf({ lastMessage }: WorkspaceRow) {
  if (!lastMessage) throw new Error('The row has a message');
  return lastMessage;
}
