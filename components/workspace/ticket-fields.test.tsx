import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { workspaceKeys } from '@/lib/client/workspace-keys';
import { useConversation } from '@/lib/client/workspace-thread';
import { type Call, choices, conversationOf, ID, renderWorkspace, type Server } from './testing';
import { TicketChoicesProvider } from './ticket-choices';
import { TicketFields } from './ticket-fields';

afterEach(cleanup);

function Fields() {
  const { data } = useConversation(ID);
  return data ? (
    <TicketChoicesProvider value={choices}>
      <TicketFields conversation={data} />
    </TicketChoicesProvider>
  ) : null;
}

/** A server that keeps what it is told, unless `refuses`. */
function desk(refuses: (call: Call) => boolean = () => false): Server {
  const conversation = conversationOf();
  return (call) => {
    if (call.method === 'GET' && call.path.endsWith(`/workspace/conversations/${ID}`)) {
      return { body: structuredClone(conversation) };
    }
    if (call.method !== 'PATCH') return undefined;
    if (refuses(call)) return { status: 409, body: { code: 'conflict', detail: 'It was merged a moment ago.' } };
    const { status, assignee: _assignee, ...ticket } = call.body ?? {};
    if (typeof status === 'string') conversation.status = status;
    Object.assign(conversation.ticket, ticket);
    return { body: {} };
  };
}

const field = (name: string) => screen.findByRole('combobox', { name });
async function choose(name: string, option: string) {
  await userEvent.click(await field(name));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}
const patches = (calls: readonly Call[]) => calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body);

test('a choice is shown and sent at once, and can be undone', async () => {
  const { calls } = renderWorkspace(<Fields />, desk());
  await choose('Status', 'Solved');
  expect((await field('Status')).textContent).toContain('Solved');
  await waitFor(() => expect(patches(calls)).toEqual([{ status: 'solved' }]));
  await userEvent.click(await screen.findByRole('button', { name: /Undo/ }));
  await waitFor(() => expect(patches(calls)).toEqual([{ status: 'solved' }, { status: 'new' }]));
  await waitFor(async () => expect((await field('Status')).textContent).toContain('New'));
});

test('what the server refuses is taken back and told', async () => {
  const { calls } = renderWorkspace(
    <Fields />,
    desk(({ body }) => body?.context === 'invoice'),
  );
  await choose('Context', 'Invoice');
  expect((await screen.findByRole('alert')).textContent).toBe('It was merged a moment ago.');
  await waitFor(async () => expect((await field('Context')).textContent).toContain('None'));
  await choose('Inbox', 'Bikes');
  await waitFor(() => expect(patches(calls)).toEqual([{ context: 'invoice' }, { inbox: 'bikes' }]));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('orders are linked and unlinked', async () => {
  const { calls } = renderWorkspace(<Fields />, desk());
  await userEvent.click(await screen.findByRole('button', { name: 'Link an order' }));
  await userEvent.keyboard('HB-1{Enter}HB-2{Enter}{Escape}');
  const orders = screen.getByRole('list', { name: 'Orders' });
  await waitFor(() => expect(within(orders).getByText('HB-2')).toBeTruthy());
  await userEvent.click(within(orders).getByRole('button', { name: /HB-1/ }));
  await waitFor(() =>
    expect(patches(calls)).toEqual([{ orders: ['HB-1'] }, { orders: ['HB-1', 'HB-2'] }, { orders: ['HB-2'] }]),
  );
});

test('who may not change it sees it all the same', async () => {
  const { client } = renderWorkspace(<Fields />, desk());
  await field('Status');
  client.setQueryData(workspaceKeys.conversation(ID), (known: ReturnType<typeof conversationOf>) => ({
    ...known,
    verbs: { ...known.verbs, change: { allowed: false, reason: 'forbidden' } },
  }));
  await waitFor(async () => expect((await field('Status')).getAttribute('aria-disabled')).toBe('true'));
  expect(screen.queryByRole('button', { name: 'Link an order' })).toBeNull();
});
