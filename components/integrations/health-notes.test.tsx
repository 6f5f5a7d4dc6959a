import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import type { Integration } from '@/lib/contracts/integration';
import { HealthNotes } from './health-notes';
import { ReferenceSelect } from './reference-select';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const health: Integration['health'] = {
  ...{ state: 'failing', lastSuccessAt: null, lastErrorAt: '2026-11-21T10:00:00.000Z', lastError: 'wrong_password' },
  ...{ lastDetail: 'Authentication failed.', pausedUntil: null, lastFetchAt: '2026-11-21T09:00:00.000Z' },
  problems: [
    { at: '2026-11-21T09:00:00.000Z', code: 'no_sender' },
    { at: '2026-11-21T08:00:00.000Z', code: 'mail_too_large' },
  ],
  missing: ['inbox'],
};
const mailbox: Integration = {
  ...{ id: 'i1', key: 'support', name: 'Support', kind: 'mail', channel: null, active: true, version: 3, health },
  ...{ settings: { inbox: 'gone' }, secrets: ['password'], createdAt: '', updatedAt: '' },
};

test('what is wrong with a mailbox is said in words, with what would put it right', () => {
  renderWithWords(<HealthNotes integration={mailbox} />);
  const alert = screen.getByRole('alert').textContent ?? '';
  expect(alert).toContain('Wrong user name or password. Enter both anew.');
  expect(alert).toContain('The other side said: Authentication failed.');
  screen.getByText(/^Last read/);
  screen.getByText(/The inbox that was chosen is gone/);
  screen.getByText(/2 mails were left aside lately: they stay in the mailbox/);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent?.split(' · ')[1])).toEqual([
    'A mail names no sender. Nobody could be answered. Open it in the mailbox itself.',
    'A mail is larger than 35 MB. Open it in the mailbox itself, or ask the sender for smaller files.',
  ]);
});

test('an inbox is chosen by its name, and one that is gone says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ items: [{ key: 'post', name: 'The post' }], total: 1 }));
  Element.prototype.scrollIntoView = () => {};
  const chosen = vi.fn();
  renderWithWords(
    <QueryClientProvider client={new QueryClient()}>
      <ReferenceSelect to="inbox" value="gone" onChange={chosen} />
    </QueryClientProvider>,
  );
  await screen.findByText('gone (there is none any more)');
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByRole('option', { name: 'The post' }));
  expect(chosen).toHaveBeenCalledWith('post');
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByRole('option', { name: 'No inbox' }));
  expect(chosen).toHaveBeenLastCalledWith('');
});
