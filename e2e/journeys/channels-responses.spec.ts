/** What a customer reads before an agent is there: written, previewed, met in the widget, and kept safe. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { signInWith } from '../fixtures/sign-in';
import { checkAccessibility, expect, hydrated, noHorizontalOverflow, test } from '../fixtures/test';

const everyDay = Array.from({ length: 7 }, (_, day) => ({ day, from: '00:00', to: '24:00' }));
const section = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });
const duringTitle = 'Response during business hours';
const outsideTitle = 'Response outside business hours';
const preview = (page: Page, title = 'Preview of the widget') => page.frameLocator(`iframe[title="${title}"]`);

test('prefilled, written for inside and outside hours and two languages, previewed, saved', async ({
  page,
  api,
  signInAs,
}) => {
  const { key } = await createChannel(api);
  const open = await createSchedule(api, 'Always open', everyDay);
  await signInAs('lead');
  await page.goto(`/channels/${key}/responses`);
  const during = section(page, duringTitle);
  await expect(during.getByRole('textbox', { name: /^First message/ })).toHaveValue('Hello! How can we help you?');
  await expect(during.getByRole('textbox', { name: /^Follow-up message/ })).toHaveValue(/An agent is coming/);
  await expect(page.getByText('Without a schedule one response holds at any time.').first()).toBeVisible();
  await expect(section(page, outsideTitle)).toHaveCount(0);
  await checkAccessibility(page, { exclude: ['iframe'] });

  await page.getByRole('combobox', { name: 'Schedule', exact: true }).click();
  await page.getByRole('option', { name: open.name }).click();
  await expect(page.getByText('Open at any time')).toBeVisible();
  await expect(during.getByText('In use now')).toBeVisible();
  const outside = section(page, outsideTitle);
  await expect(outside.getByRole('textbox', { name: /^First message/ })).toHaveValue(/We are closed/);

  // The preview follows what is written, and where.
  await during.getByRole('textbox', { name: /^First message/ }).fill('Ask us anything about bikes.');
  await expect(preview(page).getByText('Ask us anything about bikes.')).toBeVisible();
  await during.getByRole('combobox', { name: /^Customer details/ }).click();
  await page.getByRole('option', { name: 'e-mail' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await expect(preview(page).getByLabel('E-mail address')).toBeVisible();
  await during.getByRole('textbox', { name: /^Follow-up message/ }).fill('Somebody is on the way.');
  await expect(preview(page).getByText('Somebody is on the way.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Customer', exact: true }).click();
  await page.getByRole('option', { name: 'Signed in, with e-mail' }).click();
  await expect(page.getByRole('button', { name: 'Details', exact: true })).toHaveCount(0);
  await outside.getByRole('textbox', { name: /^First message/ }).fill('The shop is shut.');
  await expect(preview(page).getByText('The shop is shut.')).toBeVisible();

  await page.getByRole('button', { name: /^Texts in English/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'French' }).click();
  await during.getByRole('textbox', { name: /^First message/ }).fill('Une question sur nos vélos ?');
  await expect(preview(page).getByText('Une question sur nos vélos ?')).toBeVisible();
  await expect(preview(page).getByRole('textbox', { name: 'Écrire un message' })).toBeVisible();

  // A language that nobody wrote yet reads the plain text, until something is written.
  await page.getByRole('button', { name: /^Texts in French/ }).click();
  await page.getByRole('menuitem', { name: 'Add language…' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'German' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add language' }).click();
  await expect(during.getByText('Empty: customers read the text in English.').first()).toBeVisible();
  await expect(preview(page).getByText('Ask us anything about bikes.')).toBeVisible();
  await during.getByRole('textbox', { name: /^First message/ }).fill('Fragen Sie uns.');
  await expect(preview(page).getByText('Fragen Sie uns.')).toBeVisible();
  await checkAccessibility(page, { exclude: ['iframe'] });

  await page.keyboard.press('Control+s');
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect(await read(api, key)).toMatchObject({
    schedule: open.key,
    during: {
      firstMessage: {
        text: 'Ask us anything about bikes.',
        byLanguage: { de: 'Fragen Sie uns.', fr: 'Une question sur nos vélos ?' },
      },
      ...{ details: ['email'], followUp: { text: 'Somebody is on the way.' } },
    },
    outside: { firstMessage: { text: 'The shop is shut.' } },
    now: { uses: 'during', inHours: true },
  });

  // What customers get, in their language.
  const config = async (lang: string) => {
    const answer = await api.get(`/api/widget/v1/config?channel=${key}&lang=${lang}`);
    return (await answer.json()).response;
  };
  expect(await config('en')).toMatchObject({ firstMessage: 'Ask us anything about bikes.', details: ['email'] });
  expect(await config('de')).toMatchObject({ firstMessage: 'Fragen Sie uns.' });
  expect(await config('fr')).toMatchObject({ firstMessage: 'Une question sur nos vélos ?' });
});

test('a deleted schedule is named, with what holds instead', async ({ page, api, signInAs }) => {
  const { key } = await createChannel(api);
  const closed = await createSchedule(api, 'Never open', []);
  await api.put(`/api/v1/channels/${key}/responses`, { data: { schedule: closed.key } });
  await signInAs('lead');
  await page.goto(`/channels/${key}/responses`);
  await expect(section(page, outsideTitle).getByText('In use now')).toBeVisible();
  expect((await api.delete(`/api/v1/schedules/${closed.key}`)).status()).toBe(409);
  expect((await api.delete(`/api/v1/schedules/${closed.key}?force=true`)).status()).toBe(204);

  await page.goto(`/channels/${key}/responses`);
  const notice = `The schedule “${closed.name}” was deleted: the response during business hours applies at any time.`;
  await expect(page.getByText(notice)).toBeVisible();
  await expect(section(page, outsideTitle)).toHaveCount(0);
  await expect(section(page, duringTitle).getByText('In use now')).toBeVisible();
  await checkAccessibility(page, { exclude: ['iframe'] });
  // Something else can be saved meanwhile; choosing none makes an end of it.
  await section(page, duringTitle)
    .getByRole('textbox', { name: /^First message/ })
    .fill('Hello there');
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  await page.getByRole('combobox', { name: 'Schedule', exact: true }).click();
  await page.getByRole('option', { name: 'No schedule' }).click();
  await expect(page.getByText(notice)).toHaveCount(0);
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect.poll(async () => (await read(api, key)).schedule).toBeNull();
});

test('default texts and single changes come back, and leaving asks', async ({ page, api, signInAs }) => {
  const { key } = await createChannel(api);
  await signInAs('lead');
  await page.goto(`/channels/${key}/responses`);
  const first = section(page, duringTitle).getByRole('textbox', { name: /^First message/ });
  await first.fill('Mine');
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  await page.getByRole('link', { name: 'General', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Use the default texts' }).click();
  await expect(first).toHaveValue('Hello! How can we help you?');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(first).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(first).toHaveValue('Hello! How can we help you?');
  await expect(page.getByText('Unsaved changes')).toBeHidden();

  await first.fill('x'.repeat(2_001));
  await expect(page.getByText('At most 2,000 characters.').first()).toBeVisible();
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Some entries need a change; they are marked.')).toBeVisible();
  await expect(first).toHaveAttribute('aria-invalid', 'true');
  expect((await read(api, key)).version).toBe(1);
});

test('two leads write at once, and nothing is lost', async ({ page, browser, api, signInAs, baseURL }) => {
  const { key } = await createChannel(api);
  await signInAs('lead');
  const other = await browser.newContext({ baseURL, reducedMotion: 'reduce' });
  const second = await other.newPage();
  await other.addCookies([{ name: 'signalbox-locale', value: 'en', url: baseURL }]);
  await signInWith(second, baseURL ?? '', 'lead@example.com', 'signalbox-lead');
  await Promise.all([page.goto(`/channels/${key}/responses`), second.goto(`/channels/${key}/responses`)]);
  await hydrated(second);
  const write = async (on: Page, text: string) => {
    await section(on, duringTitle)
      .getByRole('textbox', { name: /^First message/ })
      .fill(text);
    await on.getByRole('button', { name: /^Save settings/ }).click();
  };
  // A change of the channel's looks is none of this form's business.
  await api.put(`/api/v1/channels/${key}`, { data: { settings: { colour: '#112233' } } });
  await write(page, 'Text of the first');
  await expect(page.getByText('Settings saved')).toBeVisible();
  await write(second, 'Text of the second');
  const conflict = second.getByRole('alert').filter({ hasText: 'Léa Lead saved these settings' });
  await expect(conflict).toContainText('First message: Text of the first');
  await expect(conflict).toContainText('First message: Text of the second');
  await checkAccessibility(second, { exclude: ['iframe'] });
  await conflict.getByRole('button', { name: 'Save mine over them' }).click();
  await expect(second.getByText('Settings saved')).toBeVisible();
  expect((await read(api, key)).during.firstMessage.text).toBe('Text of the second');
  await other.close();
});

test('a bot answers first while it is on; off, the response is as it was', async ({ page, api, signInAs }) => {
  const { key } = await createChannel(api);
  const name = `Spoke ${randomUUID().slice(0, 8)}`;
  const said = { greeting: { text: 'I am a bicycle bot.' }, fallback: { text: 'I do not know that.' } };
  const answers = [{ title: 'Opening hours', steps: [{ step: 'message', text: 'From nine to five.' }] }];
  const created = await api.post('/api/v1/bots', { data: { name, ...said, answers, channels: [key], active: true } });
  expect(created.status(), await created.text()).toBe(201);
  const response = async () => {
    const answer = await api.get(`/api/widget/v1/config?channel=${key}&lang=en`);
    return (await answer.json()).response;
  };
  await signInAs('lead');
  await page.goto(`/channels/${key}/responses`);
  const first = section(page, duringTitle).getByRole('textbox', { name: /^First message/ });
  await first.fill('Kept meanwhile');
  await page.getByRole('switch', { name: 'Let a bot answer first' }).click();
  await expect(first).toBeDisabled();
  await expect(section(page, duringTitle)).toContainText(`${name} answers first, so this response is disabled.`);
  await expect(preview(page).getByText('I am a bicycle bot.')).toBeVisible();
  await expect(preview(page).getByRole('button', { name: 'Opening hours' })).toBeVisible();
  await checkAccessibility(page, { exclude: ['iframe'] });
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect(await response()).toMatchObject({ mode: 'bot', firstMessage: 'I am a bicycle bot.', bot: { name } });

  await page.goto(`/channels/${key}/responses`);
  await expect(first).toHaveValue('Kept meanwhile');
  await page.getByRole('switch', { name: 'Let a bot answer first' }).click();
  await expect(first).toBeEnabled();
  await page.getByRole('button', { name: /^Save settings/ }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  expect(await response()).toMatchObject({ mode: 'default', firstMessage: 'Kept meanwhile' });
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('the tab fits and is used by keyboard', async ({ page, api, signInAs }) => {
    const { key } = await createChannel(api, { language: 'fr' });
    const open = await createSchedule(api, 'Ouvert', everyDay);
    await api.put(`/api/v1/channels/${key}/responses`, { data: { schedule: open.key } });
    await signInAs('lead');
    await page.goto(`/channels/${key}/responses`);
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    const heading = page.getByRole('button', { name: 'Réponse pendant les horaires d’ouverture' });
    await heading.press('Enter');
    await expect(heading).toHaveAttribute('aria-expanded', 'false');
    await heading.press('Enter');
    const first = page.getByRole('textbox', { name: /^Premier message/ }).first();
    await expect(first).toHaveValue(/^Bonjour/);
    await first.fill('Salut !');
    await page.getByRole('button', { name: 'Aperçu' }).click();
    await expect(preview(page, 'Aperçu du widget').getByText('Salut !')).toBeVisible();
    await noHorizontalOverflow(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Enregistrer/ }).press('Enter');
    await expect(page.getByText('Paramètres enregistrés')).toBeVisible();
    expect((await read(api, key)).during.firstMessage.text).toBe('Salut !');
  });
});

async function createChannel(api: APIRequestContext, settings = {}): Promise<{ key: string }> {
  const name = `Answers ${randomUUID().slice(0, 8)}`;
  const answer = await api.post('/api/v1/channels', { data: { name, kind: 'web', settings } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

async function createSchedule(api: APIRequestContext, name: string, intervals: object[]) {
  const data = { name: `${name} ${randomUUID().slice(0, 8)}`, timeZone: 'Europe/Paris', intervals };
  const answer = await api.post('/api/v1/schedules', { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as { key: string; name: string };
}

const read = async (api: APIRequestContext, key: string) => (await api.get(`/api/v1/channels/${key}/responses`)).json();
