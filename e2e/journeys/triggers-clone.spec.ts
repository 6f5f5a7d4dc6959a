/** The main job of the admin center: clone First Reply, change it in both views, try it, activate it, read why it fired. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures/test';

const words = {
  en: {
    search: 'Search name or description',
    options: 'Options of First Reply',
    clone: /^Clone/,
    name: 'Name',
    unsaved: 'Unsaved changes',
    text: 'Text',
    addCondition: 'Add condition',
    condition: 'Condition 2',
    field: 'Field',
    customerName: 'Customer name',
    value: 'Value',
    developer: 'Developer',
    visual: 'Visual',
    code: 'The rule as JSON',
    notJson: /This is not JSON/,
    compared: /^Fix line \d+/,
    fires: 'Fires',
    doesNotFire: 'Does not fire',
    seconds: 'Seconds',
    active: 'Active',
    create: /^Create/,
    created: (name: string) => `${name} created`,
    met: 'Met',
    why: 'Why it fired',
  },
  fr: {
    search: 'Rechercher un nom ou une description',
    options: 'Options de First Reply',
    clone: /^Cloner/,
    name: 'Nom',
    unsaved: 'Modifications non enregistrées',
    text: 'Texte',
    addCondition: 'Ajouter une condition',
    condition: 'Condition 2',
    field: 'Champ',
    customerName: 'Nom du client',
    value: 'Valeur',
    developer: 'Développeur',
    visual: 'Visuelle',
    code: 'La règle en JSON',
    notJson: /n’est pas du JSON/,
    compared: /^Corrigez la ligne \d+/,
    fires: 'Se déclenche',
    doesNotFire: 'Ne se déclenche pas',
    seconds: 'Secondes',
    active: 'Actif',
    create: /^Créer/,
    created: (name: string) => `${name} créé`,
    met: 'Remplie',
    why: 'Pourquoi elle s’est exécutée',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a lead clones First Reply, changes it in both views, and sees it fire', async ({ page, api, signInAs }) => {
      const mark = randomUUID().slice(0, 8);
      const name = `First Reply ${mark}`;
      const customer = `Zoé ${mark}`;
      await signInAs('lead');
      await page.goto('/triggers?search=First%20Reply');
      await page.getByRole('button', { name: say.options, exact: true }).click();
      await page.getByRole('menuitem', { name: say.clone }).click();
      await expect(page).toHaveURL(/\/triggers\/new\?from=/);
      const nameField = page.getByRole('textbox', { name: say.name, exact: true });
      await expect(nameField).toHaveValue(/First Reply.+/);
      await nameField.fill(name);
      await expect(page.getByText(say.unsaved)).toBeVisible();
      expect(await found(api, name)).toEqual([]);

      // The visual view: another text, and a condition more.
      const text = page.getByRole('textbox', { name: say.text, exact: true });
      await text.fill('@customer_name, we read you.');
      await page.getByRole('button', { name: say.addCondition }).click();
      const condition = page.getByRole('group', { name: say.condition });
      await condition.getByRole('combobox', { name: say.field }).click();
      await page.keyboard.type(say.customerName);
      await page.getByRole('option', { name: say.customerName, exact: true }).click();
      await condition.getByRole('textbox', { name: say.value }).fill(customer);

      // Tried as one types: the facts decide.
      const fact = page.getByRole('textbox', { name: say.customerName, exact: true });
      await fact.fill('Somebody else');
      await expect(page.getByText(say.doesNotFire, { exact: true })).toBeVisible();
      await fact.fill(customer);
      await expect(page.getByText(say.fires, { exact: true })).toBeVisible();
      await expect(page.getByText(`${customer}, we read you.`)).toBeVisible();
      await checkAccessibility(page);

      // The developer view: the same rule; an error is named and locks nothing away.
      await page.getByRole('button', { name: say.developer, exact: true }).click();
      const code = page.getByRole('textbox', { name: say.code });
      await expect(code).toContainText(customer);
      const json = JSON.parse(await codeOf(page, say.code));
      expect(json).toMatchObject({ name, active: false });
      json.do[0].seconds = 1;
      await write(page, code, `${JSON.stringify(json)},`);
      await expect(page.getByText(say.notJson).first()).toBeVisible();
      await expect(page.getByText(say.compared)).toBeVisible();
      await checkAccessibility(page);
      await write(page, code, JSON.stringify(json));
      await expect(page.getByText(say.notJson)).toHaveCount(0);
      await page.getByRole('button', { name: say.visual, exact: true }).click();
      await expect(page.getByRole('textbox', { name: say.seconds })).toHaveValue('1');
      await expect(nameField).toHaveValue(name);

      await page.getByRole('switch', { name: say.active }).first().click();
      expect(await found(api, name)).toEqual([]);
      await page.getByRole('button', { name: say.create }).click();
      await expect(page.getByText(say.created(name))).toBeVisible();
      await expect(page).toHaveURL(/\/triggers\/[0-9a-f-]{36}$/);
      expect(await found(api, name)).toMatchObject([{ active: true, on: 'conversation_requested' }]);

      const conversation = await requestConversation(api, customer);
      await page.goto(`/log?search=${encodeURIComponent(conversation)}`);
      const link = page.getByRole('link', { name: new RegExp(mark) }).first();
      await expect(link).toBeVisible();
      await page.goto((await link.getAttribute('href')) ?? '');
      await expect(page.getByText(say.why)).toBeVisible();
      const row = page.getByRole('row', { name: new RegExp(say.customerName) });
      await expect(row).toContainText(customer);
      await expect(row).toContainText(say.met);
      await checkAccessibility(page);
      await expect.poll(() => messagesOf(api, conversation)).toContain(`${customer}, we read you.`);
    });
  });
}

/** What stands in the code editor, line by line as it shows it. */
async function codeOf(page: Page, label: string): Promise<string> {
  const lines = await page.getByRole('textbox', { name: label }).locator('.cm-line').allTextContents();
  return lines.join('\n');
}

/** Replaces the whole text, as somebody who pastes does. */
async function write(page: Page, code: Locator, text: string): Promise<void> {
  await code.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

async function found(api: APIRequestContext, name: string): Promise<{ name: string }[]> {
  const { items } = await (await api.get(`/api/v1/triggers?search=${encodeURIComponent(name)}`)).json();
  return items.filter((each: { name: string }) => each.name === name);
}

async function requestConversation(api: APIRequestContext, customer: string): Promise<string> {
  const id = `c-${randomUUID()}`;
  const event = {
    ...{ id: randomUUID(), type: 'conversation_requested', occurredAt: new Date().toISOString() },
    ...{ conversation: { id, group: 'support' }, customer: { id: `u-${id}`, name: customer } },
  };
  const answer = await api.post('/api/v1/events', { data: { events: [event] } });
  expect(await answer.json()).toMatchObject({ results: [{ status: 'accepted' }] });
  return id;
}

async function messagesOf(api: APIRequestContext, conversation: string): Promise<string[]> {
  const { items } = await (await api.get(`/api/v1/conversations/${conversation}/messages`)).json();
  return items.map(({ text }: { text: string }) => text);
}
