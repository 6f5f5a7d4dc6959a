import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

for (const [language, home] of [
  ['en', /home/i],
  ['fr', /accueil/i],
] as const) {
  test.describe(language, () => {
    test.use({ language, viewport: { width: 390, height: 800 } });

    test('an unknown address leads to a page with a way out', async ({ page, signInAs }) => {
      await signInAs('admin');
      const answer = await page.goto('/there-is-no-such-page');
      expect(answer?.status()).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('main').getByRole('link', { name: home })).toBeVisible();
      await checkAccessibility(page);
      await noHorizontalOverflow(page);
    });
  });
}
