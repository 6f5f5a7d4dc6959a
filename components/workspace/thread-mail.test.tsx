import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { conversationOf, ID, me, messageOf, renderWorkspace } from './testing';
import { ThreadView } from './thread-view';

afterEach(cleanup);

const mail = {
  quoted: 'On Monday you wrote:\n> Hello',
  from: 'boss@example.org',
  leftOut: [{ name: 'big.zip', size: 12e6 }],
};
const email = { key: 'e-mail', name: 'E-mail', kind: 'email' };
const ours = { author: { kind: 'agent', id: 'amin', name: 'Amin Agent', avatar: null } };
const entries = [messageOf(1, 'Where is it?', { mail }), messageOf(2, 'On its way', ours), messageOf(3, 'Soon', ours)];
const mark = { to: 'zoe@example.org', reason: null, detail: null, mail: null };

function show(...items: object[]) {
  return showWith(() => undefined, ...items);
}

function showWith(server: Parameters<typeof renderWorkspace>[1], ...items: object[]) {
  const thread = { entries, more: false, messageSeq: 3, eventSeq: 4 };
  renderWorkspace(<ThreadView conversation={conversationOf({ channel: email, thread })} me={me} />, (call) =>
    call.path === `/api/v1/workspace/conversations/${ID}/mails` ? { body: { items } } : server(call),
  );
}

test('a mail says who else wrote it, what was left out, and folds what it quotes', async () => {
  show();
  await screen.findByText('From boss@example.org');
  screen.getByText(/big\.zip \(12 MB\)/);
  const quote = screen.getByText(/On Monday you wrote/).closest('details');
  expect(quote?.open).toBe(false);
  await userEvent.click(screen.getByText('Quoted text'));
  expect(quote?.open).toBe(true);
});

test('our messages say what became of them by e-mail, and lead to the mail where it may be read', async () => {
  const failed = { ...mark, message: 3, state: 'failed', reason: 'timed_out' };
  show({ ...mark, message: 2, state: 'caught', mail: 'mail:c:2' }, failed);
  const link = await screen.findByRole('link', { name: 'Caught, not sent: no mailbox was connected' });
  expect(link.getAttribute('href')).toBe('/developers/mails/mail%3Ac%3A2');
  screen.getByText('Not sent by e-mail: The server took too long to answer');
  expect(screen.getAllByRole('link')).toHaveLength(1);
});

test('what failed is sent again by hand, and says so when it had not failed any more', async () => {
  const failed = { ...mark, message: 3, state: 'failed', reason: 'timed_out' };
  const asked: string[] = [];
  const refused = { status: 409, body: { code: 'conflict', detail: 'It was sent.' } };
  const accepted = { body: { items: [{ ...failed, state: 'waiting', reason: null }] } };
  showWith(
    ({ path, method }) => {
      if (!path.endsWith('/mail/retry')) return undefined;
      asked.push(`${method} ${path}`);
      return asked.length === 1 ? refused : accepted;
    },
    { ...mark, message: 2, state: 'sent' },
    failed,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Send again' }));
  await screen.findByText('It was sent.');
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
  await screen.findByText('To be sent by e-mail');
  expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
  const path = `/api/v1/conversations/${ID}/messages/3/mail/retry`;
  expect(asked).toEqual([`POST ${path}`, `POST ${path}`]);
});
