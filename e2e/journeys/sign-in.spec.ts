import { demoSignIns } from '../../db/seed/demo';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const words = {
  en: { email: 'E-mail address', password: 'Password', signIn: 'Sign in', refused: /do not match/ },
  fr: { email: /^Adresse e-mail/, password: 'Mot de passe', signIn: 'Se connecter', refused: /ne correspond/ },
} as const;

for (const language of ['en', 'fr'] as const) {
  const { email, password, signIn, refused } = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a stranger is sent to the sign-in page and from there to where they wanted to go', async ({ page }) => {
      const admin = demoSignIns.find(({ role }) => role === 'admin');
      await page.goto('/triggers');
      await expect(page).toHaveURL(/\/sign-in\?from=/);
      await checkAccessibility(page);
      await page.getByLabel(email, { exact: true }).fill(admin?.email ?? '');
      await page.getByLabel(password, { exact: true }).fill('not the password');
      await page.getByRole('button', { name: signIn, exact: true }).click();
      await expect(page.getByText(refused)).toBeVisible();
      await checkAccessibility(page);
      await page.getByLabel(password, { exact: true }).fill(admin?.password ?? '');
      await page.getByRole('button', { name: signIn, exact: true }).click();
      await expect(page).toHaveURL(/\/triggers$/);
    });

    test('the sign-in page fits a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: signIn, exact: true })).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
    });
  });
}
