/** Workflows composed in the browser, tried on a ticket, saved active, and seen to run; read again in the log. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { tabTo } from '../fixtures/keyboard';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, hydrated, noHorizontalOverflow, test } from '../fixtures/test';

const MINUTE = 60_000;

test('the two examples: assigned unless it came from a discussion, and a reminder after a day', async ({
  page,
  ownServer,
  apiOf,
}) => {
  test.setTimeout(240_000);
  // Both act on every ticket: they have a server of their own, and its clock.
  const server = await ownServer({ clock: 'movable' });
  const api = await apiOf(server.url);
  const before = await writes(api, 'web_widget');
  await signIn(page, server.url, 'lead');

  await page.goto(`${server.url}/workflows/new`);
  await page.getByRole('textbox', { name: 'Name' }).fill('All but discussions');
  await choose(page, 1, 'Source', 'Is not');
  await pick(page, 1, ['Allegro discussions']);
  await act(page, 'Assign agent');
  const action = page.getByRole('group', { name: '1. Assign agent' });
  await action.getByRole('combobox', { name: 'Agent' }).click();
  await page.getByRole('option', { name: 'Léa Lead' }).click();
  await expect(page.getByRole('region', { name: 'The rule in words' })).toContainText(
    'the source is not Allegro discussions, then assign Léa Lead',
  );
  await tryOn(page, before);
  await expect(page.getByText('Would run', { exact: true })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Condition 1' }).getByText('Met', { exact: true })).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Active' }).first()).toBeChecked();
  await page.getByRole('button', { name: /^Add(?! )/ }).click();
  await expect(page).toHaveURL(/\/workflows\/[0-9a-f-]{36}$/);

  const assigned = await writes(api, 'email');
  const left = await writes(api, 'allegro_discussions');
  await expect.poll(async () => (await ticketOf(api, assigned)).assignee?.name).toBe('Léa Lead');
  expect((await ticketOf(api, left)).assignee).toBeNull();
  await page.getByRole('link', { name: /^Firings/ }).click();
  // Once for the new ticket, once for the message.
  await page.getByRole('link', { name: assigned }).first().click();
  await expect(page.getByRole('row', { name: /^Source/ })).toContainText('E-mail');
  await expect(page.getByText('Why it fired')).toBeVisible();

  await page.goto(`${server.url}/workflows/new`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Reminder after a day');
  await choose(page, 1, 'Response status', 'Is');
  await pick(page, 1, ['Not replied']);
  await page.getByRole('button', { name: 'Add condition' }).click();
  await choose(page, 2, 'Ticket created', 'More than');
  await act(page, 'Send a message');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('We have not forgotten you: ');
  await page.getByRole('button', { name: 'Variables' }).click();
  await page.getByRole('menuitem', { name: /ticket_id/ }).click();
  await expect(text).toHaveValue('We have not forgotten you: {{ ticket_id }}');
  await expect(text).toBeFocused();
  await tryOn(page, assigned);
  await expect(page.getByText('Would not run', { exact: true })).toBeVisible();
  const { number } = await ticketOf(api, assigned);
  await page
    .getByLabel(/^Now \(/)
    .fill(`${new Date(Date.now() + 3 * 1_440 * MINUTE).toISOString().slice(0, 10)}T12:00`);
  await expect(page.getByText('Would run', { exact: true })).toBeVisible();
  await expect(page.getByText(`We have not forgotten you: ${number}`)).toBeVisible();
  await checkAccessibility(page);
  await page.getByRole('button', { name: /^Add(?! )/ }).click();
  await expect(page).toHaveURL(/\/workflows\/[0-9a-f-]{36}$/);
  const reminder = page.url();
  const reminders = async () =>
    (await firings(api, reminder.split('/').at(-1) ?? '')).filter(({ conversation }) => conversation === assigned);
  expect(await reminders()).toEqual([]);

  await server.setClock(new Date(Date.now() + 1_441 * MINUTE));
  await expect
    .poll(async () => (await reminders()).map(({ outcome }) => outcome), { timeout: 60_000 })
    .toEqual(['done']);
  await signIn(page, server.url, 'lead');
  await page.goto(`${reminder}/firings`);
  await page.getByRole('link', { name: new RegExp(assigned) }).click();
  await expect(page.getByRole('row', { name: /^Ticket created/ })).toContainText('1 day');
  const did = page.getByRole('list', { name: 'What it did' });
  await expect(did.getByText(`We have not forgotten you: ${number}`)).toBeVisible();
});

test('the same by keyboard alone', async ({ page, ownServer, apiOf }) => {
  test.setTimeout(180_000);
  const server = await ownServer();
  const api = await apiOf(server.url);
  await signIn(page, server.url, 'lead');
  await page.goto(`${server.url}/workflows/new`);
  const { keyboard } = page;
  await tabTo(page, 'Name');
  await keyboard.type('By keyboard');
  await tabTo(page, 'Field');
  await chooseByKeys(page, 'Source');
  await tabTo(page, 'Operator');
  await chooseByKeys(page, 'Is not');
  await expect(page.getByRole('combobox', { name: 'Operator' })).toHaveText('Is not');
  await tabTo(page, 'Value');
  await keyboard.press('Enter');
  await keyboard.type('discussions');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await tabTo(page, 'Add action');
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Assign agent' }).waitFor();
  await keyboard.type('Assign agent');
  await expect(page.getByRole('menuitem', { name: 'Assign agent' })).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page, 'Agent');
  await chooseByKeys(page, 'Léa Lead');
  // What is tried on stands behind the form; the newest ticket is chosen already.
  await expect(page.getByText('Would run', { exact: true })).toBeVisible();
  await keyboard.press('ControlOrMeta+s');
  await expect(page).toHaveURL(/\/workflows\/[0-9a-f-]{36}$/);
  const conversation = await writes(api, 'email');
  await expect.poll(async () => (await ticketOf(api, conversation)).assignee?.name).toBe('Léa Lead');
  await hydrated(page);
  await tabTo(page, /^Firings/);
  await keyboard.press('Enter');
  // The panel that is left behind names the customer, too.
  await expect(page.getByRole('table', { name: 'Firings of this rule' })).toBeVisible();
  await tabTo(page, conversation);
  await keyboard.press('Enter');
  await expect(page.getByText('Why it fired')).toBeVisible();
});

test('a template opens filled in; what waits for a connection can be kept inactive, changed and brought back', async ({
  page,
  api,
  signInAs,
}) => {
  const name = `Draft ${randomUUID().slice(0, 8)}`;
  await signInAs('lead');
  await page.goto('/workflows/new?recipe=product_question_draft');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Draft for product questions');
  const active = page.getByRole('switch', { name: 'Active' }).first();
  await expect(active).not.toBeChecked();
  await expect(page.getByRole('link', { name: 'Set it up in the settings' })).toHaveAttribute(
    'href',
    '/settings/integrations',
  );
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await active.click();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(/needs a connection that is not set up yet: a language model/)).toBeVisible();
  await checkAccessibility(page);
  await active.click();
  await page.getByRole('button', { name: /^Add(?! )/ }).click();
  await expect(page).toHaveURL(/\/workflows\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) ?? '';

  await page.getByRole('textbox', { name: 'Instruction' }).fill('Answer in one sentence.');
  await page.getByRole('button', { name: 'Developer' }).click();
  await expect(page.getByText('"instruction": "Answer in one sentence."')).toBeVisible();
  await page.getByRole('button', { name: /^Update/ }).click();
  await expect(page.getByText('Saved as version 2')).toBeVisible();
  await page.goto(`/workflows/${id}/versions`);
  await page.getByRole('button', { name: /Version 1/ }).click();
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('Version 1 restored as version 3')).toBeVisible();
  const { do: actions, version } = await (await api.get(`/api/v1/workflows/${id}`)).json();
  expect(version).toBe(3);
  expect(actions[0].instruction).toMatch(/friendly/);

  await page.goto(`/workflows/new?from=${id}`);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(`${name} (copy)`);
});

test('two that never happen at once are told at once; leaving unsaved asks; tickets that exist are counted', async ({
  page,
  api,
  signInAs,
}) => {
  const mark = randomUUID().slice(0, 8);
  const conversation = await writes(api, 'email', mark);
  const data = {
    ...{ name: `Mine ${mark}`, active: true },
    when: { all: [{ field: 'customer_name_contains', operator: 'is', value: [mark] }] },
    do: [{ action: 'add_tag', tag: mark }],
  };
  const { id } = await (await api.post('/api/v1/workflows', { data })).json();
  await signInAs('lead');
  await page.goto(`/workflows/${id}`);
  await page.getByRole('button', { name: 'Count them' }).click();
  await expect(page.getByText(/^It would act on 1 ticket of/)).toBeVisible();
  await page.getByRole('button', { name: 'Apply to 1 ticket…' }).click();
  const dialog = page.getByRole('alertdialog', { name: `Apply “Mine ${mark}” to 1 ticket?` });
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Apply to 1 ticket' }).click();
  await expect(page.getByText('Applied to 1 ticket')).toBeVisible();
  expect((await ticketOf(api, conversation)).tags).toContain(mark);

  await page.getByRole('button', { name: 'Add condition' }).click();
  await choose(page, 2, 'New message', 'Is');
  await page.getByRole('button', { name: 'Add condition' }).click();
  await choose(page, 3, 'Tag assigned', 'Is');
  await expect(
    page.getByText('“Tag assigned” and “New message” never happen at the same moment. Make two workflows of them.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page
    .getByRole('alertdialog', { name: 'Leave without saving?' })
    .getByRole('button', { name: 'Leave page' })
    .click();
  await expect(page).toHaveURL(/\/workflows$/);
});

test.describe('on a phone, in French', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('a reminder is composed, each condition in a sheet', async ({ page, api, signInAs }) => {
    const name = `Rappel ${randomUUID().slice(0, 8)}`;
    await signInAs('lead');
    await page.goto('/workflows/new');
    await page.getByRole('textbox', { name: 'Nom' }).fill(name);
    await page.getByRole('switch', { name: 'Actif' }).last().click();
    await page
      .getByRole('group', { name: 'Condition 1' })
      .getByRole('button', { name: /Choisir/ })
      .click();
    const sheet = page.getByRole('dialog', { name: 'Condition 1' });
    await sheet.getByRole('combobox', { name: 'Champ' }).click();
    await page.getByRole('option', { name: 'Ticket créé' }).click();
    await sheet.getByRole('textbox', { name: 'Nombre' }).fill('2');
    await checkAccessibility(page);
    await noHorizontalOverflow(page);
    await sheet.getByRole('button', { name: 'Terminé' }).click();
    await page.getByRole('button', { name: 'Ajouter une action' }).click();
    await page.getByRole('menuitem', { name: 'Assigner un tag' }).click();
    await page.getByRole('combobox', { name: 'Tag', exact: true }).fill('retard');
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await page.getByRole('button', { name: /^Ajouter$/ }).click();
    await expect(page).toHaveURL(/\/workflows\/[0-9a-f-]{36}$/);
    const id = page.url().split('/').at(-1);
    expect(await (await api.get(`/api/v1/workflows/${id}`)).json()).toMatchObject({
      ...{ name, active: false, do: [{ action: 'add_tag', tag: 'retard' }] },
      when: { all: [{ field: 'ticket_created', operator: 'more_than', value: { amount: 2, unit: 'hours' } }] },
    });
  });
});

/** Chooses a condition's field and how it is compared. */
async function choose(page: Page, number: number, field: string, operator: string): Promise<void> {
  const condition = page.getByRole('group', { name: `Condition ${number}`, exact: true });
  await condition.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: field, exact: true }).click();
  const shown = condition.getByRole('combobox', { name: 'Operator' });
  if ((await shown.textContent())?.trim() === operator) return;
  await shown.click();
  await page.getByRole('option', { name: operator, exact: true }).click();
}

async function pick(page: Page, number: number, values: readonly string[]): Promise<void> {
  const condition = page.getByRole('group', { name: `Condition ${number}`, exact: true });
  await condition.getByRole('combobox', { name: 'Value' }).click();
  for (const value of values) await page.getByRole('option', { name: value, exact: true }).click();
  await page.keyboard.press('Escape');
}

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Add action' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Searches a ticket by its conversation's id and tries the workflow on it. */
async function tryOn(page: Page, conversation: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Ticket', exact: true }).click();
  await page.getByPlaceholder('Search').fill(conversation);
  await page.getByRole('option', { name: conversation }).click();
}

async function chooseByKeys(page: Page, option: string): Promise<void> {
  await page.keyboard.press('Enter');
  // With or without a field for searching, focus comes a moment after the list, and the mark a moment after the keys.
  await expect(page.locator('[cmdk-input]:focus, [role=option]:focus')).toBeVisible();
  await page.keyboard.type(option);
  const marked = page.locator('[data-highlighted], [data-selected=true]');
  await expect(page.getByRole('option', { name: option, exact: true }).and(marked)).toBeVisible();
  await page.keyboard.press('Enter');
}

/** A customer's first message, which makes a ticket of this source; answers the caller's own id of it. */
async function writes(api: APIRequestContext, source: string, mark = randomUUID().slice(0, 8)): Promise<string> {
  const conversation = `c-${mark}-${source}`;
  const event = (type: string, more: object) => ({
    ...{ id: randomUUID(), type, occurredAt: new Date().toISOString(), channel: 'web' },
    conversation: { id: conversation, group: 'support' },
    ...{ customer: { id: `u-${mark}-${source}`, name: conversation }, ...more },
  });
  const message = { id: randomUUID(), text: 'Where is my lamp?', sender: { type: 'customer' } };
  const events = [event('ticket_created', { ticket: { source } }), event('message_sent', { message })];
  const answer = await api.post('/api/v1/events', { data: { events } });
  expect(await answer.json()).toMatchObject({ results: [{ status: 'accepted' }, { status: 'accepted' }] });
  return conversation;
}

async function ticketOf(api: APIRequestContext, conversation: string) {
  const answer = await api.get(`/api/v1/tickets/${conversation}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json() as Promise<{ number: number; assignee: { name: string } | null; tags: string[] }>;
}

async function firings(api: APIRequestContext, rule: string) {
  const { items } = await (await api.get(`/api/v1/firings?rule=${rule}&limit=100`)).json();
  return items as { conversation: string | null; outcome: string }[];
}
