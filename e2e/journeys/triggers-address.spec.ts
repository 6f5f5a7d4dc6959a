/** The list of triggers: its state is its address; a switch shows at once and goes back when the server refuses; a file goes out. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { storeTrigger } from '../fixtures/trigger';

const nothing = [{ action: 'set_triggered', value: true }];

test('search, status, event and order stand in the address; Back and reload keep them', async ({
  page,
  api,
  signInAs,
}) => {
  const mark = randomUUID().slice(0, 8);
  const customer = `Nobody ${mark}`;
  for (const [name, active] of [
    ['Alpha', true],
    ['Beta', false],
    ['Gamma', true],
  ] as const)
    await storeTrigger(api, { name: `${name} ${mark}`, description: `About ${mark}`, customer, active, do: nothing });
  await signInAs('agent');
  await page.goto('/triggers');
  const names = () => page.locator('[data-row-link]').allTextContents();
  const inOrder = (...wanted: string[]) => expect.poll(names).toEqual(wanted.map((name) => `${name} ${mark}`));

  // Found by what the description says too, as one types.
  await page.getByRole('searchbox', { name: 'Search name or description' }).pressSequentially(`about ${mark}`);
  await expect(page).toHaveURL(new RegExp(`search=about(%20|\\+)${mark}`));
  await expect(page.locator('[data-row-link]')).toHaveCount(3);
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=name/);
  await inOrder('Alpha', 'Beta', 'Gamma');
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await inOrder('Gamma', 'Beta', 'Alpha');
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');

  await page
    .getByRole('group', { name: 'Status' })
    .getByRole('button', { name: /^Active/ })
    .click();
  await expect(page).toHaveURL(/status=active/);
  await inOrder('Gamma', 'Alpha');
  await page.getByRole('button', { name: 'Event: Any event' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Message sent' }).click();
  await expect(page).toHaveURL(/event=message_sent/);
  await expect(page.getByText(`No trigger matches “about ${mark}”`)).toBeVisible();
  await checkAccessibility(page);

  await page.goBack();
  await expect(page).not.toHaveURL(/event=/);
  await inOrder('Gamma', 'Alpha');
  await page.reload();
  await inOrder('Gamma', 'Alpha');
  await page.goBack();
  await expect(page).not.toHaveURL(/status=active/);
  await inOrder('Gamma', 'Beta', 'Alpha');

  // Who may not change rules reads them: no boxes, and Options that only open.
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await page.getByRole('button', { name: `Options of Beta ${mark}` }).click();
  await expect(page.getByRole('menuitem')).toHaveText([/^Open/, /^Show firings/]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await noHorizontalOverflow(page);
});

test('a switch shows at once, and goes back with the reason when the server does not answer', async ({
  page,
  api,
  signInAs,
}) => {
  const name = `Switched ${randomUUID().slice(0, 8)}`;
  const { id } = await storeTrigger(api, { name, customer: `Nobody of ${name}`, do: nothing });
  await signInAs('lead');
  await page.goto(`/triggers?search=${encodeURIComponent(name)}`);
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Active');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/triggers/bulk', async (route) => {
    await held;
    await route.abort();
  });
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: /^Deactivate/ }).click();
  await expect(row).toContainText('Inactive');
  answer();
  await expect(page.getByText(/^Nothing was changed\./)).toBeVisible();
  await expect(row.getByText('Active', { exact: true })).toBeVisible();
  expect(await (await api.get(`/api/v1/triggers/${id}`)).json()).toMatchObject({ active: true });
  await checkAccessibility(page);
  await page.unroute('**/api/v1/triggers/bulk');

  // The list itself out of reach: what is shown stays, and Try again brings the rest.
  await page.route(/\/api\/v1\/triggers\?/, (route) => route.abort());
  await page.getByRole('searchbox', { name: 'Search name or description' }).fill(`${name} no more`);
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible({ timeout: 20_000 });
  await checkAccessibility(page);
  await page.unroute(/\/api\/v1\/triggers\?/);
  await retry.click();
  await expect(page.getByText(`No trigger matches “${name} no more”`)).toBeVisible();
});

test('what is exported can be imported again', async ({ page, api, signInAs }) => {
  const name = `Exported ${randomUUID().slice(0, 8)}`;
  await storeTrigger(api, { name, customer: `Nobody of ${name}`, do: nothing, description: 'Né à Noël' });
  await signInAs('lead');
  await page.goto('/triggers');
  await page.getByRole('button', { name: 'More actions' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^triggers-\d{4}-\d\d-\d\d\.json$/);
  const entries: { name: string }[] = JSON.parse(await readFile(await download.path(), 'utf8'));
  const own = entries.find((entry) => entry.name === name);
  expect(own).toMatchObject({ name, description: 'Né à Noël', active: true, do: nothing });

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import triggers' });
  await dialog.getByLabel('or paste its JSON').fill(JSON.stringify([own]));
  await dialog.getByRole('button', { name: 'Check' }).click();
  const entry = dialog.getByRole('listitem').filter({ hasText: name });
  await expect(entry).toContainText('Name exists');
  await dialog.getByRole('combobox', { name: 'Where a name exists' }).click();
  await page.getByRole('option', { name: 'Import as a copy' }).click();
  await expect(entry).toContainText(`as “${name} (copy)”`);
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Import 1 trigger' }).click();
  await expect(dialog).toBeHidden();
  const { items } = await (await api.get(`/api/v1/triggers?search=${encodeURIComponent(name)}`)).json();
  expect(items.map((each: { name: string }) => each.name).sort()).toEqual([name, `${name} (copy)`]);
});
