/** Two agents at once: what one does the other sees, without reloading and without anything doubled. */
import type { Browser, Page } from '@playwright/test';
import { newMark, waitingCustomer } from '../fixtures/customer';
import { hydrated } from '../fixtures/hydrated';
import { type Role, signIn } from '../fixtures/sign-in';
import { expect, test } from '../fixtures/test';

test('a request appears for all, one gets it, the other is told who, and both see what is written', async ({
  browser,
  api,
  baseURL,
}) => {
  const mark = newMark();
  const place = `/workspace?search=${mark}`;
  const lead = await enter(browser, baseURL, 'lead', place);
  const agent = await enter(browser, baseURL, 'agent', place);
  const customer = await waitingCustomer(api, { mark });
  for (const page of [lead, agent]) {
    await page.getByRole('link', { name: new RegExp(customer.name) }).click();
    await expect(page.getByRole('log').getByText('The bell is missing')).toBeVisible();
  }

  // Both have pressed before either is served: otherwise the quicker one's stream would take the button away.
  const pressed: (() => void)[] = [];
  for (const page of [lead, agent]) {
    await page.route('**/accept', async (route) => {
      await new Promise<void>((resolve) => {
        pressed.push(resolve);
        if (pressed.length === 2) for (const go of pressed) go();
      });
      await route.continue();
    });
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
  }
  const told = (page: Page) => page.getByText(/accepted this conversation first/);
  const leadWon = await Promise.any([
    told(agent)
      .waitFor()
      .then(() => true),
    told(lead)
      .waitFor()
      .then(() => false),
  ]);
  const [winner, other, name] = leadWon ? [lead, agent, 'Léa Lead'] : [agent, lead, 'Amin Agent'];
  await expect(told(other)).toHaveText(`${name} accepted this conversation first.`);
  await expect(told(winner)).toHaveCount(0);
  await expect(other.getByRole('log').getByText(`${name} accepted`)).toHaveCount(1);

  // Writing shows with the other, then what was written, once.
  const reply = winner.getByRole('textbox', { name: 'Reply to the customer' });
  await expect(reply).toBeFocused();
  await winner.keyboard.type('Which bike is it?');
  await expect(other.getByText(`${name} is typing…`)).toBeVisible();
  await winner.keyboard.press('Enter');
  for (const page of [winner, other]) {
    await expect(page.getByRole('log').getByText('Which bike is it?')).toHaveCount(1);
    await expect(page.getByText('Sending…')).toHaveCount(0);
  }
  await customer.says('A Vinter 3');
  for (const page of [winner, other]) await expect(page.getByRole('log').getByText('A Vinter 3')).toHaveCount(1);
  await expect(winner.getByRole('link', { name: new RegExp(customer.name) })).toContainText('A Vinter 3');
  await expect(other.getByRole('link', { name: new RegExp(customer.name) })).toHaveCount(0);

  // A note is for colleagues; the end is seen by both.
  await winner.getByRole('button', { name: 'Note', exact: true }).click();
  await winner.keyboard.type('Bell of last year');
  await winner.keyboard.press('Enter');
  await expect(other.getByRole('log').getByText('Bell of last year')).toBeVisible();
  await winner.getByRole('button', { name: 'End', exact: true }).click();
  await winner.getByRole('button', { name: 'Dismiss' }).click();
  for (const page of [winner, other]) await expect(page.getByText(/This conversation ended on/)).toBeVisible();
});

test('a customer who writes calls off the end', async ({ page, api, signInAs }) => {
  const customer = await waitingCustomer(api);
  await signInAs('lead');
  await page.goto(customer.place);
  await page.getByRole('link', { name: new RegExp(customer.name) }).click();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Reply to the customer' })).toBeFocused();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await customer.says('One more thing');
  await expect(page.getByText('The customer wrote meanwhile: the conversation goes on.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'End', exact: true })).toBeVisible();
});

test('while the network is away what is written waits, and arrives once', async ({ page, api, signInAs }) => {
  const customer = await waitingCustomer(api);
  await signInAs('lead');
  await page.goto(customer.place);
  await page.getByRole('link', { name: new RegExp(customer.name) }).click();
  const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
  await reply.fill('Hello');
  await reply.press('Enter');
  await expect(page.getByText('Sending…')).toHaveCount(0);

  await page.context().setOffline(true);
  await expect(page.getByText(/Connection lost/)).toBeVisible({ timeout: 20_000 });
  await reply.fill('Still here');
  await reply.press('Enter');
  await reply.fill('And here');
  await reply.press('Enter');
  await expect(page.getByText('Waiting for the connection')).toHaveCount(2);
  await customer.says('Anybody?');
  await page.context().setOffline(false);
  await expect(page.getByText('Waiting for the connection')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/Connection lost/)).toHaveCount(0, { timeout: 30_000 });
  const log = page.getByRole('log');
  for (const text of ['Still here', 'And here', 'Anybody?']) await expect(log.getByText(text)).toHaveCount(1);
  await page.reload();
  for (const text of ['Still here', 'And here', 'Anybody?']) await expect(log.getByText(text)).toHaveCount(1);
});

test('a server that was killed and comes back loses and doubles nothing', async ({ page, apiOf, ownServer }) => {
  test.setTimeout(120_000);
  const server = await ownServer();
  const api = await apiOf(server.url);
  const customer = await waitingCustomer(api);
  await signIn(page, server.url, 'lead');
  await page.goto(`${server.url}/workspace`);
  await page.getByRole('link', { name: new RegExp(customer.name) }).click();
  const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
  await reply.fill('Before');
  await reply.press('Enter');
  await expect(page.getByText('Sending…')).toHaveCount(0);
  await server.stop('SIGKILL');
  await reply.fill('Meanwhile');
  await reply.press('Enter');
  await expect(page.getByText('Waiting for the connection')).toBeVisible();
  await server.start();
  await expect(page.getByText('Waiting for the connection')).toHaveCount(0, { timeout: 40_000 });
  const log = page.getByRole('log');
  await customer.says('After');
  await expect(log.getByText('After')).toHaveCount(1, { timeout: 20_000 });
  for (const text of ['Before', 'Meanwhile']) await expect(log.getByText(text)).toHaveCount(1);
});

test('two tabs of one browser share the stream, and drafts stay with their conversation', async ({
  context,
  page,
  api,
  signInAs,
}) => {
  const mark = newMark();
  const first = await waitingCustomer(api, { mark, name: 'Una' });
  const second = await waitingCustomer(api, { mark, name: 'Due' });
  await signInAs('lead');
  const streams: string[] = [];
  context.on('request', (request) => request.url().endsWith('/stream') && streams.push(request.url()));
  await page.goto(first.place);
  await page.getByRole('link', { name: new RegExp(first.name) }).click();
  await page.getByRole('textbox', { name: 'Reply to the customer' }).fill('Half a senten');
  await page.getByRole('link', { name: new RegExp(second.name) }).click();
  await expect(page.getByRole('textbox', { name: 'Reply to the customer' })).toHaveValue('');
  await expect(page.getByRole('link', { name: new RegExp(first.name) })).toContainText('Draft');

  const tab = await context.newPage();
  await tab.goto(first.place);
  await hydrated(tab);
  await tab.getByRole('link', { name: new RegExp(first.name) }).click();
  await expect(tab.getByRole('textbox', { name: 'Reply to the customer' })).toHaveValue('Half a senten');
  await first.says('News');
  await expect(tab.getByRole('log').getByText('News')).toHaveCount(1);
  expect(streams).toHaveLength(1);
  // Whoever is left goes on.
  await page.close();
  await first.says('More news');
  await expect(tab.getByRole('log').getByText('More news')).toHaveCount(1, { timeout: 20_000 });
});

/** A browser of its own, in the workspace. */
async function enter(browser: Browser, baseURL: string | undefined, role: Role, place: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signIn(page, baseURL ?? '', role);
  await page.goto(place);
  await hydrated(page);
  return page;
}
