/** `signalbox(…)`: who the customer is, in which language, on which page, and what the page hears. */
import { randomUUID } from 'node:crypto';
import { agentFor } from '../fixtures/agent';
import { expect, test } from '../fixtures/test';
import { widgetOn } from '../fixtures/widget';

test('somebody signed in to the shop is known, and nobody else sees the conversation', async ({
  page,
  site,
  api,
  browser,
}) => {
  const question = `Where is my order? ${randomUUID()}`;
  await page.goto(`${site.url}/demo`);
  await page.getByLabel('Be someone else').selectOption('Luca Rossi');
  const widget = widgetOn(page);
  await widget.open();
  await widget.write(question);
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  const { key } = await agentFor(api, question);
  const { customer } = await (await api.get(`/api/v1/conversations/${key}`)).json();
  expect(customer).toMatchObject({ name: 'Luca Rossi', email: 'luca.rossi@example.org' });

  // Another person in the same browser begins with nothing.
  await page.getByLabel('Be someone else').selectOption('Noor Haddad');
  await expect(widget.message(question)).toBeHidden();
  await page.reload();
  await expect(widget.launcher.or(widget.panel).first()).toBeVisible();
  await expect(widget.message(question)).toBeHidden();

  // The same person in another browser finds it again.
  const elsewhere = await browser.newContext({ locale: 'en-GB' });
  const other = await elsewhere.newPage();
  await other.goto(`${site.url}/demo`);
  await other.getByLabel('Be someone else').selectOption('Luca Rossi');
  const there = widgetOn(other);
  await there.open();
  await expect(there.message(question)).toBeVisible();
  await elsewhere.close();
});

test('a visitor who signs in keeps what was said', async ({ page, site, api }) => {
  const question = `Said before signing in ${randomUUID()}`;
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write(question);
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  await page.evaluate(async () => {
    const { jwt } = await (await fetch('/demo/identity?person=demo-noor')).json();
    const heard = new Promise((resolve) => Reflect.get(window, 'signalbox')('on', 'identified', resolve));
    Reflect.get(window, 'signalbox')('identify', jwt);
    await heard;
  });
  await expect(widget.message(question)).toBeVisible();
  const { key } = await agentFor(api, question);
  const { customer } = await (await api.get(`/api/v1/conversations/${key}`)).json();
  expect(customer.name).toBe('Noor Haddad');
});

test('a JWT that nobody signed is refused, and said so', async ({ page, site }) => {
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  const problem = await page.evaluate(async () => {
    const heard = new Promise((resolve) => Reflect.get(window, 'signalbox')('on', 'error', resolve));
    Reflect.get(window, 'signalbox')('identify', 'eyJhbGciOiJub25lIn0.eyJleHRlcm5hbF9pZCI6IngifQ.');
    return heard;
  });
  expect(problem).toMatchObject({ code: expect.stringMatching(/\w/) });
  await widget.write('Still a visitor');
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
});

test('commands wait until the widget is there, and events tell what happens', async ({ page, site, baseURL }) => {
  await page.route('**/queue.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `window.signalbox = function () { (signalbox.q = signalbox.q || []).push(arguments) };
        window.heard = [];
        for (const name of ['ready', 'open', 'close', 'message', 'unread', 'identified', 'error'])
          signalbox('on', name, (detail) => heard.push(name));
        signalbox('open');`,
    }),
  );
  site.page('/queue', {
    body: '<h1>Site</h1><script src="/queue.js"></script><widget>',
    policy: `script-src 'self' ${baseURL}`,
  });
  await page.goto(`${site.url}/queue`);
  const widget = widgetOn(page);
  await expect(widget.composer).toBeVisible();
  await page.evaluate(() => Reflect.get(window, 'signalbox')('toggle'));
  await expect(widget.panel).toBeHidden();
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'heard')))
    .toEqual(expect.arrayContaining(['open', 'ready', 'close']));
});

test('follows the language of the page', async ({ page, site }) => {
  await page.goto(`${site.url}/demo`);
  await expect(widgetOn(page).launcher).toBeVisible();
  await page.getByRole('link', { name: 'Français' }).click();
  const french = widgetOn(page, 'fr');
  await french.open();
  await expect(french.message('Bonjour ! Comment pouvons-nous vous aider ?')).toBeVisible();
  // A single-page application changes `lang` without a new page.
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
  await expect(widgetOn(page).message('Hello! How can we help you?')).toBeVisible();
});

test('tells the server about pages, also those without a new document', async ({ page, site }) => {
  const pages: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/widget/v1/page')) pages.push(request.postDataJSON().url);
  });
  await page.goto(`${site.url}/demo`);
  await widgetOn(page).open();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Bikes', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bikes' })).toBeVisible();
  await expect.poll(() => pages).toEqual([`${site.url}/demo/bikes`]);
  await page.goBack();
  await expect.poll(() => pages).toEqual([`${site.url}/demo/bikes`, `${site.url}/demo`]);
});
