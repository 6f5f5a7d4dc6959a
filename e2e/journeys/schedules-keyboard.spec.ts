/** A schedule made, changed and saved without a mouse; its state is what the API tells afterwards. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

test('a lead draws up a schedule by keyboard alone', async ({ page, api, signInAs }) => {
  test.setTimeout(150_000);
  const name = `Keys ${randomUUID().slice(0, 8)}`;
  await signInAs('lead');
  await page.goto('/schedules');
  await checkAccessibility(page);
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(page).toHaveURL(/\/schedules\/new$/, { timeout: 2_000 });
  }).toPass();
  const hours = (label: string) => page.getByRole('button', { name: label, exact: true });
  await expect(hours('Monday, 09:00 to 17:00')).toBeVisible();
  await checkAccessibility(page);
  await noHorizontalOverflow(page);

  await focusByTab(page, page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type(name);
  await focusByTab(page, hours('Monday, 09:00 to 17:00'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(hours('Monday, 09:30 to 17:30')).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(hours('Monday, 09:15 to 17:45')).toBeFocused();
  await expect(page.getByText('Monday, 09:15 to 17:45', { exact: true })).toBeAttached();

  // Tuesday has hours of its own: there is no room, and it says so.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('There is no room', { exact: false })).toBeAttached();
  await focusByTab(page, hours('Friday, 09:00 to 17:00'));
  await page.keyboard.press('ArrowRight');
  await expect(hours('Saturday, 09:00 to 17:00')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(hours('Saturday, 09:00 to 17:00')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add hours on Saturday' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(hours('Saturday, 09:00 to 17:00')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(hours('Saturday, 09:00 to 17:00')).toHaveCount(0);

  // A night is split at midnight.
  await focusByTab(page, page.getByRole('button', { name: 'Add hours on Friday' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(hours('Friday, 09:00 to 17:00')).toBeFocused();
  await focusByTab(page, page.getByRole('textbox', { name: 'From' }));
  await page.keyboard.type('22h');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(hours('Friday, 22:00 to 24:00')).toBeVisible();
  await expect(hours('Saturday, 00:00 to 02:00')).toBeVisible();

  // What cannot be is told at the field, and nothing is lost.
  const to = page.getByRole('textbox', { name: 'To' });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('23:10');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Times are in steps of 15 minutes')).toBeVisible();
  await expect(to).toHaveValue('23:10');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('23:15');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page).toHaveURL(/\/schedules\/[0-9a-f-]{36}$/);
  await expect(page.getByText(`${name} was created`)).toBeVisible();

  const stored = await (await api.get(`/api/v1/schedules?search=${encodeURIComponent(name)}`)).json();
  expect(stored.items[0].intervals).toEqual([
    { day: 0, from: '09:15', to: '17:45' },
    ...[1, 2, 3].map((day) => ({ day, from: '09:00', to: '17:00' })),
    { day: 4, from: '22:00', to: '23:15' },
    { day: 5, from: '00:00', to: '02:00' },
  ]);

  // The same as times, copied to all weekdays from the menu of a day.
  await focusByTab(page, page.getByRole('button', { name: 'Times', exact: true }));
  await page.keyboard.press('Enter');
  await checkAccessibility(page);
  await focusByTab(page, page.getByRole('button', { name: 'Options of Monday' }));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Copy to weekdays' }).press('Enter');
  await expect(page.getByRole('group', { name: 'Friday' }).getByRole('textbox', { name: 'To' })).toHaveValue('17:45');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(`${name} was saved`)).toBeVisible();
  const read = async () => api.get(`/api/v1/schedules/${stored.items[0].id}`);
  const again = await (await read()).json();
  expect(again.intervals.filter((each: { from: string }) => each.from === '09:15')).toHaveLength(5);

  // Another zone, and a holiday: typed, corrected, and told.
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await focusByTab(page, zone, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Kolkata');
  await page.keyboard.press('Enter');
  await expect(zone).toContainText('Asia/Kolkata');
  const year = new Date().getUTCFullYear() + 1;
  await focusByTab(page, page.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add holiday' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('New Year');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('First day')).toHaveAttribute('aria-invalid', 'true');
  await checkAccessibility(page);
  await focusByTab(page, dialog.getByLabel('First day'));
  // The same in the order of every country that begins with day or month.
  await page.keyboard.type(`0101${year}`);
  await expect(dialog.getByLabel('Last day')).toHaveValue(`${year}-01-01`);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(`${name} was saved`).last()).toBeVisible();
  await expect
    .poll(async () => (await read()).json())
    .toMatchObject({
      timeZone: 'Asia/Kolkata',
      holidays: [{ name: 'New Year', from: `${year}-01-01`, to: `${year}-01-01` }],
    });

  // Deleted, regretted and kept.
  const options = page.getByRole('button', { name: `Options of ${name}` });
  await focusByTab(page, options, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: `Delete ${name}?` });
  await focusByTab(page, question.getByRole('button', { name: 'Delete schedule' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/schedules$/);
  expect((await read()).status()).toBe(404);
  await page.keyboard.press('Alt+t');
  await focusByTab(page, page.getByRole('button', { name: 'Undo', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
});

/** Presses Tab until the control has the focus; at most once round the page. */
async function focusByTab(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${control}`);
}
