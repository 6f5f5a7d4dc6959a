/** "Why was nothing shown?" for a visit that happened; what is wrong with a message is said where it is. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { agentFor } from '../fixtures/agent';
import { bubble, checkAccessibility, expect, noHorizontalOverflow, onPage, test } from '../fixtures/proactive-shop';
import { widgetOn } from '../fixtures/widget';

const mark = () => randomUUID().slice(0, 8);

test('a lead reads of a customer’s visit what stopped each message, with the value seen', async ({
  page,
  shop,
  api,
  signInAs,
  browser,
}) => {
  const help = await shop.publish({ name: `Help ${mark()}`, when: onPage('/demo/help'), message: 'Found it?' });
  const late = await shop.publish({
    name: `Late ${mark()}`,
    message: 'Still there?',
    on: { event: 'on_page', seconds: 900 },
  });
  const shown = await shop.publish({ name: `Shown ${mark()}`, message: 'Welcome', frequency: 'once_per_visit' });
  const own = mark();
  const visitor = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await visitor.goto(`${shop.url}/demo?own=${own}`);
  await expect(bubble(visitor, 'Welcome')).toBeVisible();
  await visitor.getByRole('button', { name: 'Close the message' }).click();
  // It is told when the page is left, and whose it is once somebody writes.
  await visitor.goto(`${shop.url}/demo/bikes?own=${own}`);
  const widget = widgetOn(visitor);
  await widget.open();
  const question = `No offer? ${own}`;
  await widget.write(question);
  await expect(widget.message(question)).toBeVisible();
  await visitor.goto(`${shop.url}/demo/cart?own=${own}`);
  const views = `/api/v1/proactive-messages/views?search=${own}`;
  await expect.poll(async () => (await (await api.get(views)).json()).items.length).toBeGreaterThanOrEqual(2);

  const { key } = await agentFor(api, question);
  await signInAs('lead');
  await page.goto(`/conversations/${key}`);
  await expect(page.getByTitle(key, { exact: true })).toHaveText(`widget:…${key.slice(-8)}`);
  await page.getByRole('link', { name: 'Open customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Anonymous visitor' })).toBeVisible();
  await page.goto(`/conversations/${key}`);
  await page.getByRole('link', { name: 'Why was no proactive message shown?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Why was nothing shown?' })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`What stopped each message on /demo\\?own=${own}`) }).click();
  const found = page.getByRole('list', { name: 'Messages in the order of their priority' });
  const line = (name: string) => found.getByRole('listitem').filter({ hasText: name });
  await expect(line(help.name)).toContainText(`Seen: ${shop.url}/demo?own=${own}`);
  await expect(line(late.name)).toContainText('The page was not in sight long enough');
  await expect(line(shown.name)).toContainText('It was shown.');
  await checkAccessibility(page);
  await page.getByRole('button', { name: new RegExp(`What stopped each message on /demo/bikes\\?own=${own}`) }).click();
  await expect(line(shown.name)).toContainText('It had been opened or dismissed in this visit.');
  await visitor.context().close();
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('visits fit, and can be opened', async ({ page, shop, api, signInAs }) => {
    await shop.publish({ when: onPage('/nowhere') });
    const own = mark();
    await page.goto(`${shop.url}/demo?own=${own}`);
    await expect(widgetOn(page, 'en').launcher.or(widgetOn(page, 'fr').launcher)).toBeVisible();
    const views = `/api/v1/proactive-messages/views?search=${own}`;
    await expect.poll(async () => (await (await api.get(views)).json()).items.length).toBe(1);
    await signInAs('lead');
    await page.goto(`/proactive/views?search=${own}`);
    await page.getByRole('button', { name: /^Ce qui a retenu chaque message/ }).click();
    await expect(page.getByText(/^Vu\s: /)).toBeVisible();
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
  });
});

test('bad input is answered with the place and what would be right', async ({ shop, api }) => {
  const url = { field: 'visitor_page_url', operator: 'is', value: 'x' };
  const wrong: [object, string][] = [
    [{ when: { all: [] } }, 'when.all'],
    [{ when: { all: [url, { any: [url] }] } }, 'when.all[1].any'],
    [{ when: { any: [{ all: [url, url] }] } }, 'when.any[0].all'],
    [{ reply: { kind: 'bot', bot: 'nobody', answer: 'x' } }, 'reply.bot'],
    [{ on: { event: 'on_page', seconds: 0 } }, 'on.seconds'],
    [{ send: { when: 'inside', schedule: `gone-${mark()}` } }, 'send.schedule'],
  ];
  for (const [more, path] of wrong) expect(await refusal(api, shop.channel.key, more)).toMatchObject({ path });
});

async function refusal(api: APIRequestContext, channel: string, more: object) {
  const data = {
    ...{ name: `Wrong ${mark()}`, brand: 'main', channel, status: 'live', message: 'Hi' },
    ...{ when: onPage('/demo'), reply: { kind: 'agent', followUp: '', details: [] } },
    ...more,
  };
  const answer = await api.post('/api/v1/proactive-messages', { data });
  expect(answer.status(), await answer.text()).toBe(422);
  const [first] = (await answer.json()).errors;
  expect(first.message).not.toBe('');
  return first;
}
