/** The demo shop: readable by everybody, on a phone, in two languages; its cart; and without a channel. */
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const paths = ['', '/bikes', '/bikes/vinter-3', '/cart', '/help'];

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('every page can be read by everybody, and fits a phone', async ({ page }) => {
      for (const path of paths) {
        await page.setViewportSize({ width: 1440, height: 900 });
        const answer = await page.goto(`/demo${path}`);
        expect(answer?.status(), path).toBe(200);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await checkAccessibility(page);
        await page.setViewportSize({ width: 390, height: 844 });
        await noHorizontalOverflow(page);
      }
    });
  });
}

test('some links change the page without a new one, and the cart keeps what was chosen', async ({ page }) => {
  await page.goto('/demo');
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole('link', { name: 'Bikes', exact: true }).click();
  await expect(page).toHaveURL(/\/demo\/bikes$/);
  await expect(page).toHaveTitle(/^Bikes/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Grus' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Grus' })).toBeVisible();
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  await page.getByLabel('Size').selectOption('53');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Go to the cart' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cart' })).toBeVisible();
  expect(await page.evaluate(() => 'same' in window)).toBe(false);
  const line = page.getByRole('listitem').filter({ hasText: 'Grus' });
  await expect(line).toContainText('53');
  await expect(page.getByText('Total €1,980')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Grus' }).click();
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
  await page.goto('/demo/bikes/none');
  expect((await page.goto('/demo/none'))?.status()).toBe(404);
});

test('a server without a channel says how to get one', async ({ page, ownServer }) => {
  const { url } = await ownServer({ data: 'empty' });
  await page.goto(`${url}/demo`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The demo shop has no chat yet');
  await checkAccessibility(page);
});
