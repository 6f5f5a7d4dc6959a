/** The same work without a mouse: search, clone, change, try, create, and open the trace. */
import { randomUUID } from 'node:crypto';
import { tabTo } from '../fixtures/keyboard';
import { expect, test } from '../fixtures/test';

test('a lead clones, changes, tries, creates and follows a trigger by keyboard alone', async ({
  page,
  api,
  signInAs,
}) => {
  const mark = randomUUID().slice(0, 8);
  const source = `Keys ${mark}`;
  const data = {
    ...{ name: source, on: 'conversation_requested', active: false },
    when: { all: [{ field: 'customer_name', operator: 'is', value: `Ada ${mark}` }] },
    do: [{ action: 'send_message', sender: 'Shop', text: 'Hello' }],
  };
  expect((await api.post('/api/v1/triggers', { data })).status()).toBe(201);
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
  await page.keyboard.type(mark);
  const row = page.getByRole('link', { name: new RegExp(`Keys ${mark}`) });
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/triggers\/new\?from=/);

  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toHaveValue(/Keys .+/);
  await tabTo(page, 'Name');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`Typed ${mark}`);
  await tabTo(page, 'Text');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Hello by keyboard');

  // The example customer is somebody else: it does not fire before the fact says so.
  await expect(page.getByText('Does not fire', { exact: true })).toBeVisible();
  await tabTo(page, 'Customer name');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`Ada ${mark}`);
  await expect(page.getByText('Fires', { exact: true })).toBeVisible();

  await tabTo(page, 'Active');
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Active' }).first()).toBeChecked();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(`Typed ${mark} created`)).toBeVisible();
  await expect(page).toHaveURL(/\/triggers\/[0-9a-f-]{36}$/);

  const conversation = `c-${randomUUID()}`;
  const event = {
    ...{ id: randomUUID(), type: 'conversation_requested', occurredAt: new Date().toISOString() },
    ...{ conversation: { id: conversation, group: 'support' }, customer: { id: `u-${mark}`, name: `Ada ${mark}` } },
  };
  expect((await api.post('/api/v1/events', { data: { events: [event] } })).ok()).toBe(true);
  await page.goto(`/log?search=${conversation}`);
  await expect(page.getByRole('link', { name: new RegExp(`Typed ${mark}`) })).toBeVisible();
  await tabTo(page, new RegExp(`^Typed ${mark}`));
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: /^Customer name/ })).toContainText('Met');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Why it fired')).toBeVisible();
});
