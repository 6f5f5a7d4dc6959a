/** What the widget does to the page that shows it: nothing. Policies, styles, globals, history, keyboard, small screens. */
import type { Page } from '@playwright/test';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { widgetOn } from '../fixtures/widget';

/** What a page's policy refused, and what it printed as errors. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') found.push(line.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

test('works under a strict policy, without a word of complaint', async ({ page, site }) => {
  const found = complaints(page);
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write('Under a strict policy');
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  expect(found).toEqual([]);
});

test('works where scripts come by nonce and trusted types are required', async ({ page, site, baseURL }) => {
  const found = complaints(page);
  const policy = `script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src ${baseURL}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const snippet = `<script nonce="abc" async src="${baseURL}/widget.js" data-channel="web"></script>`;
  site.page('/nonce', { policy, body: `<h1>Site</h1>${snippet}` });
  await page.goto(`${site.url}/nonce`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write('By nonce');
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await widget.panel.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('A') }]);
  await expect(widget.panel.getByRole('button', { name: 'Remove a.txt' })).toBeVisible();
  expect(found).toEqual([]);
});

test('neither takes styles from the page nor gives any', async ({ page, site }) => {
  const css = `<link rel="stylesheet" href="/hostile.css">`;
  const hostile = `* { color: rgb(255, 0, 0) !important; font: 40px serif !important; padding: 20px !important; animation: none !important }
    body > * { display: none !important; position: static !important; opacity: 0 !important; transform: scale(2) !important }
    button, input, textarea, section, header, footer, p, svg { display: none !important }`;
  await page.route('**/hostile.css', (route) => route.fulfill({ contentType: 'text/css', body: hostile }));
  const body = '<h1>Site</h1><p id="mine">Mine</p><button>Mine too</button><widget>';
  site.page('/plain', { body });
  await page.goto(`${site.url}/plain`);
  const styles = () =>
    page.evaluate(() =>
      ['h1', '#mine', 'button', 'body', 'html'].map((selector) => {
        const element = document.querySelector(selector);
        return (
          element &&
          JSON.stringify([...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)))
        );
      }),
    );
  await widgetOn(page).launcher.waitFor();
  const withWidget = await styles();
  await page.evaluate(() => document.querySelector('signalbox-widget')?.remove());
  expect(await styles()).toEqual(withWidget);

  site.page('/hostile', { head: css, body });
  await page.goto(`${site.url}/hostile`);
  const widget = widgetOn(page);
  await widget.open();
  await expect(widget.composer).toHaveCSS('font-size', '14px');
  await expect(widget.composer).not.toHaveCSS('color', 'rgb(255, 0, 0)');
  const box = await widget.panel.boundingBox();
  expect(box?.width).toBe(376);
});

test('leaves one global, and history as it was', async ({ page, site }) => {
  site.page('/bare', { body: '<h1>Site</h1>' });
  site.page('/plain', { body: '<h1>Site</h1><widget>' });
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.goto(`${site.url}/bare`);
  const before = await globals();
  await page.goto(`${site.url}/plain`);
  await widgetOn(page).open();
  expect((await globals()).filter((name) => !before.includes(name))).toEqual(['signalbox']);
  const native = await page.evaluate(() =>
    [history.pushState, history.replaceState, window.fetch, window.addEventListener].map((one) =>
      /\[native code\]/.test(String(one)),
    ),
  );
  expect(native).toEqual([true, true, true, true]);
  expect(await page.context().cookies(site.url)).toEqual([]);
});

test('a page without TLS, and one that replaces its whole body, have it too', async ({ page, site }) => {
  site.page('/plain', { body: '<h1>Site</h1><widget>' });
  await page.goto(`${site.insecureUrl}/plain`);
  const widget = widgetOn(page);
  await widget.open();
  await widget.write('Without TLS');
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  await page.evaluate(() => {
    document.body.replaceChildren(Object.assign(document.createElement('h1'), { textContent: 'Next' }));
    history.pushState(null, '', '/next');
  });
  await expect(widget.message('Without TLS')).toBeVisible();
});

for (const language of ['en', 'fr'] as const) {
  test.describe(`${language}, for everybody`, () => {
    test.use({ language });

    for (const width of [1440, 390]) {
      test(`closed, open, with a form and errors, at ${width} px`, async ({ page, site }) => {
        await page.setViewportSize({ width, height: 844 });
        await page.goto(`${site.url}/demo`);
        const widget = widgetOn(page, language);
        await widget.launcher.waitFor();
        await checkAccessibility(page);
        await widget.open();
        await checkAccessibility(page);
        await widget.write('Hello');
        await expect(widget.panel.getByText(language === 'en' ? /^Sent/ : /^Envoyé/)).toBeVisible();
        await checkAccessibility(page);
        await noHorizontalOverflow(page);
        if (width === 390) {
          const box = await widget.panel.boundingBox();
          expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
        }
      });
    }
  });
}

test('by keyboard alone', async ({ page, site }) => {
  await page.goto(`${site.url}/demo/help`);
  const widget = widgetOn(page);
  await widget.launcher.waitFor();
  await page.keyboard.press('Shift+Tab');
  await expect(widget.launcher).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(widget.composer).toBeFocused();
  await page.keyboard.type('Two lines,');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('one message');
  await page.keyboard.press('Enter');
  await expect(widget.panel.locator('.text', { hasText: 'one message' })).toHaveText('Two lines,\none message');
  await expect(widget.composer).toBeFocused();

  const names: string[] = [];
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement;
      return active ? (active.getAttribute('aria-label') ?? active.textContent ?? '') : 'outside';
    });
  for (let count = 0; count < 7; count++) {
    await page.keyboard.press('Tab');
    names.push(await focused());
  }
  // Round and round, and never out.
  expect(names).toEqual([
    ...['Attach a file', 'Send message', 'Close chat', 'Close chat', 'Messages', 'Write a message', 'Attach a file'],
  ]);
  await page.keyboard.press('Escape');
  await expect(widget.panel).toBeHidden();
  await expect(widget.launcher).toBeFocused();
});
