/** "Why did rule X not fire on this event?", and the rule tried on what the event saw. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { ask, storeTrigger } from '../fixtures/trigger';

const words = {
  en: {
    ask: 'Why did a rule not fire?',
    choose: 'Choose a rule',
    search: 'Search',
    title: 'Why did this rule not fire?',
    sentence: /It did not fire because Customer email was .*, and the rule wants/,
    others: 'Everything else held.',
    inactive: 'It did not fire because it was inactive when the event arrived.',
    fired: 'It fired: all that was asked held.',
    try: 'Try with these facts',
    email: 'Customer email',
    not: 'Does not fire',
    fires: 'Fires',
    factsFrom: 'Facts from',
    rules: 'Rules on this event',
    named: 'Conversation requested',
  },
  fr: {
    ask: 'Pourquoi une règle ne s’est-elle pas exécutée ?',
    choose: 'Choisir une règle',
    search: 'Rechercher',
    title: 'Pourquoi cette règle ne s’est-elle pas exécutée ?',
    sentence: /Elle ne s’est pas exécutée, car .* valait .*, et la règle demande/,
    others: 'Tout le reste était rempli.',
    inactive: 'Elle ne s’est pas exécutée, car elle était inactive à l’arrivée de l’événement.',
    fired: 'Elle s’est exécutée : tout ce qui était demandé était rempli.',
    try: 'Essayer avec ces faits',
    email: 'Adresse e-mail du client',
    not: 'Ne se déclenche pas',
    fires: 'Se déclenche',
    factsFrom: 'Faits tirés de',
    rules: 'Règles sur cet événement',
    named: 'Conversation demandée',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('from a conversation to the one condition that kept a rule quiet', async ({ page, api, signInAs }) => {
      const mark = randomUUID().slice(0, 8);
      const customer = `Asks ${mark}`;
      const act = [{ action: 'add_tags', tags: [`t-${mark}`] }];
      const own = { field: 'customer_name', operator: 'is', value: customer };
      const strict = await storeTrigger(api, {
        ...{ name: `Strict ${mark}`, customer, do: act },
        when: { all: [own, { field: 'customer_email', operator: 'contains', value: `${mark}@example.org` }] },
      });
      const asleep = await storeTrigger(api, { name: `Asleep ${mark}`, customer, do: act, active: false });
      const awake = await storeTrigger(api, { name: `Awake ${mark}`, customer, do: act });
      const { conversation } = await ask(api, customer, { email: 'zoe@example.net' });
      await signInAs('lead');

      await page.goto(`/conversations/${conversation}`);
      await page.getByRole('link', { name: say.ask }).click();
      await expect(page).toHaveURL(new RegExp(`/log/events\\?conversation=${conversation}`));
      await page.getByRole('link', { name: new RegExp(`^${say.named}`) }).click();
      await expect(page).toHaveURL(/\/log\/events\/[0-9a-f-]{36}$/);

      const chooser = page.getByRole('combobox', { name: say.choose });
      const choose = async (name: string) => {
        await chooser.click();
        await page.getByPlaceholder(say.search, { exact: true }).fill(name);
        await page.getByRole('option', { name }).click();
        await expect(chooser).toContainText(name);
      };
      const answer = page.getByRole('status').filter({ hasText: /./ });
      // Found by name also where forty others come first.
      await choose(asleep.name);
      await expect(answer.getByText(say.inactive)).toBeVisible();
      await choose(awake.name);
      await expect(answer.getByText(say.fired)).toBeVisible();
      await choose(strict.name);
      await expect(page.getByRole('heading', { level: 1, name: say.title })).toBeVisible();
      await expect(answer.getByText(say.sentence)).toContainText('zoe@example.net');
      await expect(answer.getByText(say.others)).toBeVisible();
      await checkAccessibility(page);

      await page.getByRole('link', { name: say.try }).click();
      await expect(page).toHaveURL(new RegExp(`/triggers/${strict.id}\\?event=`));
      await expect(page.getByRole('combobox', { name: say.factsFrom })).toContainText(customer);
      const email = page.getByRole('textbox', { name: say.email, exact: true });
      await expect(email).toHaveValue('zoe@example.net');
      await expect(page.getByText(say.not, { exact: true })).toBeVisible();
      await email.fill(`zoe-${mark}@example.org`);
      await expect(page.getByText(say.fires, { exact: true })).toBeVisible();
      await checkAccessibility(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await noHorizontalOverflow(page);
    });
  });
}
