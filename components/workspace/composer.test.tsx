import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepDraft } from '@/lib/client/drafts';
import { discardOutgoing } from '@/lib/client/sending';
import { Composer, type ComposerHandle } from './composer';
import { type Answer, type Call, conversationOf, ID, me, renderWorkspace, type Server } from './testing';
import { ThreadView } from './thread-view';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }));

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const handle = createRef<ComposerHandle>();

function renderComposer(answer: Server = () => undefined, conversation = conversationOf()) {
  return renderWorkspace(
    <>
      <ThreadView conversation={conversation} me={me} />
      <Composer conversation={conversation} handle={handle} />
    </>,
    answer,
  );
}

const reply = () => screen.getByRole('textbox', { name: 'Reply to the customer' });
const sent = (calls: readonly Call[], path = 'messages') =>
  calls.filter((call) => call.method === 'POST' && call.path.endsWith(path)).map(({ body }) => body);

test('Enter sends and empties, Shift Enter breaks the line', async () => {
  const { promise: arrives, resolve: arrive } = Promise.withResolvers<Answer>();
  const { calls } = renderComposer(({ path }) => (path.endsWith('/messages') ? arrives : undefined));
  await userEvent.type(reply(), 'Come by{Shift>}{Enter}{/Shift}before five{Enter}');
  expect(screen.getByText('Sending…')).toBeTruthy();
  expect(screen.getByText(/Come by/).textContent).toBe('Come by\nbefore five');
  expect(reply()).toHaveProperty('value', '');
  await waitFor(() => expect(sent(calls)[0]).toMatchObject({ text: 'Come by\nbefore five' }));
  expect(sent(calls)[0]?.clientId).toMatch(/\S{16,}/);
  arrive({ status: 201, body: {} });
  await waitFor(() => expect(screen.queryByText('Sending…')).toBeNull());
});

test('what is refused stays, says why, and is sent again under the same id', async () => {
  let refuse = true;
  const { calls } = renderComposer(({ path }) => {
    if (!path.endsWith('/messages')) return;
    return refuse ? { status: 409, body: { code: 'conflict', status: 409, detail: 'It has ended.' } } : { status: 201 };
  });
  await userEvent.type(reply(), 'Hello{Enter}');
  expect(await screen.findByText(/Not sent. It has ended./)).toBeTruthy();
  refuse = false;
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
  await waitFor(() => expect(screen.queryByText(/Not sent/)).toBeNull());
  const [first, second] = sent(calls);
  expect(second).toEqual(first);
});

test('without a connection it waits and says so', async () => {
  const { calls } = renderComposer(({ path }) => {
    if (path.endsWith('/messages')) throw new TypeError('Failed to fetch');
    return undefined;
  });
  await userEvent.type(reply(), 'Hello{Enter}');
  expect(await screen.findByText('Waiting for the connection')).toBeTruthy();
  discardOutgoing(String(sent(calls)[0]?.clientId));
});

test('a note goes to colleagues, and each side keeps its own text', async () => {
  const { calls } = renderComposer(({ path }) => (path.endsWith('/notes') ? { status: 201, body: {} } : undefined));
  await userEvent.type(reply(), 'Dear Luca');
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));
  const note = screen.getByRole('textbox', { name: 'Internal note' });
  expect(note).toHaveProperty('value', '');
  await userEvent.type(note, 'VIP{Enter}');
  await waitFor(() => expect(sent(calls, 'notes')).toMatchObject([{ text: 'VIP' }]));
  await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
  expect(reply()).toHaveProperty('value', 'Dear Luca');
});

test('a draft is there again', () => {
  keepDraft(ID, { mode: 'message', message: 'Half a sent', note: '' });
  renderComposer();
  expect(reply()).toHaveProperty('value', 'Half a sent');
});

const canned = {
  ...{ id: ID, shortcut: 'hello', title: 'Greeting', text: 'Hello @customer_name', shared: true, owner: null },
  ...{ mayChange: true, createdAt: '2026-11-12T14:00:00Z', updatedAt: '2026-11-12T14:00:00Z' },
};

test('a slash offers canned replies; Enter inserts one with its placeholders filled', async () => {
  const { calls } = renderComposer(({ path }) => {
    if (path.endsWith('/render')) return { body: { text: 'Hello Luca Ferri', missing: ['customer_email'] } };
    return path === '/api/v1/canned-replies' ? { body: { items: [canned], total: 1 } } : undefined;
  });
  await userEvent.type(reply(), 'Yes, /he');
  expect(await screen.findByRole('option', { name: /Greeting/ })).toBeTruthy();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(reply()).toHaveProperty('value', 'Yes, Hello Luca Ferri'));
  expect(screen.getByText(/no value for @customer_email/)).toBeTruthy();
  expect(sent(calls)).toEqual([]);
  expect(
    calls
      .filter(({ path }) => path === '/api/v1/canned-replies')
      .at(-1)
      ?.query.get('search'),
  ).toBe('he');
});

test('Escape leaves the slash as it is, and Enter sends it', async () => {
  const { calls } = renderComposer(({ path }) =>
    path === '/api/v1/canned-replies' ? { body: { items: [canned], total: 1 } } : { status: 201, body: {} },
  );
  await userEvent.type(reply(), '/he');
  await screen.findByRole('option', { name: /Greeting/ });
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(sent(calls)).toMatchObject([{ text: '/he' }]));
});

test('a file that is too large is refused at once, and can be taken away', async () => {
  renderComposer();
  const large = new File(['x'], 'film.mov', { type: 'video/quicktime' });
  Object.defineProperty(large, 'size', { value: 10_000_001 });
  fireEvent.paste(reply(), { clipboardData: { files: [large] } });
  expect(await screen.findByText('At most 10 MB')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Remove film.mov' }));
  expect(screen.queryByText('film.mov')).toBeNull();
});

test('who may only add notes is told why', () => {
  const open = conversationOf();
  const verbs = { ...open.verbs, reply: { allowed: false, reason: 'customer_suspended' } };
  renderComposer(undefined, { ...open, verbs });
  expect(screen.getByRole('textbox', { name: 'Internal note' })).toBeTruthy();
  expect(screen.getByText('The customer is suspended.')).toBeTruthy();
});
