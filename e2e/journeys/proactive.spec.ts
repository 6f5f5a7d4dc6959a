/** Proactive messages: composed by a lead, tried as a visitor, met on a site, answered, counted. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { type OtherSite, openSite } from '../fixtures/other-site';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { widgetOn } from '../fixtures/widget';

let site: OtherSite;
let channel: { id: string; key: string; name: string };

test.beforeEach(async ({ api, baseURL }) => {
  const name = `Shop ${randomUUID().slice(0, 8)}`;
  const answer = await api.post('/api/v1/channels', { data: { name, kind: 'web', brand: 'main' } });
  expect(answer.status(), await answer.text()).toBe(201);
  channel = await answer.json();
  site = await openSite(`<script async src="${baseURL}/widget.js" data-channel="${channel.id}"></script>`);
});
test.afterEach(async () => {
  await site.close();
});

const url = (...value: string[]) => ({ field: 'visitor_page_url', operator: 'contains_any', value });
async function publish(api: APIRequestContext, more: object): Promise<{ id: string; name: string }> {
  const data = {
    ...{ name: `Message ${randomUUID().slice(0, 8)}`, brand: 'main', channel: channel.key, status: 'live' },
    ...{ when: { all: [url('/cart')] }, message: 'Any question?', frequency: 'every_time' },
    reply: { kind: 'agent', followUp: 'Somebody is on the way.', details: [] },
    ...more,
  };
  const answer = await api.post('/api/v1/proactive-messages', { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}
const bubble = (page: Page, text: string) => page.locator('.proactive-card', { hasText: text });

test('a lead starts from a template, adapts it, tries it and publishes it; a visitor answers it', async ({
  page,
  signInAs,
  browser,
}) => {
  await signInAs('lead');
  await page.goto('/proactive');
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Templates' }).click();
  await page.getByRole('button', { name: /^Hesitation at the cart/ }).click();
  const dialog = page.getByRole('dialog');
  const name = `Cart ${randomUUID().slice(0, 8)}`;
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('combobox', { name: 'Channel' }).click();
  await page.getByRole('option', { name: channel.name }).click();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();

  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Shall we keep it for you?');
  await page.getByRole('textbox', { name: 'Follow-up message' }).fill('A colleague joins you.');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('combobox', { name: 'When to check the conditions' }).click();
  await page.getByRole('option', { name: 'Visitor loads page' }).click();

  // Tried as one types: here nothing holds, on the cart it would be shown.
  const result = page.getByRole('complementary').getByRole('status');
  await expect(result).toContainText('Its conditions do not hold here.');
  await page.getByRole('textbox', { name: 'Page URL' }).fill('https://shop.example/cart');
  await expect(result).toContainText('The visitor sees this message.');
  await expect(page.getByRole('img', { name: /Shall we keep it for you/ })).toBeVisible();
  await checkAccessibility(page);

  await page.getByRole('banner').or(page.locator('header')).getByRole('button', { name: 'Publish' }).first().click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${site.origin}/`);
  await expect(widgetOn(visitor).launcher).toBeVisible();
  await expect(bubble(visitor, 'Shall we keep it')).toHaveCount(0);
  await visitor.goto(`${site.origin}/cart`);
  await expect(bubble(visitor, 'Shall we keep it for you?')).toBeVisible();
  await checkAccessibility(visitor);
  await visitor.getByRole('button', { name: 'Answer' }).click();
  const widget = widgetOn(visitor);
  await expect(widget.message('Shall we keep it for you?')).toBeVisible();
  await widget.write('Yes, until Friday');
  await expect(widget.message('A colleague joins you.')).toBeVisible();
  await expect(widget.message('Shall we keep it for you?')).toBeVisible();

  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByText('The last 28 days')).toBeVisible();
  await expect(page.locator('dl')).toContainText('Replied');
  await checkAccessibility(page);
  await visitor.context().close();
});

test('one at a time by priority, dismissed for the visit, back on the next route', async ({ page, api }) => {
  await publish(api, { message: 'First', frequency: 'once_per_visit' });
  await publish(api, { message: 'Second' });
  await page.goto(`${site.origin}/cart`);
  await expect(bubble(page, 'First')).toBeVisible();
  await page.getByRole('button', { name: 'Close the message' }).click();
  await expect(bubble(page, 'Second')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Close the message' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('.proactive-card')).toHaveCount(0);
  // A route of a single-page application: what is for every time comes again, what was for the visit does not.
  await page.evaluate(() => history.pushState(null, '', '/cart/pay'));
  await expect(bubble(page, 'Second')).toBeVisible();
  await page.evaluate(() => history.pushState(null, '', '/help'));
  await expect(page.locator('.proactive-card')).toHaveCount(0);
});

test('nested rules, the language of the device, and what the page says of itself', async ({ page, api }) => {
  const plan = { field: 'page_metadata', metadata: 'plan', operator: 'is', value: 'pro' };
  const english = { field: 'device_language', operator: 'is', value: 'en' };
  const back = { field: 'visitor_history', operator: 'is', value: 'returning' };
  await publish(api, {
    message: { text: 'For professionals', byLanguage: { fr: 'Pour les pros' } },
    when: { all: [url('/'), { any: [back, { all: [english, plan] }] }] },
  });
  await page.goto(`${site.origin}/`);
  await expect(widgetOn(page).launcher).toBeVisible();
  await expect(page.locator('.proactive-card')).toHaveCount(0);
  await page.evaluate(() => {
    (window as unknown as { signalbox(command: string, page: object): void }).signalbox('page', {
      metadata: { plan: 'pro' },
    });
  });
  await expect(bubble(page, 'For professionals')).toBeVisible();
});

test('nobody is disturbed in a conversation, and a paused message is gone', async ({ page, api }) => {
  const message = await publish(api, {});
  await page.goto(`${site.origin}/`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write('Hello');
  await expect(widget.message('Hello')).toBeVisible();
  await page.goto(`${site.origin}/cart`);
  await expect(widget.panel).toBeVisible();
  await expect(page.locator('.proactive-card')).toHaveCount(0);
  await api.post(`/api/v1/proactive-messages/${message.id}/deactivate`);
  const other = await (await page.context().browser()?.newContext())?.newPage();
  await other?.goto(`${site.origin}/cart`);
  if (other) await expect(widgetOn(other).launcher).toBeVisible();
  await expect(other?.locator('.proactive-card') ?? page.locator('none')).toHaveCount(0);
  await other?.context().close();
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('list and editor fit, and can be read by everybody', async ({ page, api, signInAs }) => {
    const { id, name } = await publish(api, { message: 'Une question ?' });
    await signInAs('lead');
    await page.goto('/proactive');
    await expect(page.getByRole('link', { name })).toBeVisible();
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    for (const part of ['', '/results', '/versions', '/json']) {
      await page.goto(`/proactive/${id}${part}`);
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
    }
  });
});

test('what is missing is said before it is published, and the order is changed by keyboard', async ({
  page,
  api,
  signInAs,
}) => {
  const { name } = await publish(api, { message: 'Last of all' });
  await signInAs('lead');
  await page.goto('/proactive');
  await page.getByRole('button', { name: 'New message' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByText(/Give the message a name/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Empty ${randomUUID().slice(0, 8)}`);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await page.locator('header').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/things are missing before it can be published/)).toBeVisible();

  await page.goto('/proactive');
  const row = page.getByRole('listitem').filter({ hasText: name });
  const places = () => page.getByRole('listitem').evaluateAll((rows) => rows.map((each) => each.textContent ?? ''));
  const before = (await places()).findIndex((text) => text.includes(name));
  await row.getByRole('link', { name }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await places()).findIndex((text) => text.includes(name))).toBe(before - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await places()).findIndex((text) => text.includes(name))).toBe(before);
});
