/** Reload, several tabs, a lost network, a killed server: nothing lost, nothing doubled. */
import { agentFor } from '../fixtures/agent';
import { newMark } from '../fixtures/customer';
import { startSite } from '../fixtures/shop-server';
import { expect, test } from '../fixtures/test';
import { type WidgetOnPage, widgetOn } from '../fixtures/widget';

const texts = (widget: WidgetOnPage) => widget.panel.locator('.own .text').allTextContents();

test('what is written without a network is sent once it is back, also after a reload', async ({ page, site, api }) => {
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write('Before the cut');
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  await page.context().setOffline(true);
  await expect(widget.panel.getByText(/^No connection/)).toBeVisible();
  await widget.write('During the cut');
  const last = `And once more ${newMark()}`;
  await widget.write(last);
  await expect(widget.panel.getByText('Waiting for the connection').first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(widget.panel.getByText(/^No connection/)).toBeHidden({ timeout: 30_000 });
  await expect(widget.panel.getByText('Waiting for the connection')).toHaveCount(0);
  await page.reload();
  await expect.poll(() => texts(widget)).toEqual(['Before the cut', 'During the cut', last]);
  const agent = await agentFor(api, last);
  const said = (await agent.texts()).filter((text) => text.startsWith('customer:'));
  expect(said).toEqual(['customer: Before the cut', 'customer: During the cut', `customer: ${last}`]);
});

test('tabs show the same, and one goes on when the other is closed', async ({ page, context, site, api }) => {
  await page.goto(`${site.url}/demo`);
  const first = widgetOn(page);
  await first.open();
  await first.write('From the first tab');
  const other = await context.newPage();
  const streams: string[] = [];
  other.on('request', (request) => {
    if (request.url().includes('/stream')) streams.push(request.url());
  });
  await other.goto(`${site.url}/demo/help`);
  const second = widgetOn(other);
  await second.open();
  await expect(second.message('From the first tab')).toBeVisible();
  const text = `From the second tab ${newMark()}`;
  await second.write(text);
  await expect(first.message(text)).toBeVisible();
  expect(streams).toEqual([]);
  const agent = await agentFor(api, text);
  await agent.accept();
  await agent.reply('To both of them');
  await expect(first.message('To both of them')).toBeVisible();
  await expect(second.message('To both of them')).toBeVisible();
  await page.close();
  await agent.reply('To the one that is left');
  await expect(second.message('To the one that is left')).toBeVisible({ timeout: 20_000 });
  await expect(second.message('To both of them')).toHaveCount(1);
});

test('a server that is killed and comes back loses and doubles nothing', async ({ page, ownServer, apiOf }) => {
  const server = await ownServer();
  const site = await startSite(server.url);
  const api = await apiOf(server.url);
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write('Before it was killed');
  const agent = await agentFor(api, 'Before it was killed');
  await agent.accept();
  await agent.reply('I am here');
  await expect(widget.message('I am here')).toBeVisible();
  await server.stop('SIGKILL');
  await widget.write('While it was down');
  await expect(widget.panel.getByText(/^No connection/)).toBeVisible({ timeout: 20_000 });
  await server.start();
  await expect(widget.panel.getByText(/^No connection/)).toBeHidden({ timeout: 40_000 });
  await agent.reply('Back again');
  await expect(widget.message('Back again')).toBeVisible({ timeout: 40_000 });
  expect(await texts(widget)).toEqual(['Before it was killed', 'While it was down']);
  await expect(widget.message('I am here')).toHaveCount(1);
  const said = (await agent.texts()).filter((text) => /^(customer|agent):/.test(text));
  expect(said).toEqual([
    ...['customer: Before it was killed', 'agent: I am here', 'customer: While it was down', 'agent: Back again'],
  ]);
  await site.close();
});

test('polling does where streams are refused', async ({ page, site, api }) => {
  await page.route('**/api/widget/v1/stream*', (route) => route.fulfill({ status: 404, body: 'no' }));
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  const text = `Without a stream ${newMark()}`;
  await widget.write(text);
  const agent = await agentFor(api, text);
  await agent.accept();
  await agent.reply('By asking');
  await expect(widget.message('By asking')).toBeVisible({ timeout: 20_000 });
});
