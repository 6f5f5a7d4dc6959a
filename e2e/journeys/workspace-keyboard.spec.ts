/** A day's work without a mouse: find, accept, answer with a canned reply, note, tag, transfer, end. */
import { randomUUID } from 'node:crypto';
import { waitingCustomer } from '../fixtures/customer';
import { tabTo } from '../fixtures/keyboard';
import { expect, test } from '../fixtures/test';

test('an agent works through the queue by keyboard alone', async ({ page, api, signInAs }) => {
  const shortcut = `bell${randomUUID().slice(0, 6)}`;
  const data = { shortcut, title: 'Bells', text: 'Hello @customer_name, the bell follows by post.', shared: true };
  expect((await api.post('/api/v1/canned-replies', { data })).status()).toBe(201);
  const customer = await waitingCustomer(api, { name: 'Keys' });
  const other = await waitingCustomer(api, { name: 'Next', mark: customer.name.split(' ')[1] });
  await signInAs('lead');
  await page.goto('/workspace');
  const row = page.getByRole('link', { name: new RegExp(customer.name) });

  // Search, walk and open.
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(customer.name.split(' ')[1] ?? '');
  await expect(page.getByRole('list').getByRole('link')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: new RegExp(other.name) })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/workspace\/[0-9a-f-]{36}\?search=/);
  const log = page.getByRole('log');
  await expect(log.getByText('The bell is missing')).toBeVisible();

  // Accept, answer with a canned reply, add a word, send.
  await page.keyboard.press('a');
  const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
  await expect(reply).toBeFocused();
  await page.keyboard.type(`/${shortcut}`);
  await expect(page.getByRole('option', { name: new RegExp(shortcut) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reply).toHaveValue(`Hello ${customer.name}, the bell follows by post.`);
  await page.keyboard.type(' Today.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(log.getByText(`Hello ${customer.name}, the bell follows by post. Today.`)).toHaveCount(1);
  await expect(page.getByText('Sending…')).toHaveCount(0);

  // A note, then a tag.
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused();
  await page.keyboard.type('Supplier told');
  await page.keyboard.press('Enter');
  await expect(log.getByText('Supplier told')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await tabTo(page, 'Add tag');
  await page.keyboard.press('Enter');
  await page.keyboard.type('bell');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove bell' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeFocused();

  // Keys are listed; the list gives the focus back.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Accept, or accept next');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Add tag' })).toBeFocused();

  // To another group, with a word for whoever takes it.
  await page.keyboard.press('t');
  await expect(page.getByRole('dialog', { name: 'Transfer the conversation' })).toBeVisible();
  await page.keyboard.type('Work');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Transfer to Workshop' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(log.getByText('Léa Lead transferred to Workshop')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Back again, and done: the end can be undone, then not.
  await page.keyboard.press('a');
  await expect(reply).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Undo end' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'End', exact: true })).toBeVisible();
  await page.keyboard.press('e');
  // Alt T leads to what has just been said.
  await page.keyboard.press('Alt+t');
  await tabTo(page, 'Dismiss');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/This conversation ended on/)).toBeVisible();
});
