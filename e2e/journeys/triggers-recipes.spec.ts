/** Recipes: from the gallery into the editor, pre-filled and unsaved; one becomes a trigger that does not run yet. */
import { randomUUID } from 'node:crypto';
import { triggerRecipes } from '../../lib/engine/recipes/triggers';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const words = {
  en: {
    recipes: 'Recipes',
    more: 'More actions',
    name: 'Name',
    create: /^Create/,
    created: (name: string) => `${name} created`,
  },
  fr: {
    recipes: 'Recettes',
    more: 'Autres actions',
    name: 'Nom',
    create: /^Créer/,
    created: (name: string) => `${name} créé`,
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('the gallery opens by button, and on a phone from the menu', async ({ page, signInAs }) => {
      await signInAs('lead');
      await page.goto('/triggers');
      await page.getByRole('button', { name: say.recipes }).click();
      const gallery = page.getByRole('dialog', { name: say.recipes });
      await expect(gallery.getByRole('link')).toHaveCount(triggerRecipes.length);
      await checkAccessibility(page);
      await page.keyboard.press('Escape');
      await expect(gallery).toHaveCount(0);

      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('button', { name: say.more, exact: true }).click();
      await page.getByRole('menuitem', { name: say.recipes }).click();
      await expect(gallery).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
    });

    test('each recipe is a whole trigger; one is created, and waits to be activated', async ({
      page,
      api,
      signInAs,
    }) => {
      await signInAs('lead');
      for (const recipe of triggerRecipes) {
        await page.goto('/triggers');
        await page.getByRole('button', { name: say.recipes }).click();
        await page.getByRole('link', { name: recipe.name[language] }).click();
        await expect(page).toHaveURL(`/triggers/new?recipe=${recipe.id}`);
        await expect(page.getByRole('textbox', { name: say.name, exact: true })).toHaveValue(recipe.name[language]);
        await expect(page.getByRole('button', { name: say.create }), recipe.id).toBeEnabled();
      }
      await checkAccessibility(page);

      const name = `Queue ${randomUUID().slice(0, 8)}`;
      await page.getByRole('textbox', { name: say.name, exact: true }).fill(name);
      await page.getByRole('button', { name: say.create }).click();
      await expect(page.getByText(say.created(name))).toBeVisible();
      const { items } = await (await api.get(`/api/v1/triggers?search=${encodeURIComponent(name)}`)).json();
      expect(items).toMatchObject([{ name, active: false, version: 1, on: triggerRecipes.at(-1)?.on }]);
    });
  });
}
