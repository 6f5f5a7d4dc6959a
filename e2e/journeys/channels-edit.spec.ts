/** A channel's looks and limits: shown as one types, refused with a remedy, never lost. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { signInWith } from '../fixtures/sign-in';
import { checkAccessibility, expect, hydrated, noHorizontalOverflow, test } from '../fixtures/test';

/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

test('the colour is checked for contrast and shown in the widget at once', async ({ page, api, signInAs }) => {
  const { key } = await create(api);
  await signInAs('admin');
  await page.goto(`/channels/${key}`);
  const widget = page.frameLocator('iframe[title="Preview of the widget"]');
  await expect(widget.getByText('Hello! How can we help you?')).toBeVisible();
  const colour = page.getByRole('textbox', { name: 'Colour', exact: true });
  await colour.fill('#1f5a43');
  await expect(page.getByText(/White text on it reads well/)).toBeVisible();
  await page.getByRole('button', { name: 'Closed', exact: true }).click();
  const launcher = widget.getByRole('button', { name: 'Open chat' });
  await expect(launcher).toHaveCSS('background-color', 'rgb(31, 90, 67)');
  await colour.fill('#ffe066');
  await expect(page.getByText(/White text would be too faint/)).toContainText('choose a darker colour');
  await checkAccessibility(page, { exclude: ['iframe'] });

  await colour.fill('green');
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Write the colour as # and six digits')).toBeVisible();
  await expect(colour).toHaveValue('green');
  await colour.fill('#1f5a43');
  await page.getByRole('button', { name: 'Left', exact: true }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect((await read(api, key)).settings).toEqual({ colour: '#1f5a43', position: 'left' });

  // Undo after saving brings back what was stored before.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await read(api, key)).settings).toEqual({});
  await expect(colour).toHaveValue('');
});

test('a site that is none is refused where it stands, with the one that was meant', async ({ page, api, signInAs }) => {
  const { key } = await create(api);
  await signInAs('admin');
  await page.goto(`/channels/${key}`);
  await page.getByRole('button', { name: 'Add site' }).click();
  const first = page.getByRole('textbox', { name: 'Site 1' });
  await expect(first).toBeFocused();
  await first.fill('shop.example.com/cart');
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Give the address of a site without a path')).toBeVisible();
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  await checkAccessibility(page, { exclude: ['iframe'] });
  await page.getByRole('button', { name: 'Use https://shop.example.com' }).click();
  await expect(first).toHaveValue('https://shop.example.com');
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect((await read(api, key)).settings.allowedOrigins).toEqual(['https://shop.example.com']);
  await page.getByRole('button', { name: 'Remove https://shop.example.com' }).click();
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect.poll(async () => (await read(api, key)).settings).toEqual({});
});

test('a logo is uploaded, shown, and taken away again', async ({ page, api, signInAs }) => {
  const { key } = await create(api);
  await signInAs('admin');
  await page.goto(`/channels/${key}`);
  const file = page.locator('input[type=file]');
  await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await expect(page.getByText('This file is no picture.')).toBeVisible();
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png });
  await expect(page.getByText('An uploaded image.')).toBeVisible();
  const picture = page.getByRole('img', { name: 'Logo' });
  await expect(picture).toHaveAttribute('src', /^\/api\/v1\/logos\/[0-9a-f]{64}$/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect((await read(api, key)).settings.logo).toMatch(/^\/api\/v1\/logos\//);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('textbox', { name: 'or its address' }).fill('http://shop.example.com/logo.png');
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Give an address that begins with https://')).toBeVisible();
});

test('leaving asks first, and two administrators lose nothing', async ({ page, browser, api, signInAs, baseURL }) => {
  const { key } = await create(api);
  await signInAs('admin');
  const other = await browser.newContext({ baseURL, reducedMotion: 'reduce' });
  const second = await other.newPage();
  await other.addCookies([{ name: 'signalbox-locale', value: 'en', url: baseURL }]);
  await signInWith(second, baseURL ?? '', 'admin@example.com', 'signalbox-admin');
  await Promise.all([page.goto(`/channels/${key}`), second.goto(`/channels/${key}`)]);
  await hydrated(second);

  await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#112233');
  await page.getByRole('link', { name: 'Installation' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();

  await second.getByRole('textbox', { name: 'Colour', exact: true }).fill('#445566');
  await second.getByRole('button', { name: /^Save settings/ }).click();
  const conflict = second.getByRole('alert').filter({ hasText: 'Ada Admin saved these settings' });
  await expect(conflict).toContainText('Colour: #112233');
  await expect(conflict).toContainText('Colour: #445566');
  await checkAccessibility(second, { exclude: ['iframe'] });
  await conflict.getByRole('button', { name: 'Take the saved ones' }).click();
  await expect(second.getByRole('textbox', { name: 'Colour', exact: true })).toHaveValue('#112233');
  await second.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(second.getByRole('textbox', { name: 'Colour', exact: true })).toHaveValue('#445566');
  await second.getByRole('button', { name: /^Save settings/ }).click();
  await expect(second.getByText('Settings saved')).toBeVisible();
  expect(await read(api, key)).toMatchObject({ settings: { colour: '#445566' }, version: 3 });
  await other.close();
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('the form fits, and the preview opens as a sheet', async ({ page, api, signInAs }) => {
    const { key } = await create(api);
    await signInAs('admin');
    await page.goto(`/channels/${key}`);
    await noHorizontalOverflow(page);
    await page.getByRole('button', { name: 'Aperçu' }).click();
    const widget = page.frameLocator('iframe[title="Aperçu du widget"]');
    await expect(widget.getByText('Hello! How can we help you?')).toBeVisible();
    await noHorizontalOverflow(page);
  });
});

async function create(api: APIRequestContext): Promise<{ key: string; id: string }> {
  const name = `Edited ${randomUUID().slice(0, 8)}`;
  const answer = await api.post('/api/v1/channels', { data: { name, kind: 'web' } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

const read = async (api: APIRequestContext, key: string) => (await api.get(`/api/v1/channels/${key}`)).json();
