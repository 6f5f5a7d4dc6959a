/** Conditions in groups and actions in order: nested, moved by mouse and by keys, and said in words beside the form. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures/test';
import { storeTrigger } from '../fixtures/trigger';

const bodyOf = async (api: APIRequestContext, id: string) => (await api.get(`/api/v1/triggers/${id}`)).json();

async function save(page: Page, version: number): Promise<void> {
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText(`Saved as version ${version}`)).toBeVisible();
}

test('actions change places by mouse and by keys, and the sentence follows', async ({ page, api, signInAs }) => {
  const mark = randomUUID().slice(0, 8);
  const { id } = await storeTrigger(api, {
    ...{ name: `Order ${mark}`, customer: `Nobody ${mark}` },
    do: [
      { action: 'add_tags', tags: ['one'] },
      { action: 'set_triggered', value: true },
      { action: 'wait', seconds: 7 },
    ],
  });
  const stored = async () => (await bodyOf(api, id)).do.map(({ action }: { action: string }) => action);
  await signInAs('lead');
  await page.goto(`/triggers/${id}`);
  const grip = (number: number) => page.getByRole('button', { name: `Move action ${number}`, exact: true });
  const action = (number: number, name: string) => page.getByRole('group', { name: `${number}. ${name}`, exact: true });

  // By keys: the row keeps the focus, and its new place is told.
  await grip(3).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(action(2, 'Wait')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Moved to place 2 of 3' })).toBeAttached();
  await expect(grip(2)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(action(1, 'Wait')).toBeVisible();
  await expect(grip(1)).toBeFocused();
  await checkAccessibility(page);
  await save(page, 2);
  expect(await stored()).toEqual(['wait', 'add_tags', 'set_triggered']);

  // By mouse: from the top to the bottom.
  const [from, to] = [await grip(1).boundingBox(), await grip(3).boundingBox()];
  if (!from || !to) throw new Error('The grips are not in sight.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height + 6, { steps: 12 });
  await page.mouse.up();
  await expect(action(3, 'Wait')).toBeVisible();
  await save(page, 3);
  expect(await stored()).toEqual(['add_tags', 'set_triggered', 'wait']);
});

test('a group of conditions within the others, with its verdict and in words', async ({ page, api, signInAs }) => {
  const mark = randomUUID().slice(0, 8);
  const { id } = await storeTrigger(api, {
    ...{ name: `Nested ${mark}`, customer: `Nobody ${mark}` },
    do: [{ action: 'set_triggered', value: true }],
  });
  await signInAs('lead');
  await page.goto(`/triggers/${id}`);
  await page.getByRole('button', { name: 'Add group' }).click();
  const group = page.getByRole('group', { name: 'Match ANY of the following conditions' });
  const condition = group.getByRole('group', { name: 'Condition 1' });
  await condition.getByRole('combobox', { name: 'Field' }).click();
  await page.getByPlaceholder('Search', { exact: true }).fill('Customer email');
  await page.getByRole('option', { name: 'Customer email', exact: true }).click();
  await condition.getByRole('textbox', { name: 'Value' }).fill('zoe@example.org');
  await group.getByRole('combobox', { name: 'Match ANY of the following conditions' }).click();
  await page.getByRole('option', { name: 'none', exact: true }).click();
  const none = page.getByRole('group', { name: 'Match NONE of the following conditions' });
  await expect(none.getByRole('textbox', { name: 'Value' })).toHaveValue('zoe@example.org');
  await expect(page.getByText(/zoe@example\.org/).first()).toBeVisible();

  // The facts decide about the group too.
  const email = page.getByRole('textbox', { name: 'Customer email', exact: true });
  await email.fill('zoe@example.org');
  await expect(none.getByText('Not met', { exact: true }).first()).toBeVisible();
  await email.fill('somebody@example.org');
  await expect(none.getByText('Met', { exact: true }).first()).toBeVisible();
  await checkAccessibility(page);
  await save(page, 2);
  const { when } = await bodyOf(api, id);
  expect(when.all[1]).toEqual({ none: [{ field: 'customer_email', operator: 'is', value: 'zoe@example.org' }] });

  // Without it again: the last condition of all stays.
  await none.getByRole('button', { name: 'Remove this group' }).click();
  await expect(none).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove condition 1' })).toHaveAttribute('aria-disabled', 'true');
});
