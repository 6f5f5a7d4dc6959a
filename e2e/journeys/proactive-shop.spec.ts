/** Messages in the demo shop: who meets which, and what happens when they answer. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { SignJWT } from 'jose';
import { agentFor } from '../fixtures/agent';
import {
  anyBubble,
  bubble,
  checkAccessibility,
  dismiss,
  expect,
  make,
  noHorizontalOverflow,
  onPage,
  type ProactiveShop,
  test,
} from '../fixtures/proactive-shop';
import { widgetOn } from '../fixtures/widget';

const mark = () => randomUUID().slice(0, 8);
const everyDay = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '00:00', to: '24:00' }));
const makeSchedule = (api: APIRequestContext, intervals: object[]) =>
  make<{ key: string; name: string }>(api, 'schedules', { name: `Hours ${mark()}`, timeZone: 'UTC', intervals });
const inCart = { field: 'page_metadata', metadata: 'cart', operator: 'is', value: '1' };

async function putIntoCart(page: Page, shop: ProactiveShop) {
  await page.goto(`${shop.url}/demo/bikes/vinter-3`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
}

test('an agent: what was shown stands first, details are asked, the ticket has the tags', async ({
  page,
  shop,
  api,
}) => {
  const tag = `cart-${mark()}`;
  await shop.publish({
    message: 'Shall we check the size with you?',
    reply: { kind: 'agent', followUp: 'Somebody from the workshop joins you.', details: ['name', 'email'] },
    tags: [tag],
  });
  await page.goto(`${shop.url}/demo`);
  await expect(bubble(page, 'Shall we check the size')).toBeVisible();
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Answer' }).click();
  const widget = widgetOn(page);
  const question = `I am 1.84 m ${mark()}`;
  await widget.write(question);
  await expect(widget.message('Shall we check the size with you?')).toBeVisible();
  await widget.panel.getByRole('textbox', { name: /^Name/ }).fill('Zoë');
  await widget.panel.getByRole('textbox', { name: /^E-?mail/ }).fill(`zoe.${mark()}@example.org`);
  await widget.panel.getByRole('textbox', { name: /^E-?mail/ }).press('Enter');
  await expect(widget.message('Somebody from the workshop joins you.')).toBeVisible();
  const { key } = await agentFor(api, question);
  const conversation = await (await api.get(`/api/v1/conversations/${key}`)).json();
  expect(conversation).toMatchObject({ phase: 'queued', tags: expect.arrayContaining([tag]) });
});

test('a bot: the chosen answer follows, under the name of the bot', async ({ page, shop, api }) => {
  const name = `Helper ${mark()}`;
  const bot = await make<{ key: string }>(api, 'bots', {
    ...{ name, greeting: { text: 'Hello' }, fallback: { text: 'Pardon?' }, channels: [shop.channel.key], active: true },
    answers: [{ key: 'delivery', title: 'Delivery', steps: [{ step: 'message', text: 'Two days, by bike.' }] }],
  });
  await shop.publish({ message: 'Curious about delivery?', reply: { kind: 'bot', bot: bot.key, answer: 'delivery' } });
  await page.goto(`${shop.url}/demo`);
  await expect(bubble(page, 'Curious about delivery?')).toContainText(name);
  await page.getByRole('button', { name: 'Answer' }).click();
  const widget = widgetOn(page);
  await widget.write('Yes, please');
  await expect(widget.message('Two days, by bike.')).toBeVisible();
});

test('inside and outside business hours', async ({ page, shop, api }) => {
  const [always, never] = [await makeSchedule(api, everyDay), await makeSchedule(api, [])];
  await shop.publish({ message: 'Wrong one', send: { when: 'outside', schedule: always.key } });
  await shop.publish({ message: 'Wrong two', send: { when: 'inside', schedule: never.key } });
  await shop.publish({ message: 'We are here', send: { when: 'inside', schedule: always.key } });
  await shop.publish({ message: 'We are asleep', send: { when: 'outside', schedule: never.key } });
  await page.goto(`${shop.url}/demo`);
  await expect(bubble(page, 'We are here')).toBeVisible();
  await dismiss(page);
  await expect(bubble(page, 'We are asleep')).toBeVisible();
});

test('rules of three levels follow the cart, whose page says what is in it', async ({ page, shop }) => {
  const english = { field: 'device_language', operator: 'is', value: 'en' };
  const back = { field: 'visitor_history', operator: 'is', value: 'returning' };
  const title = { field: 'visitor_page_title', operator: 'contains_any', value: ['VINTER'], ignoreCase: true };
  await shop.publish({
    message: 'Good choice',
    when: { all: [title, { any: [back, { all: [english, inCart] }] }] },
  });
  await shop.publish({ message: 'Empty yet', when: onPage('/vinter-3') });
  await page.goto(`${shop.url}/demo/bikes/vinter-3`);
  await expect(bubble(page, 'Empty yet')).toBeVisible();
  await dismiss(page);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(bubble(page, 'Good choice')).toBeVisible();
});

test('what the page says before there is a customer reaches the server with the customer', async ({
  page,
  shop,
  api,
}) => {
  await putIntoCart(page, shop);
  const widget = widgetOn(page);
  await widget.open();
  const question = `Is it in stock? ${mark()}`;
  await widget.write(question);
  await expect(widget.message(question)).toBeVisible();
  const { key } = await agentFor(api, question);
  const { customer } = await (await api.get(`/api/v1/conversations/${key}`)).json();
  await expect
    .poll(async () => {
      const { sessions } = await (await api.get(`/api/v1/customers/${customer.id}/export`)).json();
      return sessions[0]?.page?.metadata;
    })
    .toEqual({ cart: 1 });
});

test('a signed-in customer who saw a message in one browser is not told again in another', async ({
  page,
  shop,
  api,
  browser,
}) => {
  await shop.publish({ message: 'Only once', frequency: 'once_per_customer' });
  await shop.publish({ message: 'To everybody' });
  const { secret } = await make<{ secret: string }>(api, `channels/${shop.channel.key}/keys`, { name: 'Shop' });
  const token = await new SignJWT({ external_id: `u-${mark()}`, name: 'Zoë' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(secret));
  const signedIn = (at: Page) =>
    at.addInitScript((jwt) => {
      Object.assign(window, { signalbox: Object.assign(() => {}, { q: [['identify', jwt]] }) });
    }, token);
  await signedIn(page);
  await page.goto(`${shop.url}/demo`);
  await expect(bubble(page, 'Only once')).toBeVisible();

  const elsewhere = await browser.newContext({ locale: 'en-GB' });
  const other = await elsewhere.newPage();
  await signedIn(other);
  await other.goto(`${shop.url}/demo`);
  await expect(bubble(other, 'To everybody')).toBeVisible();
  await elsewhere.close();

  // Somebody unknown is a customer of their own.
  const stranger = await browser.newContext({ locale: 'en-GB' });
  const third = await stranger.newPage();
  await third.goto(`${shop.url}/demo`);
  await expect(bubble(third, 'Only once')).toBeVisible();
  await stranger.close();
});

test('a schedule that is deleted pauses what depends on it, and the list says so', async ({
  page,
  shop,
  api,
  signInAs,
}) => {
  const always = await makeSchedule(api, everyDay);
  const { name } = await shop.publish({ message: 'In hours', send: { when: 'inside', schedule: always.key } });
  await shop.publish({ message: 'At any time' });
  expect((await api.delete(`/api/v1/schedules/${always.key}`)).status()).toBe(409);
  expect((await api.delete(`/api/v1/schedules/${always.key}?force=true`)).status()).toBe(204);
  await page.goto(`${shop.url}/demo`);
  await expect(bubble(page, 'At any time')).toBeVisible();
  await signInAs('lead');
  await page.goto(`/proactive?search=${encodeURIComponent(name)}`);
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(/no longer exists/);
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('the message, its buttons and what follows', async ({ page, shop }) => {
    await shop.publish({
      message: { text: 'Any question?', byLanguage: { fr: 'Une question sur la taille ?' } },
      reply: {
        ...{ kind: 'agent', details: [] },
        followUp: { text: 'Somebody joins you.', byLanguage: { fr: 'Quelqu’un vous rejoint.' } },
      },
    });
    await page.goto(`${shop.url}/demo?lang=fr`);
    await expect(bubble(page, 'Une question sur la taille ?')).toBeVisible();
    await checkAccessibility(page);
    await noHorizontalOverflow(page);
    await expect(page.getByRole('button', { name: 'Fermer le message' })).toBeVisible();
    await page.getByRole('button', { name: 'Répondre' }).click();
    const widget = widgetOn(page, 'fr');
    await widget.write('Oui');
    await expect(widget.message('Quelqu’un vous rejoint.')).toBeVisible();
    await expect(anyBubble(page)).toHaveCount(0);
  });
});
