import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderWithWords } from '@/components/ui/testing';
import type { Integration } from '@/lib/contracts/integration';
import { IntegrationDialog } from './integration-dialog';

const health: Integration['health'] = {
  ...{
    state: 'unknown',
    lastSuccessAt: null,
    lastErrorAt: null,
    lastError: null,
    lastDetail: null,
    pausedUntil: null,
    lastFetchAt: null,
    problems: [],
    missing: [],
  },
};
const opened: Integration = {
  ...{ id: 'i1', key: 'base', name: 'Base', kind: 'base', channel: null, active: true, version: 3, health },
  ...{ settings: { address: 'https://one.example/' }, secrets: ['token'], createdAt: '', updatedAt: '' },
};

let stored: Integration;
let saved: { settings: { address: string }; version: number }[];
const onDone = vi.fn();

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  stored = opened;
  saved = [];
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const say = (body: unknown, status = 200) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
      });
    if (url.startsWith('/api/v1/changes')) return say({ items: [{ actor: { name: 'Léa Lead' } }], next: null });
    if (init?.method !== 'PUT') return say(stored);
    const body = JSON.parse(String(init.body));
    saved.push(body);
    if (body.version !== stored.version) return say({ code: 'stale_version', title: 'Stale', status: 409 }, 409);
    stored = { ...stored, ...body, version: stored.version + 1, secrets: stored.secrets };
    return say(stored);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const open = () =>
  renderWithWords(
    <QueryClientProvider client={new QueryClient()}>
      <IntegrationDialog kind="base" integration={opened} onClose={() => {}} onDone={onDone} />
    </QueryClientProvider>,
  );
const address = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Address/ });
const write = (text: string) => fireEvent.change(address(), { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const conflict = async () => within(await screen.findByRole('alert', { name: /^Léa Lead saved this integration/ }));

test('what somebody else saved meanwhile stands beside what was typed, and neither is lost', async () => {
  open();
  stored = { ...stored, settings: { address: 'https://theirs.example/' }, version: 4 };
  write('https://mine.example/');
  press('Save');
  const both = await conflict();
  expect(both.getByText('Address: https://theirs.example/')).toBeTruthy();
  expect(both.getByText('Address: https://mine.example/')).toBeTruthy();
  expect(onDone).not.toHaveBeenCalled();

  press('Take the saved one');
  expect(address().value).toBe('https://theirs.example/');
  press('Bring mine back');
  expect(address().value).toBe('https://mine.example/');

  stored = { ...stored, settings: { address: 'https://again.example/' }, version: 5 };
  press('Save');
  expect((await conflict()).getByText('Address: https://again.example/')).toBeTruthy();
  press('Save mine over it');
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(stored).toMatchObject({ settings: { address: 'https://mine.example/' }, version: 6 });
});

test('a newer version with the same contents is no conflict', async () => {
  open();
  stored = { ...stored, version: 4 };
  write('https://mine.example/');
  press('Save');
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(saved.map(({ version }) => version)).toEqual([3, 4]);
});

test('a secret that was entered is never put over a newer version unasked', async () => {
  open();
  stored = { ...stored, version: 4 };
  fireEvent.change(screen.getByLabelText(/^API token/), { target: { value: 'NEW-TOKEN' } });
  press('Save');
  const both = await conflict();
  expect(both.getByText('API token: entered anew')).toBeTruthy();
  expect(both.queryByText(/NEW-TOKEN/)).toBeNull();
  expect(stored.version).toBe(4);
});
