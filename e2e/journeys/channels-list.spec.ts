/** Channels and brands: made, found, switched off and deleted, with what uses them; settings for all channels. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

test('a channel is created by keyboard alone, found, switched off and on again', async ({ page, api, signInAs }) => {
  const name = unique('Shop');
  await signInAs('admin');
  await page.goto('/channels');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New channel' });
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await checkAccessibility(page);

  // Without a name the server says what is missing, and nothing is lost.
  await dialog.getByRole('button', { name: 'Create channel' }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^Mobile/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await dialog.getByLabel('Name', { exact: true }).press('Enter');
  await expect(page).toHaveURL(/\/channels\/shop-.*\/installation$/);
  await expect(page.getByText('Waiting for the first page that loads the widget')).toBeVisible();

  await page.goto(`/channels?search=${encodeURIComponent(name)}`);
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Web Widget');
  await expect(row).toContainText('Not yet');
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(row).toContainText('Inactive');
  const stored = async () => {
    const { items } = await (await api.get(`/api/v1/channels?search=${encodeURIComponent(name)}`)).json();
    return items[0]?.active;
  };
  await expect.poll(stored).toBe(false);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(stored).toBe(true);
  await page.getByRole('button', { name: 'Inactive', exact: true }).click();
  await expect(page.getByText(`No channel matches “${name}”`)).toBeVisible();
});

test('a channel that a trigger names is deleted only after that was shown', async ({ page, api, signInAs }) => {
  const name = unique('Doomed');
  const { key } = await (await api.post('/api/v1/channels', { data: { name, kind: 'web' } })).json();
  const trigger = await createTrigger(api, unique('Names it'), key);
  await signInAs('admin');
  await page.goto(`/channels?search=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const dialog = page.getByRole('alertdialog', { name: `Delete ${name}?` });
  await dialog.getByRole('button', { name: 'Delete channel' }).click();
  await expect(dialog).toContainText(trigger.name);
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Delete channel anyway' }).click();
  await expect(page.getByText(`${name} was deleted`)).toBeVisible();
  await expect(page.getByText(`No channel matches “${name}”`)).toBeVisible();
  const stored = await (await api.get(`/api/v1/triggers/${trigger.id}`)).json();
  expect(stored.broken).toMatchObject({ gone: [`channel:${key}`] });
});

test('conversation control is kept or released for the whole account', async ({ page, apiOf, ownServer }) => {
  // The whole account is that of other journeys, too.
  const { url } = await ownServer();
  const api = await apiOf(url);
  await signIn(page, url, 'admin');
  await page.goto(`${url}/channels`);
  await page.getByRole('button', { name: 'Manage settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Manage settings' });
  await expect(dialog.getByRole('radio', { name: /^Release control/ })).toBeChecked();
  await checkAccessibility(page);
  await dialog.getByRole('radio', { name: /^Keep control/ }).check();
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  const control = async () => (await (await api.get('/api/v1/account')).json()).settings.conversationControl;
  expect(await control()).toBe('keep');
  await page.getByRole('button', { name: 'Manage settings' }).click();
  await expect(dialog.getByRole('radio', { name: /^Keep control/ })).toBeChecked();
  await dialog.getByRole('radio', { name: /^Release control/ }).check();
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await expect.poll(control).toBe('release');
});

test('an agent reads and changes nothing', async ({ page, signInAs }) => {
  await signInAs('agent');
  await page.goto('/channels');
  await expect(page.getByText('Only administrators create, change and delete channels.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New channel' })).toHaveCount(0);
  await page.goto('/channels/web');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save settings' })).toHaveCount(0);
  await page.goto('/channels/web/authentication');
  await expect(page.getByText('Only administrators see signing keys.')).toBeVisible();
  await page.goto('/channels/web/responses');
  await expect(page.getByRole('textbox', { name: /^First message/ }).first()).toBeDisabled();
});

test('a brand that owns a channel stays until the channel has another', async ({ page, api, signInAs }) => {
  const name = unique('Halden');
  await signInAs('admin');
  await page.goto('/settings/brands');
  await page.getByRole('button', { name: 'New brand' }).click();
  const dialog = page.getByRole('dialog', { name: 'New brand' });
  await checkAccessibility(page);
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Create brand' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Active');

  const brands = await (await api.get(`/api/v1/brands?search=${encodeURIComponent(name)}`)).json();
  const { key: brand, id } = brands.items[0];
  const channel = await (
    await api.post('/api/v1/channels', { data: { name: unique('Owned'), kind: 'web', brand } })
  ).json();
  const ask = async () => {
    await page.getByRole('button', { name: `Options of ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const question = page.getByRole('alertdialog', { name: `Delete ${name}?` });
    await question.getByRole('button', { name: 'Delete brand' }).click();
    return question;
  };
  const refused = await ask();
  await expect(refused).toContainText('a channel needs a brand');
  await expect(refused).toContainText(channel.name);
  await expect(refused.getByRole('button')).toHaveCount(1);
  await checkAccessibility(page);
  await page.keyboard.press('Escape');

  await api.put(`/api/v1/channels/${channel.key}`, { data: { brand: 'main' } });
  await ask();
  await expect(page.getByText(`${name} was deleted`)).toBeVisible();
  await expect(row).toHaveCount(0);
  expect((await api.get(`/api/v1/brands/${id}`)).status()).toBe(404);
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('the list and its dialogs fit', async ({ page, signInAs }) => {
    await signInAs('admin');
    await page.goto('/channels');
    await noHorizontalOverflow(page);
    await page.getByRole('button', { name: 'Nouveau canal' }).click();
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Gérer les paramètres' }).click();
    await expect(page.getByRole('radio', { name: /^Abandonner le contrôle/ })).toBeChecked();
    await checkAccessibility(page);
  });
});

async function createTrigger(
  api: APIRequestContext,
  name: string,
  channel: string,
): Promise<{ id: string; name: string }> {
  const answer = await api.post('/api/v1/triggers', {
    data: {
      ...{ name, on: 'message_sent', do: [{ action: 'wait', seconds: 5 }] },
      when: { all: [{ field: 'channel', operator: 'is', value: channel }] },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}
