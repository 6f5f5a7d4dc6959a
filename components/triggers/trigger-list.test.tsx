import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderPage } from '@/components/rule-editor/testing';
import { Toaster } from '@/components/ui/toaster';
import type { TriggerPage } from '@/lib/client/triggers';
import { queryOf } from './list-query';
import { TriggerList } from './trigger-list';

const push = vi.fn();
const address = vi.hoisted(() => ({ search: '' }));
vi.mock('next/navigation', async () => {
  const { useSyncExternalStore } = await import('react');
  return {
    useRouter: () => ({ push }),
    usePathname: () => '/triggers',
    useSearchParams: () => {
      const now = useSyncExternalStore(
        (changed) => {
          window.addEventListener('address', changed);
          return () => window.removeEventListener('address', changed);
        },
        () => address.search,
      );
      return new URLSearchParams(now);
    },
  };
});

beforeEach(() => {
  // What Next does when the history changes.
  for (const name of ['replaceState', 'pushState'] as const) {
    vi.spyOn(window.history, name).mockImplementation((_data, _unused, url) => {
      address.search = String(url).split('?')[1] ?? '';
      window.dispatchEvent(new Event('address'));
    });
  }
});
afterEach(() => {
  cleanup();
  address.search = '';
  vi.restoreAllMocks();
  push.mockClear();
});

const rowOf = (id: string, name: string, active = true) => ({
  ...{ id, name, active, description: `About ${name}`, on: 'message_sent', version: 1, broken: null },
  ...{ updatedAt: '2026-11-20T10:00:00Z', updatedBy: 'Ada', fired: 3, failed: 0, days: [0, 1, 0, 0, 1, 0, 1] },
});
const [A, B] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
const page: TriggerPage = {
  items: [rowOf(A, 'First Reply'), rowOf(B, 'Refund', false)],
  total: 2,
  counts: { all: 2, active: 1, inactive: 1, broken: 0 },
};

const choices = {
  events: ['message_sent', 'conversation_queued'],
  channels: [
    { key: 'web', name: 'Web Widget' },
    { key: 'api', name: 'API' },
  ],
};

function renderList(
  options: { mayWrite?: boolean; page?: TriggerPage; answer?: Parameters<typeof renderPage>[1] } = {},
) {
  const { mayWrite = true, answer = () => ({ body: page }) } = options;
  const initial = { query: queryOf({}), page: options.page ?? page };
  return renderPage(
    <>
      <TriggerList initial={initial} choices={choices} mayWrite={mayWrite} />
      <Toaster />
    </>,
    answer,
  );
}

const bulkDone = (_url: string, init: RequestInit | undefined) => {
  if (init?.method !== 'POST') return { body: page };
  const { ids } = JSON.parse(String(init.body)) as { ids: string[] };
  return { body: { done: ids, failed: [] } };
};

test('shows what the server rendered without asking again', () => {
  const calls = renderList();
  expect(screen.getByRole('link', { name: 'First Reply' })).toBeTruthy();
  expect(calls).toEqual([]);
});

test('searches as one types and keeps the search in the address', async () => {
  const calls = renderList();
  await userEvent.type(screen.getByRole('searchbox'), 'ref');
  await waitFor(() => expect(calls.at(-1)?.url).toContain('search=ref'));
  expect(address.search).toBe('search=ref');
});

test('says when nothing matches, and offers a way on', async () => {
  const none = { items: [], total: 0, counts: { all: 0, active: 0, inactive: 0, broken: 0 } };
  renderList({ answer: () => ({ body: none }) });
  await userEvent.type(screen.getByRole('searchbox'), 'x');
  expect(await screen.findByText('No trigger matches “x”')).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button', { name: 'Clear search' }).at(-1) as HTMLElement);
  expect(address.search).toBe('');
});

test('a switch shows at once, and Undo switches back only what was switched', async () => {
  const calls = renderList({ answer: bulkDone });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select all on this page' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Activate' }));
  expect(calls[0]).toMatchObject({ url: '/api/v1/triggers/bulk', body: { verb: 'activate', ids: [B] } });
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(calls.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ verb: 'deactivate', ids: [B] }),
  );
});

test('everything that matches can be chosen, beyond the page', async () => {
  const calls = renderList({
    page: { ...page, total: 120 },
    answer: (_url, init) =>
      init?.method === 'POST'
        ? { body: { done: [A, B, B], failed: [{ id: A, name: 'Elsewhere', code: 'broken_reference' }] } }
        : { body: { ...page, total: 120 } },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Channel: Any channel' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'API' }));
  expect(address.search).toBe('channel=api');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select all on this page' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Select all 120' }));
  expect(await screen.findByText('120 selected')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Deactivate' }));
  const sent = () => calls.filter(({ method }) => method === 'POST').map(({ body }) => body);
  await waitFor(() => expect(sent()).toEqual([{ verb: 'deactivate', matching: { status: 'all', channel: 'api' } }]));
  expect(await screen.findByText(/Elsewhere/)).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent().at(-1)).toEqual({ verb: 'activate', ids: [A, B, B] }));
});

test('a refusal takes the change back and says why', async () => {
  renderList({
    answer: (_url, init) =>
      init?.method === 'POST'
        ? { status: 403, body: { code: 'forbidden', status: 403, detail: 'Your role does not allow this.' } }
        : { body: page },
  });
  screen.getByRole('link', { name: 'First Reply' }).focus();
  await userEvent.keyboard('d');
  expect(await screen.findByText(/Your role does not allow this/)).toBeTruthy();
  expect(screen.getAllByText('Active').length).toBeGreaterThan(0);
});

test('deleting asks, says what is lost, and can be undone', async () => {
  const calls = renderList({ answer: bulkDone });
  screen.getByRole('link', { name: 'First Reply' }).focus();
  await userEvent.keyboard('{Backspace}');
  expect(await screen.findByText('Delete “First Reply”?')).toBeTruthy();
  expect(screen.getByText(/3 firings in 7 days/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Delete trigger' }));
  await waitFor(() => expect(calls[0]?.body).toEqual({ verb: 'delete', ids: [A] }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(calls.some(({ body }) => JSON.stringify(body)?.includes('restore'))).toBe(true));
});

test('N makes a new one, C clones the row under the cursor', async () => {
  renderList();
  await userEvent.keyboard('n');
  expect(push).toHaveBeenLastCalledWith('/triggers/new');
  screen.getByRole('link', { name: 'Refund' }).focus();
  await userEvent.keyboard('c');
  expect(push).toHaveBeenLastCalledWith(`/triggers/new?from=${B}`);
});

test('agents read: nothing to select, nothing to make', () => {
  renderList({ mayWrite: false });
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('link', { name: 'New trigger' })).toBeNull();
});
