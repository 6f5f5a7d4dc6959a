/** Nothing that somebody typed is lost without being asked, also when somebody else saved meanwhile. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { signInWith } from '../fixtures/sign-in';
import { checkAccessibility, expect, hydrated, test } from '../fixtures/test';

const body = {
  on: 'conversation_requested',
  when: { all: [{ field: 'customer_name', operator: 'is', value: 'Nobody of this name' }] },
  do: [{ action: 'send_message', sender: 'Shop', text: 'Hello' }],
};

test('leaving with unsaved changes asks first; staying keeps them', async ({ page, api, signInAs }) => {
  const { id, name } = await create(api);
  await signInAs('lead');
  await page.goto(`/triggers/${id}`);
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Hello and welcome');
  await expect(page.getByText('Unsaved changes')).toBeVisible();

  await page.getByRole('link', { name: 'Log', exact: true }).first().click();
  const dialog = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await expect(dialog.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await expect(text).toHaveValue('Hello and welcome');
  await expect(page).toHaveURL(new RegExp(id));

  // A rule that is put back as it was differs from nothing.
  await text.fill('Hello');
  await expect(page.getByText('Unsaved changes')).toBeHidden();

  await text.fill('Hello and goodbye');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await dialog.getByRole('button', { name: 'Leave page' }).click();
  await expect(page).toHaveURL(/\/triggers$/);
  expect(await (await api.get(`/api/v1/triggers/${id}`)).json()).toMatchObject({ name, version: 1, ...body });
});

test('two administrators edit one trigger at once, and nothing is lost', async ({
  page,
  browser,
  api,
  signInAs,
  baseURL,
}) => {
  const { id, name } = await create(api);
  await signInAs('admin');
  const other = await browser.newContext({ baseURL, reducedMotion: 'reduce' });
  const second = await other.newPage();
  await other.addCookies([{ name: 'signalbox-locale', value: 'en', url: baseURL }]);
  await signInWith(second, baseURL ?? '', 'admin@example.com', 'signalbox-admin');
  await Promise.all([page.goto(`/triggers/${id}`), second.goto(`/triggers/${id}`)]);
  await hydrated(second);

  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Text of the first');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Saved as version 2')).toBeVisible();

  await second.getByRole('textbox', { name: 'Text', exact: true }).fill('Text of the second');
  await second.getByLabel('Description', { exact: true }).fill('Also described');
  await second.getByRole('button', { name: /^Save/ }).click();
  const conflict = second.getByRole('alert').filter({ hasText: 'Ada Admin saved version 2 while you were editing' });
  await expect(conflict).toContainText('Text of the first');
  await expect(conflict).toContainText('Text of the second');
  await checkAccessibility(second);
  expect(await (await api.get(`/api/v1/triggers/${id}`)).json()).toMatchObject({
    ...{ version: 2, do: [{ text: 'Text of the first' }] },
  });

  // Taking the other's and thinking better of it brings one's own back.
  await conflict.getByRole('button', { name: 'Take the saved one' }).click();
  const text = second.getByRole('textbox', { name: 'Text', exact: true });
  await expect(text).toHaveValue('Text of the first');
  await second.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(text).toHaveValue('Text of the second');
  await expect(second.getByLabel('Description', { exact: true })).toHaveValue('Also described');

  await second.getByRole('button', { name: /^Save/ }).click();
  await expect(second.getByText('Saved as version 3')).toBeVisible();
  const { items } = await (await api.get(`/api/v1/triggers/${id}/versions`)).json();
  const texts = items.map((each: { body: { do: { text: string }[] } }) => each.body.do[0]?.text);
  expect(texts).toEqual(['Text of the second', 'Text of the first', 'Hello']);
  await expect(second.getByRole('heading', { level: 1, name })).toBeVisible();
  await other.close();
});

async function create(api: APIRequestContext): Promise<{ id: string; name: string }> {
  const name = `Edited ${randomUUID().slice(0, 8)}`;
  const answer = await api.post('/api/v1/triggers', { data: { ...body, name } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}
