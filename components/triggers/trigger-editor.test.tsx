import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { issuesOf } from '@/components/rule-editor/rule-form';
import { renderPage } from '@/components/rule-editor/testing';
import type { TriggerBody } from '@/lib/client/trigger-editing';
import { arbitraryRule } from '@/lib/testing/arbitrary-rule';
import { TriggerEditor } from './trigger-editor';
import { triggerKind } from './trigger-kind';

const push = vi.fn();
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push, refresh: vi.fn() }),
  usePathname: () => '/triggers/1',
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
  group: [{ key: 'support', name: 'Support' }],
  channel: [{ key: 'web', name: 'Web' }],
};

function body(rule: object): TriggerBody {
  const settings = { name: 'Rule', description: 'Why', active: false, oncePerTicket: true, channels: ['web'] };
  return { ...settings, ...rule } as TriggerBody;
}

const simple = body({
  on: 'message_sent',
  when: { all: [{ field: 'message', operator: 'contains', value: 'help' }] },
  do: [{ action: 'add_tags', tags: ['help'] }],
});

function renderEditor(
  initial: TriggerBody,
  answer: Parameters<typeof renderPage>[1] = () => ({ body: { items: [], next: null } }),
  options?: { phone: boolean },
) {
  const identity = { id: '1', version: 3, fired: 0, broken: null };
  const props = { references, messaging: ['web'], mayWrite: true, now: '2026-11-21T10:00:00Z' };
  return renderPage(<TriggerEditor initial={initial} identity={identity} {...props} />, answer, options);
}

const view = (name: string) =>
  within(screen.getByRole('group', { name: 'View of the rule' })).getByRole('button', { name });
const json = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'JSON' });
const show = (name: string) => fireEvent.click(view(name));

test('a rule goes through both views and nothing of it changes', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRule(), arbitraryRule(), async (first, second) => {
      const [one, two] = [body(first), body(second)];
      fc.pre(issuesOf(triggerKind, one).length === 0 && issuesOf(triggerKind, two).length === 0);
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

test('a text that is no trigger locks the visual view and keeps what was typed', async () => {
  renderEditor(simple);
  show('Developer');
  fireEvent.change(await json(), { target: { value: '{ "name": ' } });
  expect(view('Visual').getAttribute('aria-disabled')).toBe('true');
  show('Visual');
  expect((await json()).value).toBe('{ "name": ');
  fireEvent.change(await json(), { target: { value: JSON.stringify({ ...simple, name: 'Changed' }) } });
  show('Visual');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Changed');
});

test('an unfinished rule may be looked at as text and left again', async () => {
  renderEditor({ ...simple, do: [] });
  show('Developer');
  await json();
  show('Visual');
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeTruthy();
});

test('saving sends the version that was edited', async () => {
  const calls = renderEditor(simple, (_url, init) => ({
    body: init?.method === 'PUT' ? { ...simple, id: '1', name: 'Other', version: 4 } : { items: [], next: null },
  }));
  const name = screen.getByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'Other');
  expect(screen.getByText('Unsaved changes')).toBeTruthy();
  fireEvent.keyDown(document, { key: 's', ctrlKey: true });
  await waitFor(() => expect(screen.queryByText('Unsaved changes')).toBeNull());
  expect(calls.find(({ method }) => method === 'PUT')).toMatchObject({ body: { name: 'Other', version: 3 } });
});

test('what is wrong is said at its control, and nothing is sent', async () => {
  const calls = renderEditor(simple);
  await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }));
  fireEvent.keyDown(document, { key: 's', ctrlKey: true });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' })));
  expect(screen.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true');
  expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
});

test('when somebody saved meanwhile both versions are shown and mine can be kept', async () => {
  const theirs = { ...simple, id: '1', description: 'Theirs', version: 8 };
  const calls = renderEditor(simple, (url, init) => {
    if (url.endsWith('/versions')) return { body: { items: [{ version: 8, author: 'Léa Lead' }] } };
    if (init?.method !== 'PUT') return { body: url.includes('/triggers/') ? theirs : { items: [], next: null } };
    const { version } = JSON.parse(String(init.body)) as { version: number };
    if (version === 8) return { body: { ...simple, id: '1', description: 'Mine', version: 9 } };
    return { status: 409, body: { code: 'stale_version', status: 409, detail: 'Newer', currentVersion: 8 } };
  });
  const description = screen.getByRole('textbox', { name: 'Description' });
  await userEvent.clear(description);
  await userEvent.type(description, 'Mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Léa Lead saved version 8 while you were editing')).toBeTruthy();
  expect(screen.getByText('"description": "Theirs",')).toBeTruthy();
  expect(screen.getByText('"description": "Mine",')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Version 3, where you began' }));
  expect(screen.getByText('"description": "Theirs",')).toBeTruthy();
  expect(screen.queryByText('"description": "Mine",')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Yours' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save mine over it' }));
  await waitFor(() => expect(screen.queryByText(/saved version 8/)).toBeNull());
  expect(calls.filter(({ method }) => method === 'PUT').at(-1)).toMatchObject({
    body: { description: 'Mine', version: 8 },
  });
});

test('an added condition waits to be told what it checks, and says at its own control what is missing', async () => {
  const calls = renderEditor(simple);
  await userEvent.click(screen.getByRole('button', { name: 'Add condition' }));
  const added = within(screen.getByRole('group', { name: 'Condition 2' }));
  const field = added.getByRole('combobox', { name: 'Field' });
  expect(document.activeElement).toBe(field);
  expect(field.textContent).toBe('Choose what to check');
  expect(added.queryByRole('combobox', { name: 'Operator' })).toBeNull();
  expect(added.getByText(/For example the account’s status/)).toBeTruthy();

  fireEvent.keyDown(document, { key: 's', ctrlKey: true });
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(describedBy(field)).toBe('Choose what this condition checks, or remove it.');
  await waitFor(() => expect(document.activeElement).toBe(field));

  await userEvent.click(field);
  await userEvent.click(await screen.findByRole('option', { name: 'Queue size' }));
  expect(field.getAttribute('aria-invalid')).toBeNull();
  const value = added.getByRole('textbox', { name: 'Value' });
  await userEvent.clear(value);
  await userEvent.type(value, '-3');
  fireEvent.keyDown(document, { key: 's', ctrlKey: true });
  await waitFor(() => expect(value.getAttribute('aria-invalid')).toBe('true'));
  expect(describedBy(value)).toMatch(/At least 0/);
  expect(added.getByRole('combobox', { name: 'Operator' }).getAttribute('aria-invalid')).toBeNull();
  expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
});

test('on a phone a condition stands in words, and a sheet of its own edits it', async () => {
  renderEditor(simple, undefined, { phone: true });
  const row = within(screen.getByRole('group', { name: 'Condition 1' }));
  const line = row.getByRole('button', { name: /^the message ?contains ?“help”/ });
  await userEvent.click(line);
  const sheet = within(await screen.findByRole('dialog', { name: 'Condition 1' }));
  const value = sheet.getByRole('textbox', { name: 'Value' });
  await userEvent.clear(value);
  await userEvent.type(value, 'refund');
  await userEvent.click(sheet.getByRole('button', { name: 'Done' }));
  expect(row.getByRole('button', { name: /^the message ?contains ?“refund”/ })).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Add condition' }));
  const second = within(await screen.findByRole('dialog', { name: 'Condition 2' }));
  await userEvent.click(second.getByRole('button', { name: 'Remove' }));
  expect(screen.queryByRole('group', { name: 'Condition 2' })).toBeNull();
});

function describedBy(control: HTMLElement): string | null {
  const id = control.getAttribute('aria-describedby');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
}
