/** Two real browsers at once: the customer in the shop on another origin, the agent in the workspace. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { agentFor } from '../fixtures/agent';
import { hydrated } from '../fixtures/hydrated';
import { type Site, startSite } from '../fixtures/shop-server';
import { signIn } from '../fixtures/sign-in';
import { expect, test } from '../fixtures/test';
import { type WidgetOnPage, widgetOn } from '../fixtures/widget';

const firstReply = 'Thank you for writing to us. One of our agents will be with you shortly.';

test('a question in the shop is answered in the workspace, ends, and a new one begins', async ({
  page,
  site,
  api,
  browser,
  baseURL,
}) => {
  const question = `Is the Grus in stock? ${randomUUID().slice(0, 8)}`;
  const widget = await askInShop(page, site, question);
  const agent = await enterWorkspace(browser, baseURL ?? '', 'lead');
  await openConversation(agent, api, question);
  await expect(widget.message(firstReply)).toBeVisible({ timeout: 20_000 });
  // Why did the customer get this message? It stands beside the conversation.
  await expect(agent.getByRole('log').getByText(firstReply)).toBeVisible();
  await expect(agent.getByText('First Reply').first()).toBeVisible();

  await agent.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(widget.panel.getByText('You are talking to Léa Lead')).toBeVisible();
  await expect(widget.panel.getByText(/· Seen$/)).toBeVisible();
  const reply = agent.getByRole('textbox', { name: 'Reply to the customer' });
  await expect(reply).toBeFocused();
  await agent.keyboard.type('Yes, three of them.');
  await expect(widget.panel.getByText('Léa Lead is writing')).toBeVisible();
  await agent.keyboard.press('Enter');
  await expect(widget.message('Yes, three of them.')).toBeVisible();
  await expect(widget.panel.getByText('Léa Lead is writing')).toBeHidden();

  await widget.composer.pressSequentially('In 53?');
  await expect(agent.getByText(/is typing…/).first()).toBeVisible();
  await widget.composer.press('Enter');
  await expect(agent.getByRole('log').getByText('In 53?')).toHaveCount(1);

  // What is for colleagues stays there.
  await agent.getByRole('button', { name: 'Note', exact: true }).click();
  await agent.keyboard.type('Wants 53, we have 50 and 56');
  await agent.keyboard.press('Enter');
  await agent.getByRole('button', { name: 'Reply', exact: true }).click();
  await agent.keyboard.type('In 50 and 56.');
  await agent.keyboard.press('Enter');
  await expect(widget.message('In 50 and 56.')).toBeVisible();
  await expect(widget.panel.getByText('Wants 53')).toHaveCount(0);

  await agent.getByRole('button', { name: 'End', exact: true }).click();
  await agent.getByRole('button', { name: 'Dismiss' }).click();
  await expect(widget.log.getByText('This conversation has ended')).toBeVisible();
  await widget.write(`One more thing. ${question}`);
  await expect(widget.message(`One more thing. ${question}`)).toBeVisible();
  await expect(widget.message(question)).toBeHidden();
  const next = await idOf(api, `One more thing. ${question}`);
  await expect(agent.locator(`a[href*="${next}"]`).first()).toBeVisible();
  await agent.context().close();
});

test('a suspended customer is not told, and the next request waits apart', async ({
  page,
  site,
  api,
  browser,
  baseURL,
}) => {
  const question = `Anybody? ${randomUUID().slice(0, 8)}`;
  const widget = await askInShop(page, site, question);
  const agent = await enterWorkspace(browser, baseURL ?? '', 'lead');
  await openConversation(agent, api, question);
  await agent.getByRole('button', { name: 'More' }).click();
  await agent.getByRole('menuitem', { name: 'Suspend customer…' }).click();
  await agent.getByRole('button', { name: 'Suspend customer', exact: true }).click();
  await expect(widget.log.getByText('This conversation has ended')).toBeVisible();
  await expect(widget.panel.getByText(/suspend/i)).toHaveCount(0);
  const again = `Hello again ${question}`;
  await widget.write(again);
  await expect(widget.message(again)).toBeVisible();
  await expect(widget.panel.getByText(/^Sent/).last()).toBeVisible();
  await agent
    .getByRole('button', { name: /Suspended tickets/ })
    .or(agent.getByRole('link', { name: /Suspended tickets/ }))
    .first()
    .click();
  await expect(agent.locator(`a[href*="${await idOf(api, again)}"]`).first()).toBeVisible();
  await agent.context().close();
});

test('a server killed in mid-conversation loses and doubles nothing on either side', async ({
  page,
  browser,
  ownServer,
  apiOf,
}) => {
  test.setTimeout(150_000);
  const server = await ownServer();
  const site = await startSite(server.url);
  const widget = await askInShop(page, site, 'Before it was killed');
  const agent = await enterWorkspace(browser, server.url, 'lead');
  const api = await apiOf(server.url);
  await openConversation(agent, api, 'Before it was killed');
  const reply = agent.getByRole('textbox', { name: 'Reply to the customer' });
  await reply.fill('I am here');
  await reply.press('Enter');
  await expect(widget.message('I am here')).toBeVisible();

  await server.stop('SIGKILL');
  await widget.write('From the shop meanwhile');
  await reply.fill('From the workspace meanwhile');
  await reply.press('Enter');
  await expect(widget.panel.getByText(/^No connection/)).toBeVisible({ timeout: 20_000 });
  await server.start();

  const said = ['Before it was killed', 'I am here', 'From the shop meanwhile', 'From the workspace meanwhile'];
  for (const text of said) {
    await expect(widget.message(text), `shop: ${text}`).toHaveCount(1, { timeout: 60_000 });
    await expect(agent.getByRole('log').getByText(text, { exact: true }), `workspace: ${text}`).toHaveCount(1, {
      timeout: 60_000,
    });
  }
  await expect(widget.panel.getByText('Waiting for the connection')).toHaveCount(0, { timeout: 40_000 });
  await page.reload();
  for (const text of said) await expect(widget.message(text)).toHaveCount(1);
  await agent.context().close();
  await site.close();
});

async function askInShop(page: Page, site: Site, question: string): Promise<WidgetOnPage> {
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write(question);
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  return widget;
}

async function enterWorkspace(browser: Browser, url: string, role: 'lead' | 'agent'): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signIn(page, url, role);
  await page.goto('/workspace');
  await hydrated(page);
  return page;
}

/** Rows of the list show what was said last, which may be a rule's word: the conversation is found by what was asked. */
async function openConversation(agent: Page, api: APIRequestContext, question: string): Promise<void> {
  await agent.goto(`/workspace/${await idOf(api, question)}`);
  await hydrated(agent);
  await expect(agent.getByRole('log').getByText(question)).toBeVisible();
}

async function idOf(api: APIRequestContext, said: string): Promise<string> {
  const { key } = await agentFor(api, said);
  return (await (await api.get(`/api/v1/conversations/${key}`)).json()).id;
}
