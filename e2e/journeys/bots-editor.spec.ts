/** A bot written, tried and saved; what cannot be is told; in French, and deleted while a channel uses it. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const mark = () => randomUUID().slice(0, 8);

test('a lead writes a bot, tries it as a customer, and publishes it', async ({ page, api, signInAs }) => {
  const name = `Helper ${mark()}`;
  await signInAs('lead');
  await page.goto('/bots');
  await checkAccessibility(page);
  await page.getByRole('link', { name: /New bot/ }).click();
  await expect(page).toHaveURL(/\/bots\/new$/);
  await checkAccessibility(page);

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add answer' }).click();
  const answer = page.getByRole('region', { name: 'Untitled answer' });
  await answer.getByRole('textbox', { name: 'Message' }).fill('From nine to five.');
  // Without a title it cannot be saved, and nothing is lost.
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('1 entry needs a change; it is marked.')).toBeVisible();
  await expect(answer.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Opening hours');
  const hours = page.getByRole('region', { name: 'Opening hours' });
  await hours.getByRole('textbox', { name: 'Training phrases' }).fill('When are you open?\nQuels sont vos horaires ?');

  await page.getByRole('button', { name: 'Add answer' }).click();
  const refund = page.getByRole('region', { name: 'Untitled answer' });
  await refund.getByRole('textbox', { name: 'Title' }).fill('Refunds');
  const refunds = page.getByRole('region', { name: 'Refunds' });
  await refunds.getByRole('textbox', { name: 'Message' }).fill('Sorry to hear that.');
  await refunds.getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('menuitem', { name: 'Transfer to a group' }).click();
  await refunds.getByRole('combobox', { name: 'Group' }).click();
  await page.getByRole('option', { name: 'Orders' }).click();
  await refunds.getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('menuitem', { name: 'Ask name or e-mail' }).click();
  await refunds.getByRole('textbox', { name: 'What is asked' }).fill('Where can we reach you?');
  // What hands over stays last.
  await expect(refunds.getByRole('group', { name: /^Step 3/ })).toHaveAccessibleName('Step 3: Transfer to a group');

  const log = page.getByRole('log', { name: 'Conversation with the bot' });
  const text = page.getByRole('textbox', { name: 'Text of a customer' });
  await text.fill('quels sont les HORAIRES');
  await text.press('Enter');
  await expect(log).toContainText('From nine to five.');
  await expect(log.getByText(/Opening hours, \d+%/)).toBeVisible();
  await expect(log).toContainText('by “Quels sont vos horaires ?”');
  await text.fill('qwertz');
  await text.press('Enter');
  await expect(log).toContainText('No answer fits');
  await checkAccessibility(page);
  await log.getByRole('button', { name: 'Refunds' }).click();
  await expect(log).toContainText('Where can we reach you?');
  await log.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.org');
  await log.getByRole('button', { name: 'Send details' }).click();
  await expect(log).toContainText('Handed over to Orders');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(log).not.toContainText('Handed over');

  await page.getByRole('checkbox', { name: 'Web Widget' }).check();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(`${name} was created`)).toBeVisible();
  await expect(page).toHaveURL(/\/bots\/[0-9a-f-]{36}$/);
  const [stored] = (await (await api.get(`/api/v1/bots?search=${encodeURIComponent(name)}`)).json()).items;
  expect(stored.answers).toMatchObject([
    { key: 'opening-hours', phrases: ['When are you open?', 'Quels sont vos horaires ?'] },
    {
      key: 'refunds',
      steps: [
        { step: 'message', text: 'Sorry to hear that.' },
        { step: 'ask', fields: ['email'] },
        { step: 'transfer', group: 'orders' },
      ],
    },
  ]);
  expect(stored.channels).toEqual([{ key: 'web', name: 'Web Widget', inUse: false }]);

  // Another order by keyboard, an answer removed and brought back.
  await page.getByRole('button', { name: /^Move Refunds/ }).press('Alt+ArrowUp');
  await page.getByRole('button', { name: 'Options of Opening hours' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByRole('region', { name: 'Opening hours' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText(`${name} was saved`)).toBeVisible();
  const again = await (await api.get(`/api/v1/bots/${stored.id}`)).json();
  expect(again.answers.map(({ key }: { key: string }) => key)).toEqual(['refunds', 'opening-hours']);
  await page.setViewportSize({ width: 390, height: 844 });
  await noHorizontalOverflow(page);
});

test('a bot that a channel uses goes only knowingly', async ({ page, api, signInAs }) => {
  const name = `Used ${mark()}`;
  const channel = await (await api.post('/api/v1/channels', { data: { name, kind: 'web' } })).json();
  const text = { text: 'Hello' };
  const data = { name, greeting: text, fallback: text, channels: [channel.key] };
  const bot = await (await api.post('/api/v1/bots', { data })).json();
  const on = await api.put(`/api/v1/channels/${channel.key}/responses`, { data: { bot: bot.key } });
  expect(on.ok()).toBe(true);
  await signInAs('lead');
  await page.goto(`/bots/${bot.id}`);
  await expect(page.getByText('Answers first', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Delete bot' }).click();
  await expect(dialog).toContainText('Channels get their default response back');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Delete bot anyway' }).click();
  await expect(page).toHaveURL(/\/bots$/);
  const responses = async () => (await api.get(`/api/v1/channels/${channel.key}/responses`)).json();
  expect(await responses()).toMatchObject({ bot: null, now: { uses: 'during' } });

  // Undo makes it again, and it answers first as before.
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await responses()).bot).toMatchObject({ key: bot.key, name });
  await page.getByRole('searchbox').fill(name);
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText(`Answers first on ${name}`);
});

test('an answer that a proactive message runs is not lost unnoticed', async ({ page, api, signInAs }) => {
  const name = `Guide ${mark()}`;
  const channel = await (await api.post('/api/v1/channels', { data: { name, kind: 'web' } })).json();
  const text = { text: 'Hello' };
  const answers = ['Opening hours', 'Sizes'].map((title) => ({ title, steps: [{ step: 'message', text: title }] }));
  const data = { name, greeting: text, fallback: text, answers, channels: [channel.key] };
  const bot = await (await api.post('/api/v1/bots', { data })).json();
  const message = {
    ...{ name: `Which size? ${name}`, brand: 'main', channel: channel.key, message: 'Shall I find your size?' },
    when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['sizes'] }] },
    reply: { kind: 'bot', bot: bot.key, answer: 'sizes' },
  };
  const made = await api.post('/api/v1/proactive-messages', { data: message });
  expect(made.status(), await made.text()).toBe(201);
  await signInAs('lead');
  await page.goto(`/bots/${bot.id}`);
  await expect(page.getByText(`proactive message: Sizes`)).toBeVisible();
  const sizes = page.getByRole('region', { name: 'Sizes' });
  await sizes.getByRole('button', { name: 'Sizes', exact: false }).first().click();
  await expect(sizes).toContainText(`A proactive message runs this answer: ${message.name}`);

  // Another title changes nothing for it.
  await sizes.getByRole('textbox', { name: 'Title' }).fill('All sizes');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(`${name} was saved`)).toBeVisible();
  await expect(page.getByText(`proactive message: All sizes`)).toBeVisible();

  const gone = (title: string) => page.getByText(`The proactive message “${message.name}” runs the answer “${title}”`);
  const remove = async () => {
    await page.getByRole('button', { name: 'Options of All sizes' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
  };
  await remove();
  await expect(gone('All sizes')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(gone('All sizes')).toHaveCount(0);
  await remove();
  await page.keyboard.press('ControlOrMeta+s');
  await expect.poll(async () => (await (await api.get(`/api/v1/bots/${bot.id}`)).json()).answers).toHaveLength(1);
  await page.reload();
  await expect(gone('sizes')).toBeVisible();
  await checkAccessibility(page);
});

test.describe('in French', () => {
  test.use({ language: 'fr' });

  test('texts are written in another language', async ({ page, api, signInAs }) => {
    const name = `Assistant ${mark()}`;
    const text = { text: 'Hello' };
    const steps = [{ step: 'message', text: 'Nine to five' }];
    const data = { name, language: 'en', greeting: text, fallback: text, answers: [{ title: 'Hours', steps }] };
    const bot = await (await api.post('/api/v1/bots', { data })).json();
    await signInAs('admin');
    await page.goto(`/bots/${bot.id}`);
    await checkAccessibility(page);
    await page.getByRole('button', { name: /Langue des textes/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Français' }).click();
    await page.getByRole('textbox', { name: 'Message d’accueil (Français)' }).fill('Bonjour');
    await page.getByRole('textbox', { name: 'Message (Français)' }).fill('De neuf à dix-sept heures');
    await expect(page.getByRole('log')).toContainText('Bonjour');
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.getByText('a été enregistré')).toBeVisible();
    const stored = await (await api.get(`/api/v1/bots/${bot.id}`)).json();
    expect(stored.greeting).toEqual({ text: 'Hello', byLanguage: { fr: 'Bonjour' } });
    expect(stored.answers[0].steps[0].byLanguage).toEqual({ fr: 'De neuf à dix-sept heures' });
  });
});
