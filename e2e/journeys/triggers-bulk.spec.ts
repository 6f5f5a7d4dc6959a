/** More triggers than a page: all that the search leaves are selected, switched, deleted, and brought back. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, test } from '../fixtures/test';

const COUNT = 53;

test('all that match are deactivated and deleted at once, and Undo brings them back', async ({
  page,
  api,
  signInAs,
}) => {
  test.slow();
  const mark = `All ${randomUUID().slice(0, 8)}`;
  const entries = Array.from({ length: COUNT }, (_, index) => ({
    ...{ name: `${mark} ${String(index).padStart(2, '0')}`, on: 'conversation_requested', active: index > 2 },
    when: { all: [{ field: 'customer_name', operator: 'is', value: 'Nobody of this name' }] },
    do: [{ action: 'wait', seconds: 5 }],
  }));
  const imported = await api.post('/api/v1/triggers/import', { data: entries });
  expect(await imported.json()).toMatchObject({ imported: COUNT });
  const counts = async () => {
    const answer = await api.get(`/api/v1/triggers?search=${encodeURIComponent(mark)}&pageSize=1`);
    const { active, inactive } = (await answer.json()).counts;
    return { active, inactive };
  };
  await signInAs('lead');
  await page.goto(`/triggers?search=${encodeURIComponent(mark)}`);
  const bar = page.getByRole('region', { name: 'Selected rows' });
  const selectAll = async () => {
    await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
    await expect(bar).toContainText('50 selected');
    await bar.getByRole('button', { name: `Select all ${COUNT}` }).click();
    await expect(bar).toContainText(`${COUNT} selected`);
  };
  const undo = (text: string) =>
    page.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name: 'Undo' });

  await selectAll();
  await checkAccessibility(page);
  // One row less is no longer everything.
  await page.getByRole('checkbox', { name: `Select ${mark} 10` }).uncheck();
  await expect(bar).toContainText('49 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  await selectAll();
  await bar.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(undo('50 triggers are inactive')).toBeVisible();
  expect(await counts()).toEqual({ active: 0, inactive: COUNT });
  await undo('50 triggers are inactive').click();
  // The three that were inactive before stay so.
  await expect.poll(counts).toEqual({ active: 50, inactive: 3 });
  await expect(page.getByRole('row', { name: new RegExp(`${mark} 07`) })).toContainText('Active');

  await selectAll();
  await bar.getByRole('button', { name: 'Delete…' }).click();
  const dialog = page.getByRole('alertdialog', { name: `Delete ${COUNT} triggers?` });
  await expect(dialog).toContainText('Past firings stay in the log');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: `Delete ${COUNT} triggers` }).click();
  await expect(page.getByText(`No trigger matches “${mark}”`)).toBeVisible();
  expect(await counts()).toEqual({ active: 0, inactive: 0 });
  await undo(`${COUNT} triggers deleted`).click();
  await expect.poll(counts).toEqual({ active: 50, inactive: 3 });
  await expect(page.getByRole('row', { name: new RegExp(`${mark} 07`) })).toBeVisible();

  const ids = await api.post('/api/v1/triggers/bulk', {
    data: { verb: 'delete', matching: { search: mark, status: 'all' } },
  });
  expect(ids.ok(), await ids.text()).toBe(true);
});
