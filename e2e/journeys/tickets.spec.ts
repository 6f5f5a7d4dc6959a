/** Tickets: statuses of one's own, the workspace that changes tickets and workflows that react, and the list of all. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { newMark } from '../fixtures/customer';
import { hydrated } from '../fixtures/hydrated';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

/** Tickets of a customer of their own, by the API; answers their ids. */
async function tickets(api: APIRequestContext, mark: string, ...of: object[]): Promise<string[]> {
  const ids = of.map((_, index) => `t-${mark}-${index}`);
  const customer = { id: `u-${mark}`, name: `Marit ${mark}`, email: `marit-${mark}@example.org` };
  const events = of.flatMap((ticket, index) => {
    const base = { occurredAt: new Date().toISOString(), channel: 'api', conversation: { id: ids[index] }, customer };
    const message = { id: randomUUID(), text: 'The saddle is loose', sender: { type: 'customer' } };
    return [
      { ...base, id: randomUUID(), type: 'ticket_created', ticket },
      { ...base, id: randomUUID(), type: 'message_sent', message },
    ];
  });
  const answer = await api.post('/api/v1/events', { data: { events } });
  expect(await answer.json()).toMatchObject({ results: events.map(() => ({ status: 'accepted' })) });
  return ids;
}

async function made<T = { id: string; key: string }>(api: APIRequestContext, path: string, data: object): Promise<T> {
  const answer = await api.post(`/api/v1/${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** What the API says of a ticket, until it is so. */
async function becomes(api: APIRequestContext, id: string, expected: Record<string, unknown>): Promise<void> {
  await expect(async () =>
    expect(await (await api.get(`/api/v1/tickets/${id}`)).json()).toMatchObject(expected),
  ).toPass();
}

async function enter(browser: Browser, url: string | undefined, place: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, url ?? '', 'lead');
  await page.goto(place);
  await hydrated(page);
  return page;
}

test('a status is made, put in its place by keyboard, used, and deleted with its tickets moved', async ({
  page,
  api,
  signInAs,
}) => {
  const mark = newMark();
  const name = `Parts ${mark}`;
  await made(api, 'statuses', { name: `Before ${mark}`, class: 'open' });
  await signInAs('admin');
  await page.goto('/settings/statuses');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New status' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('radio', { name: 'Teal' }).check({ force: true });
  await dialog.getByRole('checkbox', { name: 'Requires response' }).check();
  await dialog.getByRole('checkbox', { name: 'Set open on a new message' }).uncheck();
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Create status' }).click();
  await expect(page.getByText(`${name} was saved`)).toBeVisible();

  const key = `parts-${mark}`;
  const order = async () => {
    const { items } = await (await api.get('/api/v1/statuses?pageSize=200')).json();
    return items.map((each: { key: string }) => each.key).filter((each: string) => each.endsWith(mark));
  };
  expect(await order()).toEqual([`before-${mark}`, key]);
  const statuses = page.getByRole('list', { name: 'Statuses' });
  const row = statuses.getByRole('listitem').filter({ hasText: name });
  await row.getByRole('button', { name: `Move ${name}` }).focus();
  // Until it has passed the other one: statuses of other journeys may stand between them.
  await expect(async () => {
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(order, { timeout: 2_000 }).toEqual([key, `before-${mark}`]);
  }).toPass();

  const [id = ''] = await tickets(api, mark, { status: key, subject: `Chain ${mark}` });
  await made(api, 'workflows', {
    name: `Late parts ${mark}`,
    when: { all: [{ field: 'current_status', operator: 'is', value: [key] }] },
    do: [{ action: 'add_tag', tag: 'late' }],
  });
  await page.goto('/settings/statuses');
  await expect(row.getByRole('link', { name: '1 ticket' })).toBeVisible();
  await row.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const question = page.getByRole('alertdialog', { name: `Delete ${name}?` });
  await question.getByRole('button', { name: 'Delete status' }).click();
  await expect(question.getByRole('list', { name: 'Used by' })).toContainText(`Late parts ${mark}`);
  await expect(question.getByRole('list', { name: 'Used by' })).toContainText('1 ticket');
  await question.getByRole('combobox', { name: 'Its tickets become' }).click();
  await page.getByRole('option', { name: 'Pending', exact: true }).click();
  await checkAccessibility(page);
  await question.getByRole('button', { name: 'Move tickets and delete status' }).click();
  await expect(page.getByText(`${name} was deleted`)).toBeVisible();
  await expect(row).toHaveCount(0);
  await becomes(api, id, { status: { key: 'pending' } });

  // A status of the system can be renamed, not deleted.
  await statuses.getByRole('button', { name: 'Options of Spam' }).click();
  await expect(page.getByRole('menuitem', { name: /Delete/ })).toHaveAttribute('aria-disabled', 'true');
});

test('inboxes and their groups are kept in Settings', async ({ page, api, signInAs }) => {
  const mark = newMark();
  await signInAs('admin');
  await page.goto('/settings/inboxes');
  await page.getByRole('button', { name: 'New inbox group' }).click();
  const group = page.getByRole('dialog', { name: 'New inbox group' });
  await group.getByRole('textbox', { name: 'Name' }).fill(`Group ${mark}`);
  await group.getByRole('button', { name: 'Create inbox group' }).click();
  await page.getByRole('button', { name: /^New inbox(?! group)/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New inbox' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Inbox ${mark}`);
  await dialog.getByRole('combobox', { name: 'Inbox group' }).click();
  await page.getByRole('option', { name: `Group ${mark}` }).click();
  await dialog.getByRole('button', { name: 'Create inbox' }).click();
  const row = page
    .getByRole('table', { name: 'Inboxes' })
    .getByRole('row')
    .filter({ hasText: `Inbox ${mark}` });
  await expect(row).toContainText(`Group ${mark}`);

  const [id = ''] = await tickets(api, mark, { inbox: `inbox-${mark}` });
  await row.getByRole('button', { name: /Options/ }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Delete inbox' }).click();
  await expect(question.getByRole('list', { name: 'Used by' })).toContainText('1 ticket');
  await question.getByRole('button', { name: 'Delete inbox anyway' }).click();
  await expect(row).toHaveCount(0);
  await becomes(api, id, { inbox: null });
});

test('the workspace changes a ticket by keyboard, a workflow reacts, and a colleague sees it', async ({
  page,
  browser,
  api,
  baseURL,
  signInAs,
}) => {
  const mark = newMark();
  const { key } = await made(api, 'statuses', { name: `Checked ${mark}`, class: 'open', colour: 'violet' });
  const { name: inbox } = await made<{ name: string }>(api, 'inboxes', { name: `Bikes ${mark}` });
  await made(api, 'workflows', {
    name: `Seen ${mark}`,
    when: { all: [{ field: 'status_set', operator: 'is', value: [key] }] },
    do: [{ action: 'add_tag', tag: `seen-${mark}` }],
  });
  const [id = ''] = await tickets(api, mark, { subject: `Saddle ${mark}` });
  const colleague = await enter(browser, baseURL, `/workspace/${id}`);
  await signInAs('admin');
  await page.goto(`/workspace/${id}`);
  const details = (of: Page) => of.getByRole('complementary', { name: 'Customer and firings' });
  const field = (of: Page, name: string) => details(of).getByRole('combobox', { name, exact: true });
  await expect(field(page, 'Status')).toHaveText('New');
  await expect(field(colleague, 'Status')).toHaveText('New');
  await checkAccessibility(page);

  await page.keyboard.press('s');
  await page.keyboard.type(`checked ${mark}`);
  await page.keyboard.press('Enter');
  await expect(field(page, 'Status')).toHaveText(`Checked ${mark}`);
  for (const each of [page, colleague]) {
    await expect(each.getByRole('log').getByText(`Ada Admin set the status to Checked ${mark}`)).toHaveCount(1);
    await expect(details(each).getByRole('list', { name: 'Tags' })).toContainText(`seen-${mark}`);
    await expect(field(each, 'Status')).toHaveText(`Checked ${mark}`);
  }

  await field(page, 'Inbox').click();
  await page.getByRole('option', { name: inbox }).click();
  await field(page, 'Context').click();
  await page.getByRole('option', { name: 'Complaint' }).click();
  await details(page).getByRole('button', { name: 'Link an order' }).click();
  await page.keyboard.type(`HB-${mark}`);
  await page.keyboard.press('Enter');
  await becomes(api, id, {
    ...{
      status: { key },
      context: 'complaint',
      inbox: { name: inbox },
      orders: [`HB-${mark}`],
      tags: [`seen-${mark}`],
    },
  });
  await expect(field(colleague, 'Context')).toHaveText('Complaint');
  await expect(details(colleague).getByRole('list', { name: 'Orders' })).toContainText(`HB-${mark}`);

  await field(page, 'Sentiment').click();
  await page.getByRole('option', { name: 'Negative' }).click();
  const toast = page.getByText('Sentiment: Negative');
  await expect(toast).toBeVisible();
  await becomes(api, id, { sentiment: 'negative' });
  await page
    .locator('[data-sonner-toast]')
    .filter({ hasText: 'Sentiment: Negative' })
    .getByRole('button', { name: /Undo/ })
    .click();
  await becomes(api, id, { sentiment: null });
  await expect(field(page, 'Sentiment')).toHaveText('None');

  // What the server refuses is taken back and told.
  await page.route('**/api/v1/conversations/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await field(page, 'Type').click();
  await page.getByRole('option', { name: 'Opinion' }).click();
  await expect(details(page).getByRole('alert')).toContainText('could not be changed');
  await expect(field(page, 'Type')).toHaveText('Ordinary');
  await colleague.context().close();
});

test('the list is narrowed, searched and changed by keyboard; its state is the address', async ({
  page,
  api,
  signInAs,
}) => {
  const mark = newMark();
  const { key, name } = await made<{ key: string; name: string }>(api, 'statuses', {
    ...{ name: `Done ${mark}`, class: 'closed', colour: 'green' },
  });
  const [first = '', second = ''] = await tickets(
    api,
    mark,
    { subject: `Bell ${mark}`, context: 'complaint', sentiment: 'negative', tags: [`bell-${mark}`] },
    { subject: `Lamp ${mark}`, context: 'invoice', type: 'return', orders: [`A-${mark}`] },
    { subject: `Wheel ${mark}`, status: 'closed' },
  );
  await signInAs('admin');
  await page.goto('/tickets');
  await page.keyboard.press('/');
  await page.keyboard.type(mark);
  const rows = page.getByRole('table', { name: 'Tickets' }).getByRole('row');
  const shown = (...subjects: string[]) =>
    expect(async () => {
      await expect(rows).toHaveCount(subjects.length + 1, { timeout: 2_000 });
      for (const [index, subject] of subjects.entries()) await expect(rows.nth(index + 1)).toContainText(subject);
    }).toPass();
  await shown(`Lamp ${mark}`, `Bell ${mark}`);
  await expect(page).toHaveURL(new RegExp(`search=${mark}`));
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await shown(`Wheel ${mark}`, `Lamp ${mark}`, `Bell ${mark}`);
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Context' }).click();
  await page.getByRole('option', { name: 'Invoice' }).click();
  await page.keyboard.press('Escape');
  await shown(`Lamp ${mark}`);
  await expect(page.getByRole('button', { name: 'More filters (1)' })).toBeVisible();
  await page.reload();
  await shown(`Lamp ${mark}`);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.goto(`/tickets?search=${mark}`);
  await shown(`Lamp ${mark}`, `Bell ${mark}`);

  await page.getByRole('searchbox', { name: 'Search tickets' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Selected rows' })).toContainText('2');
  await page.keyboard.press('s');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  for (const id of [first, second]) await becomes(api, id, { status: { key } });
  await expect(page.getByText(`No ticket matches “${mark}”`)).toBeVisible();
  await page.locator('[data-sonner-toast]').getByRole('button', { name: /Undo/ }).click();
  for (const id of [first, second]) await becomes(api, id, { status: { key: 'new' } });
  await shown(`Lamp ${mark}`, `Bell ${mark}`);

  await page.getByRole('link', { name: `Bell ${mark}` }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('t');
  await page.keyboard.type(`loud-${mark}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add tags' }).last().click();
  await becomes(api, first, { tags: [`bell-${mark}`, `loud-${mark}`] });
  await page.goto(`/tickets?tag=loud-${mark}`);
  await shown(`Bell ${mark}`);
  await page.getByRole('link', { name: `Bell ${mark}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByText('The saddle is loose')).toBeVisible();
});

test('a long list goes on page by page, and back', async ({ page, api, signInAs }) => {
  const mark = newMark();
  await tickets(api, mark, ...Array.from({ length: 53 }, (_, index) => ({ subject: `Spoke ${index} ${mark}` })));
  await signInAs('lead');
  await page.goto(`/tickets?search=${mark}`);
  const links = page.getByRole('table', { name: 'Tickets' }).getByRole('link');
  await expect(links).toHaveCount(50);
  await expect(links.first()).toHaveText(`Spoke 52 ${mark}`);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(links).toHaveCount(3);
  await expect(links.last()).toHaveText(`Spoke 0 ${mark}`);
  await page.getByRole('button', { name: 'Previous page' }).click();
  await expect(links).toHaveCount(50);
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('tickets are listed, opened and changed', async ({ page, api, signInAs }) => {
    const mark = newMark();
    const [id = ''] = await tickets(api, mark, {
      subject: `Selle ${mark}`,
      context: 'complaint',
      sentiment: 'negative',
    });
    await signInAs('admin');
    await page.goto(`/tickets?search=${mark}`);
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await page.getByRole('link', { name: `Selle ${mark}` }).click();
    await page.getByRole('button', { name: 'Détails', exact: true }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('combobox', { name: 'Contexte' })).toHaveText('Réclamation');
    await sheet.getByRole('combobox', { name: 'Statut' }).click();
    await page.getByRole('option', { name: 'Solved' }).click();
    await becomes(api, id, { status: { key: 'solved', class: 'closed' } });
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    for (const path of ['/settings/statuses', '/settings/inboxes']) {
      await page.goto(path);
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
    }
  });
});
