import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { issuesOf } from '@/components/rule-editor/rule-form';
import { renderPage } from '@/components/rule-editor/testing';
import type { WorkflowBody } from '@/lib/client/workflow-editing';
import type { Connector } from '@/lib/engine/definition';
import { arbitraryRule } from '@/lib/testing/arbitrary-rule';
import { WorkflowEditor } from './workflow-editor';
import { workflowKind } from './workflow-kind';

const push = vi.fn();
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push, refresh: vi.fn() }),
  usePathname: () => '/workflows/1',
}));
// jsdom measures nothing, which the text editor needs; what it edits is plain text all the same.
vi.mock('@/components/rule-editor/code-editor', () => ({
  CodeEditor: ({ value, onChange }: { value: string; onChange: (text: string) => void }) => (
    <textarea aria-label="JSON" value={value} onChange={(event) => onChange(event.target.value)} />
  ),
}));

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

const references = {
  agent: [{ key: 'support', name: 'Ada Agent' }],
  status: [
    { key: 'open', name: 'Open' },
    { key: 'solved', name: 'Solved' },
  ],
};

function body(rule: object, settings: object = {}): WorkflowBody {
  return { name: 'Rule', description: 'Why', active: true, ...settings, ...rule } as WorkflowBody;
}

const simple = body({
  when: { all: [{ field: 'source', operator: 'is_not', value: ['allegro_discussions'] }] },
  do: [{ action: 'assign_agent', agent: 'support' }],
});

interface Setting {
  answer?: Parameters<typeof renderPage>[1];
  unconnected?: readonly Connector[];
  phone?: boolean;
}

function renderEditor(initial: WorkflowBody, { answer = nothing, unconnected = [], phone = false }: Setting = {}) {
  const identity = { id: '1', version: 3, fired: 0, broken: null };
  const props = { references, mayWrite: true, timeZone: 'Europe/Paris', unconnected };
  return renderPage(<WorkflowEditor initial={initial} identity={identity} {...props} />, answer, { phone });
}

const nothing = () => ({ body: { items: [], total: 0 } });
const view = (name: string) =>
  within(screen.getByRole('group', { name: 'View of the rule' })).getByRole('button', { name });
const json = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'JSON' });
const show = (name: string) => fireEvent.click(view(name));
const condition = (number: number) => within(screen.getByRole('group', { name: `Condition ${number}` }));

/** What a workflow's own rule is: it names no event. */
const arbitraryWorkflow = arbitraryRule('workflow').map(({ when, do: actions }) => body({ when, do: actions }));

test('a workflow goes through both views and nothing of it changes', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryWorkflow, arbitraryWorkflow, async (one, two) => {
      fc.pre(issuesOf(workflowKind, one).length === 0 && issuesOf(workflowKind, two).length === 0);
      try {
        renderEditor(one);
        show('Developer');
        expect(JSON.parse((await json()).value)).toEqual(one);
        fireEvent.change(await json(), { target: { value: JSON.stringify(two) } });
        show('Visual');
        expect(screen.getByRole('textbox', { name: 'Name' })).toBeTruthy();
        show('Developer');
        expect(JSON.parse((await json()).value)).toEqual(two);
      } finally {
        cleanup();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('Is and Is not are all there is to choose, and a list that was written as such stays', async () => {
  renderEditor(body({ ...simple, when: { all: [{ field: 'source', operator: 'none_of', value: ['api'] }] } }));
  expect(condition(1).getByRole('combobox', { name: 'Operator' }).textContent).toBe('Is not');
  show('Developer');
  expect(JSON.parse((await json()).value).when.all[0].operator).toBe('none_of');
});

test('two things that never happen at once are said before anybody saves', async () => {
  renderEditor({ ...simple, when: { all: [{ field: 'new_message', operator: 'is' }] } });
  await userEvent.click(screen.getByRole('button', { name: 'Add condition' }));
  await userEvent.click(condition(2).getByRole('combobox', { name: 'Field' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Tag assigned' }));
  expect(
    await screen.findByText(
      '“Tag assigned” and “New message” never happen at the same moment. Make two workflows of them.',
    ),
  ).toBeTruthy();
});

test('days, times, amounts and hours are written as the specification writes them', async () => {
  const all = [
    { field: 'weekday', operator: 'is', value: [0] },
    { field: 'time', operator: 'is', value: { from: '18:00', to: '08:00' } },
    { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } },
    { field: 'working_hours', operator: 'is', value: { agent: '', state: 'inside' } },
  ];
  renderEditor({ ...simple, when: { all } });
  await userEvent.click(condition(1).getByRole('button', { name: 'Friday' }));
  expect(condition(1).getByText('in the time zone Europe/Paris')).toBeTruthy();
  expect(condition(2).getByText('until the next day')).toBeTruthy();
  const from = condition(2).getByRole('textbox', { name: 'From, range 1' });
  await userEvent.clear(from);
  await userEvent.type(from, '2130');
  await userEvent.tab();
  const amount = condition(3).getByRole('textbox', { name: 'Amount' });
  await userEvent.clear(amount);
  await userEvent.type(amount, '2');
  await userEvent.click(condition(4).getByRole('combobox', { name: 'Agent' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Ada Agent' }));
  show('Developer');
  expect(JSON.parse((await json()).value).when.all).toEqual([
    { field: 'weekday', operator: 'is', value: [0, 4] },
    { field: 'time', operator: 'is', value: { from: '21:30', to: '08:00' } },
    { field: 'ticket_created', operator: 'more_than', value: { amount: 2, unit: 'hours' } },
    { field: 'working_hours', operator: 'is', value: { agent: 'support', state: 'inside' } },
  ]);
});

test('what is not connected yet is said at the action, and keeps the workflow from being saved active', async () => {
  const initial = { ...simple, do: [{ action: 'ai_message', instruction: 'Be kind' }] };
  const calls = renderEditor(initial, {
    unconnected: ['ai'],
    answer: (_url, init) => ({
      body: init?.method === 'PUT' ? { ...initial, active: false, id: '1', version: 4 } : { items: [], total: 0 },
    }),
  });
  const action = within(screen.getByRole('group', { name: '1. AI message' }));
  expect(action.getByRole('link', { name: 'Set it up in the settings' }).getAttribute('href')).toBe(
    '/settings/integrations',
  );
  const name = screen.getByRole('textbox', { name: 'Name' });
  await userEvent.type(name, '!');
  fireEvent.keyDown(document, { key: 's', ctrlKey: true });
  expect(await action.findByText(/needs a connection that is not set up yet: a language model/)).toBeTruthy();
  expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
  fireEvent.click(screen.getAllByRole('switch', { name: 'Active' })[0] as HTMLElement);
  fireEvent.keyDown(document, { key: 's', ctrlKey: true });
  await waitFor(() => expect(calls.find(({ method }) => method === 'PUT')).toMatchObject({ body: { active: false } }));
});

test('a variable is inserted where the cursor stands, and one that is none is named', async () => {
  renderEditor({ ...simple, do: [{ action: 'send_message', text: 'Dear ' }] });
  const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
  await userEvent.click(screen.getByRole('button', { name: 'Variables' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /customer_name/ }));
  expect(text.value).toBe('Dear {{ customer_name }}');
  fireEvent.change(text, { target: { value: 'Dear {{ customer_nam | default: "you" }}' } });
  expect(screen.getByText(/^There is no variable “customer_nam”/)).toBeTruthy();
  fireEvent.change(text, { target: { value: 'Dear {{ customer_name | default: "you" }}' } });
  expect(screen.queryByText(/There is no variable/)).toBeNull();
});

test('the workflow is tried on the newest ticket, each condition with what it saw', async () => {
  const ticket = { id: 't1', number: 12, subject: 'Lamp', customer: { id: 'u', name: 'Ada', email: null } };
  const variables = { ticket: { number: 12, url: null }, customer: { name: 'Ada', email: null }, agent: null };
  const reader = { timeZone: 'Europe/Paris', locale: 'en' };
  const seen = { ticket: { id: 't1', key: 'c', number: 12 }, at: '2026-11-21T09:00:00.000Z', variables, reader };
  const calls = renderEditor(
    { ...simple, do: [{ action: 'send_message', text: 'Hi {{ customer_name }}, {{ assigned_agent_email }}' }] },
    {
      answer: (url) =>
        url.endsWith('/facts')
          ? { body: { ...seen, facts: { source: 'email' } } }
          : { body: { items: [ticket], total: 1 } },
    },
  );
  expect(await screen.findByText('Would run')).toBeTruthy();
  const conditions = within(screen.getByRole('list', { name: 'Conditions on this ticket' }));
  expect(conditions.getByText('E-mail')).toBeTruthy();
  expect(screen.getByText('Hi Ada,')).toBeTruthy();
  expect(screen.getByText(/assigned_agent_email }} has no value here/)).toBeTruthy();
  expect(within(screen.getByRole('group', { name: 'Condition 1' })).getByText('Met')).toBeTruthy();
  await userEvent.click(screen.getByRole('combobox', { name: 'What has just happened' }));
  await userEvent.click(await screen.findByRole('option', { name: 'The customer wrote' }));
  await waitFor(() =>
    expect(calls.filter(({ url }) => url.endsWith('/facts')).at(-1)?.body).toEqual({ ticket: 't1', event: 'message' }),
  );
});

describe('a status of Base', () => {
  const initial = { ...simple, active: false, do: [{ action: 'set_base_order_status', status: '' }] };
  const statuses = [
    { id: '101', name: 'New orders' },
    { id: '102', name: 'Shipped' },
  ];
  const read = { readAt: '2026-11-21T09:00:00.000Z', expiresAt: null, error: null, detail: null };
  const answering = (options: object) => (url: string) => {
    if (url.includes('/options')) return { body: { items: statuses, ...read, ...options } };
    if (url.includes('/integrations')) return { body: { items: [{ id: 'i1', name: 'Base', active: true }], total: 1 } };
    return nothing();
  };
  const action = () => within(screen.getByRole('group', { name: '1. Change Base order status' }));
  const status = () => action().getByRole('combobox', { name: 'Status' });
  const write = async (text: string) => {
    await userEvent.click(status());
    await userEvent.type(await screen.findByRole('combobox', { name: 'Search' }), text);
  };

  test('is chosen by its name, and the rule is said with it', async () => {
    const calls = renderEditor(initial, { answer: answering({}) });
    expect(await action().findByText(/^2 statuses, read/)).toBeTruthy();
    await write('shi');
    await userEvent.click(await screen.findByRole('option', { name: /^Shipped/ }));
    expect(status().textContent).toBe('Shipped');
    expect(screen.getByRole('region', { name: 'The rule in words' }).textContent).toContain('status to Shipped');
    await userEvent.click(action().getByRole('button', { name: 'Read the list anew' }));
    await waitFor(() => expect(calls.map(({ method, url }) => `${method} ${url}`)).toContain(OPTIONS));
    show('Developer');
    expect(JSON.parse((await json()).value).do).toEqual([{ action: 'set_base_order_status', status: '102' }]);
  });

  test('that Base does not have is told', async () => {
    renderEditor(initial, { answer: answering({}) });
    await action().findByText(/^2 statuses, read/);
    await write('4711');
    await userEvent.click(await screen.findByRole('option', { name: 'Use the id 4711' }));
    expect(action().getByText('Base has no status with the id 4711. The action would fail.')).toBeTruthy();
  });

  test('is written by its id when Base does not answer, which is told', async () => {
    renderEditor(initial, { answer: answering({ items: [], readAt: null, error: 'timed_out' }) });
    expect(await action().findByText('The list could not be read: The server took too long to answer')).toBeTruthy();
    await write('4711');
    await userEvent.click(await screen.findByRole('option', { name: 'Use the id 4711' }));
    expect(status().textContent).toBe('4711');
    expect(action().queryByText(/has no status/)).toBeNull();
  });
});

const OPTIONS = 'POST /api/v1/integrations/i1/options';
