/** The main job without a mouse, in both languages: find First Reply, clone, change in both views, try, activate, read the trace. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { tabTo } from '../fixtures/keyboard';
import { checkAccessibility, expect, test } from '../fixtures/test';
import { ask, textsIn } from '../fixtures/trigger';

const words = {
  en: {
    name: 'Name',
    text: 'Text',
    addCondition: 'Add condition',
    condition: 'Condition 2',
    field: 'Field',
    search: 'Search',
    customerName: 'Customer name',
    value: 'Value',
    fires: 'Fires',
    doesNotFire: 'Does not fire',
    developer: 'Developer',
    visual: 'Visual',
    code: 'The rule as JSON',
    seconds: 'Seconds',
    active: 'Active',
    created: (name: string) => `${name} created`,
    met: 'Met',
    why: 'Why it fired',
  },
  fr: {
    name: 'Nom',
    text: 'Texte',
    addCondition: 'Ajouter une condition',
    condition: 'Condition 2',
    field: 'Champ',
    search: 'Rechercher',
    customerName: 'Nom du client',
    value: 'Valeur',
    fires: 'Se déclenche',
    doesNotFire: 'Ne se déclenche pas',
    developer: 'Développeur',
    visual: 'Visuelle',
    code: 'La règle en JSON',
    seconds: 'Secondes',
    active: 'Actif',
    created: (name: string) => `${name} créé`,
    met: 'Remplie',
    why: 'Pourquoi elle s’est exécutée',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a lead clones, changes, tries, creates and follows First Reply by keyboard alone', async ({
      page,
      api,
      signInAs,
    }) => {
      test.slow();
      const mark = randomUUID().slice(0, 8);
      const name = `First Reply ${mark}`;
      const customer = `Ada ${mark}`;
      await signInAs('lead');
      await page.goto('/triggers');
      await expect(page.getByRole('row').nth(1)).toBeVisible();

      // N makes a new one; back again. Keys are heard once the page is alive, hence the second try.
      await expect(async () => {
        await page.keyboard.press('n');
        await expect(page).toHaveURL(/\/triggers\/new$/, { timeout: 2_000 });
      }).toPass();
      await page.goBack();
      await expect(page).toHaveURL(/\/triggers$/);

      await expect(async () => {
        if (!(await page.getByRole('searchbox').evaluate((input) => input === document.activeElement)))
          await page.keyboard.press('/');
        await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 500 });
      }).toPass();
      await page.keyboard.type('First Reply');
      await expect(page).toHaveURL(/search=First/);
      const row = page.getByRole('link', { name: 'First Reply', exact: true });
      await expect(row).toBeVisible();
      await expect(page.locator('[data-row-link]').filter({ hasNotText: 'First Reply' })).toHaveCount(0);
      await walkTo(page, 'First Reply');
      await expect(row).toBeFocused();
      await page.keyboard.press('c');
      await expect(page).toHaveURL(/\/triggers\/new\?from=/);

      await expect(page.getByRole('textbox', { name: say.name, exact: true })).toHaveValue(/First Reply .+/);
      await retype(page, say.name, name);
      await retype(page, say.text, '@customer_name, we read you.');

      // A condition more: the focus goes to what it checks.
      await tabTo(page, say.addCondition);
      await page.keyboard.press('Enter');
      const condition = page.getByRole('group', { name: say.condition });
      await expect(condition.getByRole('combobox', { name: say.field })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByPlaceholder(say.search, { exact: true })).toBeFocused();
      await page.keyboard.type(say.customerName);
      await expect(page.getByRole('option', { name: say.customerName, exact: true })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(condition.getByRole('combobox', { name: say.field })).toContainText(say.customerName);
      await expect(condition.getByRole('combobox', { name: say.field })).toBeFocused();
      await tabTo(page, say.value);
      await page.keyboard.type(customer);
      await expect(condition.getByRole('textbox', { name: say.value })).toHaveValue(customer);

      // The example customer is somebody else: it does not fire before the fact says so.
      await expect(page.getByText(say.doesNotFire, { exact: true })).toBeVisible();
      await retype(page, say.customerName, customer);
      await expect(page.getByText(say.fires, { exact: true })).toBeVisible();

      // The developer view: five seconds become one, with arrows and Backspace; Escape lets Tab out of the text.
      await tabTo(page, say.developer);
      await page.keyboard.press('Enter');
      const code = page.getByRole('textbox', { name: say.code });
      await expect(code).toContainText('"seconds": 5');
      await tabTo(page, say.code);
      await expect(code).toBeFocused();
      await page.keyboard.press('ControlOrMeta+Home');
      const line = code.locator('.cm-activeLine');
      await downTo(page, line, '"seconds": 5');
      await page.keyboard.press('End');
      const [, behind = ''] = (await line.allTextContents()).join('').trimEnd().split('"seconds": 5');
      for (const _character of behind) await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Backspace');
      await expect(line).not.toContainText('"seconds": 5');
      await page.keyboard.type('1');
      await expect(line).toContainText(/"seconds": 1\b/);
      await page.keyboard.press('Escape');
      await tabTo(page, say.visual);
      await checkAccessibility(page);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: say.seconds })).toHaveValue('1');
      await expect(page.getByRole('textbox', { name: say.text, exact: true })).toHaveValue(
        '@customer_name, we read you.',
      );

      await tabTo(page, say.active);
      await page.keyboard.press('Space');
      await expect(page.getByRole('switch', { name: say.active }).first()).toBeChecked();
      await page.keyboard.press('ControlOrMeta+s');
      await expect(page.getByText(say.created(name))).toBeVisible();
      await expect(page).toHaveURL(/\/triggers\/[0-9a-f-]{36}$/);

      const { conversation } = await ask(api, customer);
      await expect.poll(() => textsIn(api, conversation, mark)).toEqual([`${customer}, we read you.`]);
      await page.goto(`/log?search=${conversation}`);
      await expect(page.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible();
      await tabTo(page, new RegExp(`^${name}`));
      await page.keyboard.press('Space');
      await expect(page.getByRole('row', { name: new RegExp(`^${say.customerName}`) })).toContainText(say.met);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/log\/[0-9a-f-]{36}$/);
      await expect(page.getByText(say.why)).toBeVisible();
      await expect(page.getByRole('row', { name: new RegExp(`^${say.customerName}`) })).toContainText(customer);
    });
  });
}

/** Arrows from the search field into the list and on to the row of this name. */
async function walkTo(page: Page, name: string): Promise<void> {
  const focused = page.locator('[data-row-link]:focus');
  for (let step = 0; step < 60; step += 1) {
    const before = (await focused.count()) > 0 ? await focused.getAttribute('href') : null;
    if ((await focused.count()) > 0 && (await focused.textContent()) === name) return;
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(async () => ((await focused.count()) > 0 ? await focused.getAttribute('href') : null))
      .not.toBe(before);
  }
  throw new Error(`The arrows never reach ${name}`);
}

/** Arrows down to the line of the editor that has this text; `line` is the active one. */
async function downTo(page: Page, line: Locator, text: string): Promise<void> {
  const place = () => line.evaluate((each) => [...(each.parentElement?.children ?? [])].indexOf(each));
  for (let step = 0; step < 60; step += 1) {
    if ((await line.textContent())?.includes(text)) return;
    const before = await place();
    await page.keyboard.press('ArrowDown');
    await expect.poll(place).not.toBe(before);
  }
  throw new Error(`The arrows never reach ${text}`);
}

/** Tabs to a field and types another text into it. */
async function retype(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await expect(page.locator(':focus')).toHaveValue(text);
}
