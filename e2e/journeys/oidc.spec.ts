/** Single sign-on with an issuer that runs here: who gets in, who does not, and what they read then. */
import type { Page } from '@playwright/test';
import { demoSignIns } from '../../db/seed/demo';
import { type Issuer, startIssuer } from '../fixtures/oidc-issuer';
import { apiToken, type RunningServer, startServer } from '../fixtures/server';
import { checkAccessibility, expect, test } from '../fixtures/test';

const words = {
  en: { button: 'Sign in with Example Corp', refused: /^Nobody with this identity/ },
  fr: { button: 'Se connecter avec Example Corp', refused: /^Personne ayant cette identité/ },
} as const;
const emailOf = Object.fromEntries(demoSignIns.map(({ role, email }) => [role, email]));
const invited = 'invited@example.com';

const client = { clientId: 'signalbox', clientSecret: 'a secret: with+signs/in it' };
const people = [
  { sub: 'admin', email: emailOf.admin ?? '' },
  { sub: 'stranger', email: 'stranger@example.com' },
  { sub: 'unverified', email: emailOf.lead ?? '', verified: false },
  { sub: 'leaver', email: emailOf.agent ?? '' },
  { sub: 'newcomer', email: invited.toUpperCase(), emailIn: 'userinfo' },
  { sub: 'wrong nonce', email: emailOf.lead ?? '', fault: 'nonce' },
  { sub: 'wrong audience', email: emailOf.lead ?? '', fault: 'audience' },
  { sub: 'wrong signature', email: emailOf.lead ?? '', fault: 'signature' },
] as const;

let issuer: Issuer;
let server: RunningServer;

// One server for all of them: nobody here changes what another journey looks at.
test.beforeAll(async () => {
  issuer = await startIssuer(client, people);
  server = await startServer({
    data: 'demo',
    env: {
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_NAME: 'Example Corp',
    },
  });
});

test.afterAll(async () => {
  await server?.remove();
  await issuer?.stop();
});

test.afterEach(() => expect(issuer.refusals, 'what the issuer refused').toEqual([]));

for (const language of ['en', 'fr'] as const) {
  const { button, refused } = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('the sign-in page offers it and says why a stranger stays outside', async ({ page }) => {
      await page.goto(`${server.url}/sign-in`);
      await expect(page.getByRole('button', { name: button, exact: true })).toBeVisible();
      await checkAccessibility(page);
      await signInAt(page, button, 'stranger');
      await expect(page).toHaveURL(`${server.url}/sign-in?error=not_invited`);
      await expect(page.getByText(refused)).toBeVisible();
      await checkAccessibility(page);
      await staysOutside(page);
    });
  });
}

test('a known person gets to the page they wanted, and is known again without being asked', async ({ page }) => {
  for (const _ of ['first', 'again']) {
    await page.goto(`${server.url}/triggers`);
    await expect(page).toHaveURL(/\/sign-in\?from=/);
    await signInAt(page, words.en.button, 'admin');
    await expect(page).toHaveURL(`${server.url}/triggers`);
    await page.goto(`${server.url}/sign-in`);
    await expect(page).toHaveURL(`${server.url}/`);
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    const me = await page.request.get(`${server.url}/api/v1/me`);
    expect(await me.json()).toMatchObject({ kind: 'user', email: emailOf.admin, role: 'admin' });
    await page.context().clearCookies({ name: 'signalbox-session' });
  }
});

test('an invitation is taken up by a verified address, which the issuer tells at userinfo only', async ({ page }) => {
  const data = { email: invited, name: 'Nadia Newcomer', role: 'lead' };
  const { user } = await asAdmin(page, 'post', '/api/v1/team', data);
  expect(user).toMatchObject({ state: 'invited' });
  await page.goto(`${server.url}/sign-in`);
  await signInAt(page, words.en.button, 'newcomer');
  await expect(page).toHaveURL(`${server.url}/`);
  expect(await asAdmin(page, 'get', `/api/v1/team/${user.id}`)).toMatchObject({ state: 'active' });
});

test('an address that is not verified opens nothing', async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  await signInAt(page, words.en.button, 'unverified');
  await expect(page.getByText(words.en.refused)).toBeVisible();
  await staysOutside(page);
});

test('who was deactivated is refused, and their session ends', async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  await signInAt(page, words.en.button, 'leaver');
  await expect(page).toHaveURL(`${server.url}/`);
  const { id } = await (await page.request.get(`${server.url}/api/v1/me`)).json();
  await asAdmin(page, 'post', `/api/v1/team/${id}/deactivate`);
  await page.goto(`${server.url}/sign-in`);
  await signInAt(page, words.en.button, 'leaver');
  await expect(page.getByText(words.en.refused)).toBeVisible();
  await staysOutside(page);
});

for (const fault of ['wrong nonce', 'wrong audience', 'wrong signature']) {
  test(`an ID token with a ${fault} opens nothing`, async ({ page }) => {
    await page.goto(`${server.url}/sign-in`);
    await signInAt(page, words.en.button, fault);
    await expect(page).toHaveURL(/\/sign-in\?.*error=OAuthCallback/);
    await staysOutside(page);
  });
}

test('who turns back at the issuer is at the sign-in page again', async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('button', { name: words.en.button, exact: true }).click();
  await page.getByRole('link', { name: 'Cancel', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in\?/);
  await expect(page.getByRole('button', { name: words.en.button, exact: true })).toBeVisible();
  await staysOutside(page);
});

async function signInAt(page: Page, button: string, sub: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('link', { name: sub, exact: true }).click();
}

async function staysOutside(page: Page): Promise<void> {
  expect((await page.request.get(`${server.url}/api/v1/me`)).status()).toBe(401);
}

async function asAdmin(page: Page, method: 'get' | 'post', path: string, data?: object) {
  const headers = { authorization: `Bearer ${apiToken}`, cookie: '' };
  const answer = await page.request[method](`${server.url}${path}`, { headers, data });
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  return answer.json();
}
