/** ⌘K and the sheet of shortcuts: every page by our names and by other products', rules by theirs, and keys that can be switched off. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { storeTrigger } from '../fixtures/trigger';

const words = {
  en: {
    palette: 'Search or jump to a page',
    otherName: 'business hours',
    page: 'Schedules',
    act: 'New trigger',
    newTitle: 'New trigger',
    searchIn: 'Search “qqqq” in',
    customers: 'Customers',
    sheet: 'Keyboard shortcuts',
    single: 'Single-key shortcuts',
    switchLanguage: 'Switch to French',
    after: 'Déclencheurs de messagerie',
    dark: 'Use the dark theme',
  },
  fr: {
    palette: 'Rechercher ou aller à une page',
    otherName: 'horaires d’ouverture',
    page: 'Emplois du temps',
    act: 'Nouveau déclencheur',
    newTitle: 'Nouveau déclencheur',
    searchIn: 'Rechercher «\u00a0qqqq\u00a0» dans',
    customers: 'Clients',
    sheet: 'Raccourcis clavier',
    single: 'Raccourcis à une touche',
    switchLanguage: 'Passer en anglais',
    after: 'Messaging triggers',
    dark: 'Utiliser le thème sombre',
  },
} as const;

/** Presses until the layer stands: keys are heard once the page is alive. */
async function open(page: Page, key: string, layer: Locator): Promise<void> {
  await expect(async () => {
    if ((await layer.count()) === 0) await page.keyboard.press(key);
    await expect(layer).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('pages, rules and acts are found from everywhere', async ({ page, api, signInAs }) => {
      const mark = randomUUID().slice(0, 8);
      const name = `Palette ${mark}`;
      const { id } = await storeTrigger(api, {
        ...{ name, description: `While everyone dozes, ${mark}`, customer: `Nobody of ${name}`, active: false },
        do: [{ action: 'set_triggered', value: true }],
      });
      await signInAs('lead');
      await page.goto('/triggers');
      const palette = page.getByRole('dialog', { name: say.palette });
      const input = palette.getByRole('combobox');
      const chosen = palette.locator('[cmdk-item][data-selected=true]');

      await open(page, 'ControlOrMeta+k', palette);
      await expect(input).toBeFocused();
      await checkAccessibility(page);
      await page.keyboard.type('qqqq');
      // Nothing is called so: what was typed goes to the lists.
      await expect(palette.getByRole('group', { name: say.searchIn }).getByRole('option')).toHaveCount(3);
      await expect(palette.getByRole('option')).toHaveCount(3);
      await expect(chosen).toContainText(say.customers);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/people\?search=qqqq$/);

      await page.goto('/triggers');
      await open(page, 'ControlOrMeta+k', palette);
      await input.fill(say.otherName);
      await expect(chosen).toContainText(say.page);
      await expect(chosen).toContainText(new RegExp(say.otherName, 'i'));
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/schedules$/);
      await expect(palette).toHaveCount(0);

      await open(page, 'ControlOrMeta+k', palette);
      await input.fill(name);
      await expect(palette.getByRole('option', { name })).toBeVisible();
      await expect(chosen).toContainText(name);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/triggers/${id}$`));

      await page.goto('/triggers');
      await open(page, 'ControlOrMeta+k', palette);
      await input.fill(`everyone dozes, ${mark}`);
      await expect(chosen).toContainText(name);
      await page.keyboard.press('Escape');

      // Escape gives the focus back to where it was.
      await page.goto('/triggers');
      const search = page.getByRole('searchbox').first();
      await search.focus();
      await open(page, 'ControlOrMeta+k', palette);
      await expect(input).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(palette).toHaveCount(0);
      await expect(search).toBeFocused();

      await open(page, 'ControlOrMeta+k', palette);
      await input.fill(say.dark);
      await expect(chosen).toContainText(say.dark);
      await page.keyboard.press('Enter');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

      await open(page, 'ControlOrMeta+k', palette);
      await input.fill(say.act);
      await expect(chosen).toContainText(say.act);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/triggers\/new$/);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

      await page.goto('/triggers');
      await open(page, 'ControlOrMeta+k', palette);
      await input.fill(say.switchLanguage);
      await expect(chosen).toContainText(say.switchLanguage);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: say.after })).toBeVisible();
    });

    test('the sheet names the keys, and single ones can be switched off', async ({ page, signInAs }) => {
      await signInAs('lead');
      await page.goto('/triggers');
      const sheet = page.getByRole('dialog', { name: say.sheet });
      await open(page, '?', sheet);
      await checkAccessibility(page);
      const single = sheet.getByRole('switch', { name: say.single });
      await expect(single).toBeChecked();
      await single.click();
      await expect(single).not.toBeChecked();
      await page.keyboard.press('Escape');
      await expect(sheet).toHaveCount(0);

      // N and / are silent now, also after a reload; with ⌘ or Ctrl keys go on.
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('data-shortcuts', 'off');
      const palette = page.getByRole('dialog', { name: say.palette });
      await open(page, 'ControlOrMeta+k', palette);
      await page.keyboard.press('Escape');
      await expect(palette).toHaveCount(0);
      await page.locator('main').focus();
      await page.keyboard.press('n');
      await page.keyboard.press('/');
      await expect(page.getByRole('searchbox').first()).not.toBeFocused();
      await open(page, 'ControlOrMeta+k', palette);
      await expect(page).toHaveURL(/\/triggers$/);
      await page.setViewportSize({ width: 390, height: 844 });
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
    });
  });
}
