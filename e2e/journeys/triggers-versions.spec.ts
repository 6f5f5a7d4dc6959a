/** Versions of a trigger: what each changed, line by line, and an old one brought back. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { storeTrigger } from '../fixtures/trigger';

const words = {
  en: {
    text: 'Text',
    save: /^Save/,
    saved: (version: number) => `Saved as version ${version}`,
    versions: 'Versions',
    version: (number: number) => new RegExp(`^Version ${number}\\b`),
    changed: (version: number) => `What version ${version} changed`,
    first: 'The first version',
    now: 'the current one',
    current: 'Current',
    restore: 'Restore this version',
    restored: 'Version 1 restored as version 4',
    rule: 'Rule',
  },
  fr: {
    text: 'Texte',
    save: /^Enregistrer/,
    saved: (version: number) => `Enregistré en version ${version}`,
    versions: 'Versions',
    version: (number: number) => new RegExp(`^Version ${number}\\b`),
    changed: (version: number) => `Ce que la version ${version} a modifié`,
    first: 'La première version',
    now: 'la version actuelle',
    current: 'Actuelle',
    restore: 'Restaurer cette version',
    restored: 'Version 1 restaurée en version 4',
    rule: 'Règle',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a lead sees what two changes did and brings the first text back', async ({ page, api, signInAs }) => {
      const mark = randomUUID().slice(0, 8);
      const rule = await storeTrigger(api, {
        ...{ name: `Versions ${mark}`, customer: `Nobody ${mark}` },
        do: [{ action: 'send_message', sender: 'Shop', text: 'The first text' }],
      });
      await signInAs('lead');
      await page.goto(`/triggers/${rule.id}`);
      const text = page.getByRole('textbox', { name: say.text, exact: true });
      for (const [version, written] of [
        [2, 'The second text'],
        [3, 'The third text'],
      ] as const) {
        await text.fill(written);
        await page.getByRole('button', { name: say.save }).click();
        await expect(page.getByText(say.saved(version))).toBeVisible();
      }

      await page.getByRole('link', { name: new RegExp(`^${say.versions}`) }).click();
      await expect(page).toHaveURL(/\/versions$/);
      const list = page.getByRole('list', { name: say.versions });
      await expect(list.getByRole('button')).toHaveCount(3);
      await expect(list.getByRole('button', { name: say.version(3) })).toContainText(say.current);
      await expect(list.getByRole('button', { name: say.version(3) })).toContainText('Léa Lead');
      const changes = page.getByRole('region', { name: say.changed(3) });
      await expect(changes.getByText('"The second text"')).toBeVisible();
      await expect(changes.getByText('"The third text"')).toBeVisible();
      await expect(changes.getByRole('button', { name: say.restore })).toHaveCount(0);
      // Without what was announced meanwhile.
      await page.goto(`/triggers/${rule.id}/versions`);
      await checkAccessibility(page);

      // The first has none before it: it is shown whole, then beside the one that stands.
      await list.getByRole('button', { name: say.version(1) }).click();
      const first = page.getByRole('region', { name: say.first });
      await expect(first).toContainText('"The first text"');
      await first.getByRole('button', { name: say.now, exact: true }).click();
      const against = page.getByRole('region', { name: say.changed(1) });
      await expect(against.getByText('"The first text"')).toBeVisible();
      await expect(against.getByText('"The third text"')).toBeVisible();
      await checkAccessibility(page);
      await against.getByRole('button', { name: say.restore }).click();
      await expect(page.getByText(say.restored)).toBeVisible();
      await expect(list.getByRole('button')).toHaveCount(4);
      await expect(list.getByRole('button', { name: say.version(4) })).toContainText(say.current);
      const stored = await (await api.get(`/api/v1/triggers/${rule.id}`)).json();
      expect(stored).toMatchObject({ version: 4, active: true, do: [{ text: 'The first text' }] });

      await page.getByRole('link', { name: say.rule, exact: true }).click();
      await expect(text).toHaveValue('The first text');
      await page.goto(`/triggers/${rule.id}/versions`);
      await page.setViewportSize({ width: 390, height: 844 });
      await noHorizontalOverflow(page);
    });
  });
}
