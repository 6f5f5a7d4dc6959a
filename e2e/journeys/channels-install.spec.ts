/** From the copied line to a site that shows the widget, and from a signing key to a token that is accepted. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { SignJWT } from 'jose';
import { openSite } from '../fixtures/other-site';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

test('the copied line shows the widget on a site with a strict policy, and the page says so', async ({
  page,
  context,
  api,
  signInAs,
}) => {
  const { key } = await create(api);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs('admin');
  await page.goto(`/channels/${key}/installation`);
  await expect(page.getByText('Waiting for the first page')).toBeVisible();
  await checkAccessibility(page);
  const copied = async (title: string) => {
    await page.getByRole('figure', { name: title }).getByRole('button', { name: 'Copy code' }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const [tag, policy] = [await copied('Widget tag'), await copied('Content-Security-Policy')];
  const site = await openSite(tag, `default-src 'none'; ${policy}`);
  const shop = await context.newPage();
  const refused: string[] = [];
  shop.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await shop.goto(site.origin);
  await shop.getByRole('button', { name: 'Open chat' }).click();
  await expect(shop.getByText('Hello! How can we help you?')).toBeVisible();
  expect(refused).toEqual([]);

  // Seen without reloading.
  await expect(page.getByText(site.origin)).toBeVisible();
  await expect(page.getByText('Waiting for the first page')).toBeHidden();
  await page.goto(`/channels?search=${key}`);
  await expect(page.getByRole('row').filter({ hasText: key })).toContainText(site.origin.replace('http://', ''));
  await site.close();
});

test('a site that is not allowed is named, with the remedy beside it', async ({ page, context, api, signInAs }) => {
  const { key, id } = await create(api, { allowedOrigins: ['https://elsewhere.example.com'] });
  await signInAs('admin');
  await page.goto(`/channels/${key}/installation`);
  const tag = `<script async src="${new URL(page.url()).origin}/widget.js" data-channel="${id}"></script>`;
  const site = await openSite(tag);
  const shop = await context.newPage();
  await shop.goto(site.origin);
  await expect(page.getByText('Refused: not among the allowed sites').last()).toBeVisible();
  await expect(shop.getByRole('button', { name: 'Open chat' })).toHaveCount(0);
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Allow this site' }).click();
  await expect(page.getByText(`${site.origin} may show the widget`)).toBeVisible();
  const { settings } = await (await api.get(`/api/v1/channels/${key}`)).json();
  expect(settings.allowedOrigins).toEqual(['https://elsewhere.example.com', site.origin]);
  await site.close();
});

test('a key is made, its tokens are tried, and switching it off is told exactly', async ({ page, api, signInAs }) => {
  const { key } = await create(api);
  await signInAs('admin');
  await page.goto(`/channels/${key}/authentication`);
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Shop backend');
  await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click();
  const once = page.getByRole('dialog', { name: 'Shop backend was created' });
  const secret = (await once.locator('code').textContent()) ?? '';
  expect(secret).toHaveLength(43);
  await checkAccessibility(page);
  await once.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  const sign = (expires: string) =>
    new SignJWT({ external_id: 'u-7', name: 'Ada' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(expires)
      .sign(new TextEncoder().encode(secret));
  const tried = page.getByRole('textbox', { name: 'Token' });
  const verdict = page.getByRole('status').filter({ has: page.getByRole('table') });
  await tried.fill(await sign('10 minutes'));
  await page.getByRole('button', { name: 'Try token' }).click();
  await expect(page.getByText('Verified with the key “Shop backend”.')).toBeVisible();
  await expect(verdict).toContainText('"u-7"');
  await checkAccessibility(page);

  await tried.fill(await sign('1 minute ago'));
  await page.getByRole('button', { name: 'Try token' }).click();
  await expect(page.getByText(/^The token expired at .* UTC/)).toBeVisible();
  await tried.fill('no token');
  await page.getByRole('button', { name: 'Try token' }).click();
  await expect(page.getByText('This is no JWT.')).toBeVisible();

  await page.getByRole('switch', { name: 'Shop backend is active' }).click();
  await expect(page.getByText('Shop backend is inactive; its tokens are refused')).toBeVisible();
  await tried.fill(await sign('10 minutes'));
  await page.getByRole('button', { name: 'Try token' }).click();
  await expect(page.getByText('The token is signed with the key “Shop backend”, which is inactive.')).toBeVisible();

  await page.getByRole('button', { name: 'Options of Shop backend' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Old shop');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('row', { name: /Old shop/ })).toBeVisible();
  await page.getByRole('button', { name: 'Options of Old shop' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete Old shop?' });
  await expect(question).toContainText('customers become anonymous');
  await question.getByRole('button', { name: 'Delete key' }).click();
  await expect(page.getByText('No key yet.')).toBeVisible();
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('installation and authentication fit, and refuse in French', async ({ page, api, signInAs }) => {
    const { key } = await create(api);
    await signInAs('admin');
    await page.goto(`/channels/${key}/installation`);
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await page.goto(`/channels/${key}/authentication`);
    await noHorizontalOverflow(page);
    await page.getByRole('textbox', { name: 'Jeton' }).fill('pas un jeton');
    await page.getByRole('button', { name: 'Essayer le jeton' }).click();
    await expect(page.getByText('Ceci n’est pas un JWT.')).toBeVisible();
    await checkAccessibility(page);
  });
});

async function create(api: APIRequestContext, settings = {}): Promise<{ key: string; id: string }> {
  const name = `Installed ${randomUUID().slice(0, 8)}`;
  const answer = await api.post('/api/v1/channels', { data: { name, kind: 'web', settings } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}
