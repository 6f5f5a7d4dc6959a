/** Long lists and long threads, and a network that lets no stream through. */
import { randomUUID } from 'node:crypto';
import { newMark, waitingCustomer } from '../fixtures/customer';
import { signIn } from '../fixtures/sign-in';
import { expect, test } from '../fixtures/test';

const said = (conversation: object, customer: object, type: string, text?: string) => ({
  ...{ id: randomUUID(), type, occurredAt: new Date().toISOString(), channel: 'web', conversation, customer },
  ...(text !== undefined && { message: { id: randomUUID(), text, sender: { type: 'customer' } } }),
});

test('hundreds wait: the list goes on while one scrolls, filters narrow it, and the address remembers', async ({
  page,
  apiOf,
  ownServer,
}) => {
  test.setTimeout(120_000);
  const server = await ownServer();
  const api = await apiOf(server.url);
  const people = Array.from({ length: 240 }, (_, index) => ({ id: `u-${index}`, name: `Rider ${index + 1}` }));
  const events = people.flatMap((customer, index) => {
    const conversation = { id: `c-${index}`, group: index % 2 === 0 ? 'sales' : 'support' };
    return [
      said(conversation, customer, 'conversation_requested'),
      said(conversation, customer, 'conversation_queued'),
    ];
  });
  for (let from = 0; from < events.length; from += 240) {
    expect((await api.post('/api/v1/events', { data: { events: events.slice(from, from + 240) } })).ok()).toBe(true);
  }
  await signIn(page, server.url, 'lead');
  await page.goto(`${server.url}/workspace`);
  const rows = page.getByRole('link', { name: /Rider \d+/ });
  await expect(rows.first()).toBeVisible();
  await page.getByRole('button', { name: /^Show all \d+/ }).click();
  await expect(page).toHaveURL(/view=queue/);
  const last = page.getByRole('link', { name: /Rider 240\b/ });
  await expect(async () => {
    await rows.last().scrollIntoViewIfNeeded();
    await expect(last).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });

  await page.getByRole('button', { name: 'Choose a list' }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Sales/ }).click();
  await expect(page).toHaveURL(/group=sales/);
  await expect(page.getByRole('link', { name: /Rider 2\b/ })).toHaveCount(0);
  await page.getByRole('searchbox').fill('rider 101');
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox').fill('nobody of this name');
  await expect(page.getByText('No conversation matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(rows.nth(20)).toBeAttached();
});

test('a long conversation begins at what is new, and older messages come while one scrolls up', async ({
  page,
  api,
  signInAs,
}) => {
  const customer = await waitingCustomer(api);
  await signInAs('lead');
  await page.goto(customer.place);
  await page.getByRole('link', { name: new RegExp(customer.name) }).click();
  const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
  await reply.fill('Tell me everything');
  await reply.press('Enter');
  await expect(page.getByText('Sending…')).toHaveCount(0);
  await page.goto('/');
  await customer.says(...Array.from({ length: 130 }, (_, line) => `Line ${line + 1}.`));
  await page.goto(customer.place);
  const row = page.getByRole('link', { name: new RegExp(customer.name) });
  await expect(row).toContainText('100');
  await row.click();
  const log = page.getByRole('log');
  await expect(log.getByText('Line 130.')).toBeAttached();
  await expect(log.getByText('Line 3.', { exact: true })).toHaveCount(0);
  // What one reads stays in place while older ones come in above.
  await expect(async () => {
    await log.evaluate((box) => {
      box.scrollTop = 0;
    });
    await expect(log.getByText('Tell me everything')).toBeAttached({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  for (const line of [1, 64, 130]) await expect(log.getByText(`Line ${line}.`, { exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Latest messages' }).click();
  await expect(log.getByText('Line 130.')).toBeInViewport();
  await expect(row).not.toContainText('100');
});

test('where no stream gets through, changes arrive all the same', async ({ page, api, signInAs }) => {
  const mark = newMark();
  await page.route('**/api/v1/workspace/stream', (route) => route.abort());
  await signInAs('lead');
  await page.goto(`/workspace?search=${mark}`);
  await expect(page.getByText(/this network lets no live connection through/)).toBeVisible({ timeout: 20_000 });
  const customer = await waitingCustomer(api, { mark });
  await page.getByRole('link', { name: new RegExp(customer.name) }).click({ timeout: 20_000 });
  await customer.says('By pigeon');
  await expect(page.getByRole('log').getByText('By pigeon')).toHaveCount(1, { timeout: 20_000 });
});

test('what is opened by the caller’s own id is found, and what is not there says so', async ({
  page,
  api,
  signInAs,
}) => {
  const customer = await waitingCustomer(api);
  await signInAs('lead');
  await page.goto(`/workspace/${customer.conversation}`);
  await expect(page.getByRole('log').getByText('The bell is missing')).toBeVisible();
  await expect(page).toHaveURL(/\/workspace\/[0-9a-f-]{36}$/);
  await customer.says('And live');
  await expect(page.getByRole('log').getByText('And live')).toHaveCount(1);
  await page.goto('/workspace/nothing-here');
  await expect(page.getByText('This conversation is not here')).toBeVisible();
});
