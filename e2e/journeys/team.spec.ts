/** The team: who is in it, what they may, and which group has whom; and who changed all that. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

test('an administrator invites, finds and groups people, and the history tells it', async ({ page, api, signInAs }) => {
  const mark = randomUUID().slice(0, 8);
  const name = `Nadia ${mark}`;
  await signInAs('admin');
  await page.goto('/team');
  await page.getByRole('button', { name: 'Invite user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite user' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(`${mark}@example.com`);
  await dialog.getByRole('checkbox', { name: 'May suspend customers' }).check();
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Invite user' }).click();
  const link = page.getByRole('dialog', { name: 'Invitation link' });
  await expect(link).toBeVisible();
  await link.getByRole('button', { name: 'I have copied it' }).click();
  const { items } = await (await api.get(`/api/v1/team?search=${mark}`)).json();
  expect(items).toMatchObject([{ name, role: 'agent', maySuspend: true, state: 'invited', groups: [] }]);

  await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill(mark);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`search=${mark}`));
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Deactivated' }).click();
  await expect(page.getByText(`Nothing matches “${mark}”`)).toBeVisible();
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();

  await page.goto('/team/groups');
  await page.getByRole('button', { name: 'New group' }).click();
  const group = page.getByRole('dialog', { name: 'New group' });
  await group.getByRole('textbox', { name: 'Name' }).fill(`Group ${mark}`);
  await group.getByRole('combobox', { name: 'Agents' }).click();
  await page
    .getByRole('combobox', { name: 'Search' })
    .or(page.getByRole('searchbox', { name: 'Search' }))
    .last()
    .fill(mark);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await page.keyboard.press('Escape');
  await expect(group.getByText(name)).toBeVisible();
  await checkAccessibility(page);
  await group.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByText(`Group ${mark} was saved`)).toBeVisible();
  const members = await (await api.get(`/api/v1/groups/group-${mark}`)).json();
  expect(members.agents).toEqual([items[0].agent]);

  await page.goto('/settings/history');
  await page.getByRole('combobox', { name: 'What was changed' }).click();
  await page.getByRole('option', { name: 'Groups', exact: true }).click();
  await expect(page).toHaveURL(/kind=group/);
  await page.getByRole('combobox', { name: 'By whom' }).click();
  await page.getByRole('option', { name: 'Ada Admin' }).click();
  await page.getByRole('combobox', { name: 'Time' }).click();
  await page.getByRole('option', { name: 'Today' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `Group ${mark}` })).toContainText('Ada Admin created');
  await expect(page.getByRole('listitem').filter({ hasText: 'the trigger' })).toHaveCount(0);
  await checkAccessibility(page);
  await page.goto('/settings/history?range=custom&from=2020-01-01&to=2020-01-02');
  await expect(page.getByText('No change matches these filters')).toBeVisible();
});

test('a lead may suspend anyway; the box says so', async ({ page, signInAs }) => {
  await signInAs('admin');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/team');
  await noHorizontalOverflow(page);
  await page.getByRole('button', { name: 'Options of Léa Lead' }).click();
  await page.getByRole('menuitem', { name: 'Change role, groups and hours' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change Léa Lead' });
  const box = dialog.getByRole('checkbox', { name: 'May suspend customers' });
  await expect(box).toBeChecked();
  await expect(box).toBeDisabled();
  await expect(dialog.getByText('Leads and administrators always may')).toBeVisible();
  await checkAccessibility(page);
});
