import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderPage } from '@/components/rule-editor/testing';
import { Toaster } from '@/components/ui/toaster';
import type { WorkflowPage } from '@/lib/client/workflows';
import { queryOf } from './list-query';
import { WorkflowList } from './workflow-list';

const push = vi.fn();
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push }),
  usePathname: () => '/workflows',
  useSearchParams: () => new URLSearchParams(''),
}));
afterEach(() => {
  cleanup();
  push.mockClear();
});

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const cardOf = (number: number, name: string, more: object = {}) => ({
  ...{ id: idOf(number), name, description: '', active: true, position: number, version: 1, broken: null },
  when: { all: [{ field: 'new_message', operator: 'is' }] },
  do: [{ action: 'add_tag', tag: 'seen' }],
  ...{ start: 'event' as const, waitsFor: [], updatedAt: '2026-11-20T10:00:00Z', updatedBy: 'Ada' },
  ...{ fired: 3, failed: 1, days: [0, 1, 0, 0, 1, 0, 1] },
  ...more,
});
const page: WorkflowPage = {
  items: [cardOf(1, 'One'), cardOf(2, 'Two'), cardOf(3, 'Three', { active: false, fired: 0, failed: 0 })],
  total: 3,
  counts: { all: 3, active: 2, inactive: 1, broken: 0 },
};

function renderList(given: Partial<Parameters<typeof WorkflowList>[0]> = {}, answer = answers()) {
  return renderPage(
    <>
      <WorkflowList
        initial={{ query: queryOf({}), page }}
        references={{}}
        unconnected={['ai', 'base']}
        mayWrite
        {...given}
      />
      <Toaster />
    </>,
    answer,
  );
}

/** A server that keeps the order it is told. */
function answers(): Parameters<typeof renderPage>[1] {
  let order = page.items.map(({ id }) => id);
  return (_url: string, init: RequestInit | undefined) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as { ids: string[] }) : undefined;
    if (init?.method === 'PUT' && body) order = body.ids;
    if (init?.method === 'PUT') return { body: {} };
    if (init?.method === 'POST' && body) return { body: { done: body.ids, failed: [] } };
    return { body: { ...page, items: order.map((id) => page.items.find((each) => each.id === id)) } };
  };
}
const names = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const sent = (calls: ReturnType<typeof renderList>) =>
  calls.filter(({ method }) => method === 'PUT').map(({ body }) => (body as { ids: string[] }).ids);

test('shows what the server rendered without asking again: order, state, numbers', () => {
  const calls = renderList();
  expect(names()).toEqual(['One', 'Two', 'Three']);
  expect(screen.getAllByText('Yes').length).toBe(2);
  expect(screen.getByText('No')).toBeTruthy();
  expect(screen.getAllByText('1 failed')[0]?.getAttribute('href')).toContain(`rule=${idOf(1)}&outcome=failed`);
  expect(screen.getByText('Has not run in 7 days')).toBeTruthy();
  expect(calls).toEqual([]);
});

test('quick moves end where they lead, and are undone together', async () => {
  const calls = renderList();
  screen.getByRole('link', { name: 'Three' }).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await waitFor(() => expect(names()).toEqual(['Three', 'One', 'Two']));
  await waitFor(() => expect(sent(calls).at(-1)).toEqual([idOf(3), idOf(1), idOf(2)]));
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Three' }));
  expect(await screen.findByText('Three moved to 1')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent(calls).at(-1)).toEqual([idOf(1), idOf(2), idOf(3)]));
  await waitFor(() => expect(names()).toEqual(['One', 'Two', 'Three']));
});

test('an order that the server refuses is taken back, with its reason', async () => {
  const kept = answers();
  renderList({}, (url, init) =>
    init?.method === 'PUT'
      ? { status: 422, body: { code: 'invalid', status: 422, detail: 'The order must name every one once.' } }
      : kept(url, init),
  );
  screen.getByRole('link', { name: 'Two' }).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(await screen.findByText(/The order must name every one once/)).toBeTruthy();
  await waitFor(() => expect(names()).toEqual(['One', 'Two', 'Three']));
});

test('C duplicates the card under the cursor, N makes a new one', async () => {
  renderList();
  screen.getByRole('link', { name: 'Two' }).focus();
  await userEvent.keyboard('c');
  expect(push).toHaveBeenLastCalledWith(`/workflows/new?from=${idOf(2)}`);
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('n');
  expect(push).toHaveBeenLastCalledWith('/workflows/new');
});

test('says what an active workflow that lost its connection waits for', () => {
  const items = [cardOf(1, 'Held', { waitsFor: ['ai', 'base'] })];
  renderList({ initial: { query: queryOf({}), page: { ...page, items, total: 1 } } });
  expect(screen.getByText('Held up: a language model has to be connected · Base has to be connected')).toBeTruthy();
});

test('agents read: nothing to move, nothing to make', () => {
  renderList({ mayWrite: false });
  expect(screen.queryByRole('button', { name: 'Move One' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Add workflow' })).toBeNull();
});
