/** One's own page: status, profile, language and password. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { signInWith } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

/** A colleague of this journey alone, so that nobody else's password changes. */
async function colleague(api: APIRequestContext) {
  const mark = randomUUID().slice(0, 8);
  const person = { email: `${mark}@example.com`, name: `Paul ${mark}`, password: `first password ${mark}` };
  const invited = await api.post('/api/v1/team', {
    data: { email: person.email, name: person.name, role: 'agent', groups: ['support'] },
  });
  const { inviteUrl } = await invited.json();
  const token = new URL(inviteUrl).pathname.split('/').at(-1);
  const accepted = await api.post('/api/v1/invitations/accept', {
    data: { token, name: person.name, password: person.password },
  });
  expect(accepted.status(), await accepted.text()).toBe(200);
  return person;
}

test('an agent changes status, name and password, and other browsers are signed out', async ({
  page,
  api,
  browser,
  baseURL,
}) => {
  const { email, name, password } = await colleague(api);
  const elsewhere = await browser.newContext({ baseURL });
  const other = await elsewhere.newPage();
  await signInWith(other, baseURL ?? '', email, password);
  await signInWith(page, baseURL ?? '', email, password);
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('menuitem', { name: 'My account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
  await checkAccessibility(page);

  await page.getByRole('radio', { name: /^Away/ }).check();
  await expect(page.getByRole('button', { name: new RegExp(`^${name}, Away`) })).toBeVisible();

  await page.getByRole('textbox', { name: 'Name' }).fill(' ');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/Fill this in/);
  await page.getByRole('textbox', { name: 'Name' }).fill(`${name} Martin`);
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^${name} Martin`) })).toBeVisible();

  await page.getByLabel('Current password').fill('not my password');
  await page.getByLabel('New password').fill(`second password ${email}`);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription(/not your current password/);
  await checkAccessibility(page);
  await page.getByLabel('Current password').fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed; other browsers were signed out')).toBeVisible();

  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test('the language chosen here follows to another browser', async ({ page, api, browser, baseURL }) => {
  const { email, password } = await colleague(api);
  await signInWith(page, baseURL ?? '', email, password);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/account');
  await noHorizontalOverflow(page);
  const stored = page.waitForResponse((response) => response.url().endsWith('/api/v1/me') && response.ok());
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mon compte' })).toBeVisible();
  await stored;
  await noHorizontalOverflow(page);
  await checkAccessibility(page);

  const elsewhere = await browser.newContext({ baseURL, locale: 'en-GB' });
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByRole('link', { name: 'Accueil' })).toBeVisible();
  await elsewhere.close();
});
