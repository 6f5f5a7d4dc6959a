/** What the editor of proactive messages offers and refuses, and what holds while humans keep the control. */
import { make } from '../fixtures/proactive-shop';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, test } from '../fixtures/test';
import { widgetOn } from '../fixtures/widget';

test('a message is composed with all that the form offers; what cannot be chosen says why', async ({
  page,
  ownServer,
  apiOf,
}) => {
  test.setTimeout(150_000);
  const server = await ownServer();
  const api = await apiOf(server.url);
  const plain = await make<{ key: string }>(api, 'channels', { name: 'Plain', kind: 'web', brand: 'main' });
  const data = { name: 'Begun', brand: 'main', channel: plain.key };
  const begun = await make<{ id: string }>(api, 'proactive-messages', data);
  await signIn(page, server.url, 'lead');

  // From the list an unfinished one is refused in words that help.
  await page.goto(`${server.url}/proactive`);
  await page.getByRole('button', { name: 'Options of Begun' }).click();
  await page.getByRole('menuitem', { name: 'Publish' }).click();
  await expect(page.getByText(/^Begun: It is not finished\./)).toBeVisible();

  await page.goto(`${server.url}/proactive/${begun.id}`);
  await expect(page.getByRole('radio', { name: 'A bot' })).toBeDisabled();
  await expect(page.getByText('No bot is published on this channel.')).toBeVisible();

  // A text for everybody, and one for the French.
  const message = page.getByRole('textbox', { name: 'Message', exact: true });
  await message.fill('May I help?');
  const variants = page.getByRole('group', { name: 'Language of the text' }).first();
  await variants.getByRole('button', { name: 'FR' }).click();
  await message.fill('Puis-je aider ?');
  await variants.getByRole('button', { name: 'Everybody' }).click();
  await expect(message).toHaveValue('May I help?');

  // Both details are asked at first; each goes and comes back.
  const details = page.getByRole('group', { name: 'Customer details' });
  await details.getByRole('button', { name: 'Remove Name' }).click();
  await details.getByRole('button', { name: 'Remove E-mail' }).click();
  await expect(details.getByText('Nothing is asked.')).toBeVisible();
  await details.getByRole('button', { name: 'Ask for more' }).click();
  await page.getByRole('menuitem', { name: 'E-mail' }).click();
  await expect(details.getByRole('button', { name: 'Remove E-mail' })).toBeVisible();
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('radio', { name: 'Only inside business hours' })).toBeDisabled();
  await expect(page.getByRole('link', { name: 'Choose them in its Responses tab' })).toHaveAttribute(
    'href',
    `/channels/${plain.key}/responses`,
  );
  await page.getByRole('radio', { name: /^Every time/ }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect
    .poll(async () => (await api.get(`/api/v1/proactive-messages/${begun.id}`)).json())
    .toMatchObject({
      message: { text: 'May I help?', byLanguage: { fr: 'Puis-je aider ?' } },
      ...{ reply: { kind: 'agent', details: ['email'] }, frequency: 'every_time', status: 'draft' },
    });
});

test('while humans keep the control, lists and editors say so before anything is published', async ({
  page,
  browser,
  ownServer,
  apiOf,
}) => {
  test.setTimeout(150_000);
  const server = await ownServer();
  const api = await apiOf(server.url);
  const { id } = await make<{ id: string }>(api, 'proactive-messages', {
    ...{ name: 'Help', brand: 'main', channel: 'web', message: 'May I help?', frequency: 'every_time' },
    when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/demo'] }] },
    reply: { kind: 'agent', followUp: 'Somebody comes.', details: [] },
  });
  await api.put('/api/v1/account', { data: { settings: { conversationControl: 'keep' } } });

  // A lead is told, and asked; the setting is for administrators.
  await signIn(page, server.url, 'lead');
  await page.goto(`${server.url}/proactive`);
  await expect(page.getByText(/^Visitors see none of these/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set release control' })).toHaveCount(0);
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Options of Help' }).click();
  await page.getByRole('menuitem', { name: 'Publish' }).click();
  const asks = page.getByRole('alertdialog', { name: 'Publish although nobody will see it?' });
  await expect(asks).toBeVisible();
  await asks.getByRole('button', { name: 'Cancel' }).click();
  const status = async () => (await (await api.get(`/api/v1/proactive-messages/${id}`)).json()).status;
  expect(await status()).toBe('draft');
  await page.getByRole('button', { name: 'Options of Help' }).click();
  await page.getByRole('menuitem', { name: 'Publish' }).click();
  await asks.getByRole('button', { name: 'Publish anyway' }).click();
  await expect.poll(status).toBe('live');

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${server.url}/demo`);
  await expect(widgetOn(visitor).launcher).toBeVisible();
  await expect(visitor.locator('.proactive-card')).toHaveCount(0);

  const admin = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await signIn(admin, server.url, 'admin');
  await admin.goto(`${server.url}/proactive/${id}`);
  await admin.getByRole('button', { name: 'Set release control' }).click();
  await expect(admin.getByText('Conversation control is release control now.')).toBeVisible();
  await expect(admin.getByText(/^Visitors will not see it/)).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.locator('.proactive-card', { hasText: 'May I help?' })).toBeVisible();
  await admin.context().close();
  await visitor.context().close();
});
