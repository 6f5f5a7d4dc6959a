/** Canned replies: made, found, changed and deleted; agents keep their own to themselves. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

test('a lead keeps canned replies for everybody', async ({ page, signInAs }) => {
  const shortcut = `bye${randomUUID().slice(0, 6)}`;
  await signInAs('lead');
  await page.goto('/workspace/replies');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New canned reply' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(`Goodbye ${shortcut}`);
  await dialog.getByRole('textbox', { name: 'Shortcut' }).fill('two words');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Goodbye @customer_name');
  await dialog.getByRole('checkbox', { name: 'For everybody' }).check();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await checkAccessibility(page);
  await dialog.getByRole('textbox', { name: 'Shortcut' }).fill(`/${shortcut}`);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('searchbox').fill(shortcut);
  const row = page.getByRole('row', { name: new RegExp(shortcut) });
  await expect(row).toContainText(`/${shortcut}`);
  await expect(row).toContainText('Everybody');
  await row.getByRole('button', { name: `Goodbye ${shortcut}`, exact: true }).click();
  const edit = page.getByRole('dialog');
  await edit.getByRole('textbox', { name: 'Text' }).fill('See you, @customer_name');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('See you, @customer_name');
  await page.setViewportSize({ width: 390, height: 844 });
  await noHorizontalOverflow(page);
  await row.getByRole('button', { name: /Options of/ }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete canned reply' }).click();
  await expect(page.getByText(/No canned reply matches/)).toBeVisible();
});

test('an agent makes own ones and only reads the shared', async ({ page, api, signInAs }) => {
  const shortcut = `ours${randomUUID().slice(0, 6)}`;
  const data = { shortcut, title: `Ours ${shortcut}`, text: 'Hello', shared: true };
  expect((await api.post('/api/v1/canned-replies', { data })).status()).toBe(201);
  await signInAs('agent');
  await page.goto('/workspace/replies');
  await page.getByRole('searchbox').fill(shortcut);
  const row = page.getByRole('row', { name: new RegExp(shortcut) });
  await expect(row).toBeVisible();
  await expect(row.getByRole('button')).toHaveCount(0);
  await page.getByRole('button', { name: 'New canned reply' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title' })).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'For everybody' })).toHaveCount(0);
});
