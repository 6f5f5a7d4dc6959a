/** Texts of a message: placeholders from the menu, misspelt ones underlined, and other texts by language. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, test } from '../fixtures/test';
import { ask, storeTrigger, textsIn } from '../fixtures/trigger';

const words = {
  en: {
    text: 'Text',
    placeholder: 'Placeholder',
    misspelt: '@customer_nam is no placeholder and stays as typed',
    add: 'Add language',
    french: 'French',
    german: 'German',
    textIn: (language: string) => `Text in ${language}`,
    remove: (language: string) => `Remove ${language}`,
    save: /^Save/,
    saved: 'Saved as version 2',
  },
  fr: {
    text: 'Texte',
    placeholder: 'Balise',
    misspelt: '@customer_nam n’est pas une balise et reste tel quel',
    add: 'Ajouter une langue',
    french: 'français',
    german: 'allemand',
    textIn: (language: string) => `Texte en ${language}`,
    remove: (language: string) => `Supprimer ${language}`,
    save: /^Enregistrer/,
    saved: 'Enregistré en version 2',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('each customer reads the text of their language, with their name', async ({ page, api, signInAs }) => {
      const mark = randomUUID().slice(0, 8);
      const customer = `Zoé ${mark}`;
      const { id } = await storeTrigger(api, {
        ...{ name: `Texts ${mark}`, customer },
        do: [{ action: 'send_message', sender: 'Shop', text: 'Hello' }],
      });
      await signInAs('lead');
      await page.goto(`/triggers/${id}`);
      const text = page.getByRole('textbox', { name: say.text, exact: true });
      const action = page.getByRole('group', { name: /^1\. / });

      await text.fill('Hello @customer_nam');
      await expect(page.getByText(say.misspelt)).toBeVisible();
      await expect(text).toHaveAccessibleDescription(say.misspelt);
      const painted = action.locator('span', { hasText: /^@customer_nam$/ });
      await expect(painted).toHaveCSS('text-decoration-style', 'wavy');
      await checkAccessibility(page);

      await text.fill('Hello');
      await expect(page.getByText(say.misspelt)).toHaveCount(0);
      await text.press('End');
      await action.getByRole('button', { name: say.placeholder }).last().click();
      await page.getByRole('menuitem', { name: /^@customer_name/ }).click();
      await expect(text).toHaveValue('Hello @customer_name');
      await expect(text).toBeFocused();
      await expect(action.locator('span', { hasText: /^@customer_name$/ })).toHaveCSS('text-decoration-line', 'none');

      for (const each of [say.french, say.german]) {
        await action.getByRole('button', { name: say.add }).click();
        await page.getByRole('menuitem', { name: each, exact: true }).click();
        await expect(page.getByRole('textbox', { name: say.textIn(each) })).toBeVisible();
      }
      await page.getByRole('textbox', { name: say.textIn(say.french) }).fill('Bonjour @customer_name');
      await page.getByRole('button', { name: say.remove(say.german) }).click();
      await expect(page.getByRole('textbox', { name: say.textIn(say.german) })).toHaveCount(0);
      await checkAccessibility(page);
      await page.getByRole('button', { name: say.save }).click();
      await expect(page.getByText(say.saved)).toBeVisible();

      const [french, other] = [await ask(api, customer, { language: 'fr-CA' }), await ask(api, customer)];
      await expect.poll(() => textsIn(api, french.conversation, mark)).toEqual([`Bonjour ${customer}`]);
      await expect.poll(() => textsIn(api, other.conversation, mark)).toEqual([`Hello ${customer}`]);
    });
  });
}
