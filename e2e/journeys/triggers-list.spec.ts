/** Verbs of the list that change many rows or can be regretted, and the import of a file with a bad entry. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures/test';

const body = {
  on: 'conversation_requested',
  // Never met by the events of other journeys.
  when: { all: [{ field: 'customer_name', operator: 'is', value: 'Nobody of this name' }] },
  do: [{ action: 'wait', seconds: 5 }],
};

test('a deleted trigger comes back with Undo', async ({ page, api, signInAs }) => {
  const name = `Doomed ${randomUUID().slice(0, 8)}`;
  const id = await create(api, { ...body, name, active: true });
  await signInAs('lead');
  await page.goto(`/triggers?search=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: /^Delete…/ }).click();
  const dialog = page.getByRole('alertdialog', { name: `Delete “${name}”?` });
  await expect(dialog).toContainText('Past firings stay in the log');
  await checkAccessibility(page);

  // The safe button first: nothing happens.
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();

  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: /^Delete…/ }).click();
  await dialog.getByRole('button', { name: 'Delete trigger' }).click();
  await expect(page.getByText(`${name} deleted`)).toBeVisible();
  await expect(page.getByText(`No trigger matches “${name}”`)).toBeVisible();
  expect((await api.get(`/api/v1/triggers/${id}`)).status()).toBe(404);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Active');
  expect(await (await api.get(`/api/v1/triggers/${id}`)).json()).toMatchObject({ name, active: true, ...body });
});

test('many are deactivated at once, and Undo brings back only what was active', async ({ page, api, signInAs }) => {
  const mark = `Bulk ${randomUUID().slice(0, 8)}`;
  const ids = await Promise.all(
    [true, true, false].map((active, index) => create(api, { ...body, name: `${mark} ${index}`, active })),
  );
  const states = () =>
    Promise.all(ids.map(async (id) => (await (await api.get(`/api/v1/triggers/${id}`)).json()).active));
  await signInAs('lead');
  await page.goto(`/triggers?search=${encodeURIComponent(mark)}`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await expect(bar).toContainText('3 selected');
  await checkAccessibility(page);

  await bar.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('2 triggers are inactive')).toBeVisible();
  await expect.poll(states).toEqual([false, false, false]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(states).toEqual([true, true, false]);
  await expect(page.getByRole('row', { name: new RegExp(`${mark} 0`) })).toContainText('Active');
  await expect(page.getByRole('row', { name: new RegExp(`${mark} 2`) })).toContainText('Inactive');
});

test('a definitions file with one bad entry: the report names it, and the good one can be stored', async ({
  page,
  api,
  signInAs,
}) => {
  const mark = `Imported ${randomUUID().slice(0, 8)}`;
  const wrong = { all: [{ field: 'customer_name', operator: 'is', value: 3 }] };
  const entries = [
    { ...body, name: `${mark} good`, active: true },
    { ...body, name: `${mark} bad`, when: wrong },
  ];
  const found = async () => {
    const answer = await (await api.get(`/api/v1/triggers?search=${encodeURIComponent(mark)}`)).json();
    return answer.items.map(({ name }: { name: string }) => name);
  };
  await signInAs('lead');
  await page.goto('/triggers');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import triggers' });
  await checkAccessibility(page);

  await dialog.getByLabel('or paste its JSON').fill('[{');
  await dialog.getByRole('button', { name: 'Check' }).click();
  await expect(dialog.getByText(/This is not JSON/)).toBeVisible();

  const buffer = Buffer.from(JSON.stringify(entries));
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'definitions.json', mimeType: 'application/json', buffer });
  await expect(dialog.getByLabel('or paste its JSON')).toHaveValue(new RegExp(`${mark} bad`));
  await dialog.getByRole('button', { name: 'Check' }).click();
  const report = dialog.getByRole('region', { name: '2 entries read' });
  await expect(report.getByRole('listitem').filter({ hasText: `${mark} good` })).toContainText('Ready');
  const bad = report.getByRole('listitem').filter({ hasText: `${mark} bad` });
  await expect(bad).toContainText('Not imported');
  await expect(bad).toContainText('when.all[0].value');
  await checkAccessibility(page);
  expect(await found()).toEqual([]);

  await dialog.getByRole('button', { name: 'Import 1 trigger' }).click();
  await expect(dialog).toBeHidden();
  expect(await found()).toEqual([`${mark} good`]);
  await page.getByRole('searchbox', { name: 'Search name or description' }).fill(mark);
  await expect(page.getByRole('row', { name: new RegExp(`${mark} good`) })).toBeVisible();
});

async function create(api: APIRequestContext, data: object): Promise<string> {
  const answer = await api.post('/api/v1/triggers', { data });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = await answer.json();
  return id;
}
