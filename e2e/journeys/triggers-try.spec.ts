/** A rule is tried on what real events saw, before anybody meets it. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { ask, storeTrigger } from '../fixtures/trigger';

const words = {
  en: {
    run: 'Check the last 200 events',
    again: 'Check again',
    answer: (fires: number) => new RegExp(`^It would have fired on ${fires} of the last \\d+ events?\\.$`),
    take: (who: string) => `Try it on the event of ${who}`,
    factsFrom: 'Facts from',
    email: 'Customer email',
    value: 'Value',
    condition: 'Condition 2',
    fires: 'Fires',
    doesNotFire: 'Does not fire',
    now: 'Now (UTC)',
    search: 'Search',
    typed: 'Typed here',
  },
  fr: {
    run: 'Vérifier les 200 derniers événements',
    again: 'Vérifier à nouveau',
    answer: (fires: number) => new RegExp(`^Il se serait exécuté sur ${fires} des \\d+ derniers événements\\.$`),
    take: (who: string) => `Essayer sur l’événement de ${who}`,
    factsFrom: 'Faits tirés de',
    email: 'Adresse e-mail du client',
    value: 'Valeur',
    condition: 'Condition 2',
    fires: 'Se déclenche',
    doesNotFire: 'Ne se déclenche pas',
    now: 'Maintenant (UTC)',
    search: 'Rechercher',
    typed: 'Saisis ici',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('on which recent events it would have fired, and why on this one', async ({ page, api, signInAs }) => {
      const mark = randomUUID().slice(0, 8);
      const customer = `Recent ${mark}`;
      const own = { field: 'customer_name', operator: 'is', value: customer };
      const { id } = await storeTrigger(api, {
        ...{ name: `Tried ${mark}`, customer, active: false },
        when: { all: [own, { field: 'customer_email', operator: 'is', value: 'first@example.org' }] },
        do: [{ action: 'send_message', sender: 'Shop', text: 'Hello @customer_email' }],
      });
      await signInAs('lead');
      await page.goto(`/triggers/${id}`);
      await expect(page.getByRole('button', { name: say.run })).toBeVisible();
      await ask(api, customer, { email: 'first@example.org' });
      await ask(api, customer, { email: 'second@example.org' });

      await page.getByRole('button', { name: say.run }).click();
      await expect(page.getByText(say.answer(1))).toBeVisible();
      await page.getByRole('button', { name: say.take(customer) }).click();
      await expect(page.getByRole('combobox', { name: say.factsFrom })).toContainText(customer);
      const email = page.getByRole('textbox', { name: say.email, exact: true });
      await expect(email).toHaveValue('first@example.org');
      await expect(page.getByText(say.fires, { exact: true })).toBeVisible();
      await expect(page.getByText('Hello first@example.org')).toBeVisible();
      await checkAccessibility(page);

      // What is not saved yet is what is asked.
      const value = page.getByRole('group', { name: say.condition }).getByRole('textbox', { name: say.value });
      await value.fill('nobody@example.org');
      await expect(page.getByText(say.doesNotFire, { exact: true })).toBeVisible();
      await page.getByRole('button', { name: say.again }).click();
      await expect(page.getByText(say.answer(0))).toBeVisible();
      await expect(page.getByRole('button', { name: say.take(customer) })).toHaveCount(0);

      // "Now" is a fact like the others, and what is typed again begins at an ordinary moment.
      await page.getByLabel(say.now).fill('2026-03-02T09:30');
      await expect(page.getByLabel(say.now)).toHaveValue('2026-03-02T09:30');
      await page.getByRole('combobox', { name: say.factsFrom }).click();
      await page.getByRole('option', { name: say.typed }).click();
      await expect(email).not.toHaveValue('first@example.org');
      await page.setViewportSize({ width: 390, height: 844 });
      await noHorizontalOverflow(page);
    });
  });
}
