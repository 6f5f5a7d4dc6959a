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
  const thread = { entries, more: false, messageSeq: 3, eventSeq: 4 };
  renderWorkspace(<ThreadView conversation={conversationOf({ channel: email, thread })} me={me} />, ({ path }) =>
    path === `/api/v1/workspace/conversations/${ID}/mails` ? { body: { items } } : undefined,
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
