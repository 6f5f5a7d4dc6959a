import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderPage } from '@/components/rule-editor/testing';
import type { TriggerBody } from '@/lib/client/trigger-editing';
import { TriggerEditor } from './trigger-editor';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }),
  usePathname: () => '/triggers/1',
}));
afterEach(cleanup);

const rule = {
  ...{ name: 'Out of hours', description: '', active: false, oncePerTicket: false, channels: [] },
  on: 'conversation_requested',
  when: { all: [{ field: 'schedule', schedule: 'shop', operator: 'is', value: 'outside' }] },
  do: [{ action: 'add_tags', tags: ['late'] }],
} as TriggerBody;
const shop = {
  ...{ key: 'shop', timeZone: 'Europe/Paris', holidays: [{ name: 'Armistice', from: '2026-11-11', to: '2026-11-11' }] },
  intervals: [0, 1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '18:00' })),
};

function renderAt(now: string) {
  const references = { schedule: [{ key: 'shop', name: 'Shop hours' }], hours: [shop] };
  const identity = { id: '1', version: 1, fired: 0, broken: null };
  const props = { references, messaging: [], mayWrite: true, now };
  renderPage(<TriggerEditor initial={rule} identity={identity} {...props} />, () => ({
    body: { items: [], next: null },
  }));
}

const condition = () => screen.getByRole('group', { name: 'Condition 1' });

test('a condition on a schedule is judged at the moment tried, and says until when that holds', async () => {
  renderAt('2026-11-10T17:30:00Z');
  expect(await screen.findByText('until Thu 12 Nov, 09:00 (Europe/Paris)')).toBeTruthy();
  expect(within(condition()).getByText('Met')).toBeTruthy();

  fireEvent.change(screen.getByLabelText('Now (UTC)'), { target: { value: '2026-11-12T08:00' } });
  expect(within(condition()).getByText('until Thu 12 Nov, 18:00 (Europe/Paris)')).toBeTruthy();
  expect(within(condition()).getByText('Not met')).toBeTruthy();
  expect(screen.getByText('Does not fire')).toBeTruthy();

  fireEvent.change(screen.getByLabelText('Now (UTC)'), { target: { value: '2026-11-12T17:00' } });
  expect(within(condition()).getByText('Met')).toBeTruthy();
});
