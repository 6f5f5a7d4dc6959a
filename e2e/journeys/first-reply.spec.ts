/** The main job, from an empty server to the reason why: set up, activate, an event comes in, the message stands there. */
import { randomUUID } from 'node:crypto';
import { signInWith } from '../fixtures/sign-in';
import { checkAccessibility, expect, test } from '../fixtures/test';

const words = {
  en: {
    team: 'Name of the team',
    name: 'Your name',
    create: 'Create account',
    options: /Options.*First Reply/,
    activate: 'Activate',
    active: 'Active',
    sent: 'Thank you for writing to us. One of our agents will be with you shortly.',
    field: 'Customer requesting conversation',
    met: 'Met',
    seen: 'True',
  },
  fr: {
    team: 'Nom de l’équipe',
    name: 'Votre nom',
    create: 'Créer le compte',
    options: /Options.*First Reply/,
    activate: 'Activer',
    active: 'Actif',
    sent: 'Merci de nous avoir écrit. Un de nos agents sera bientôt à vous.',
    field: 'Le client effectue une demande de conversation',
    met: 'Remplie',
    seen: 'Vrai',
  },
} as const;
const person = { email: 'ada@example.org', password: 'a long enough secret' };

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a new team sees First Reply fire, and why', async ({ page, ownServer, apiOf }) => {
      const server = await ownServer({ data: 'empty' });
      const { url } = server;
      await page.context().addCookies([{ name: 'signalbox-locale', value: language, url }]);

      await page.goto(url);
      await expect(page).toHaveURL(/\/set-up$/);
      await checkAccessibility(page);
      await page.getByLabel(say.team).fill('Velo & Co');
      await page.getByLabel(say.name).fill('Ada <b>Admin</b>');
      await page.locator('input[type=email]').fill(person.email);
      await page.locator('input[autocomplete="new-password"]').fill(person.password);
      await page.getByRole('button', { name: say.create }).click();
      await expect(page).not.toHaveURL(/set-up/);

      await page.goto(`${url}/triggers`);
      await page.getByRole('button', { name: say.options }).click();
      await page.getByRole('menuitem', { name: say.activate, exact: true }).click();
      await expect(page.getByRole('row', { name: /First Reply/ }).getByText(say.active, { exact: true })).toBeVisible();

      const api = await apiOf(url);
      const event = {
        ...{ id: randomUUID(), type: 'conversation_requested', occurredAt: new Date().toISOString() },
        ...{ conversation: { id: 'c-1', group: 'support' }, customer: { id: 'u-1', name: '<img onerror=alert(1)>' } },
      };
      const answer = await api.post('/api/v1/events', { data: { events: [event] } });
      expect(await answer.json()).toMatchObject({ results: [{ status: 'accepted', firings: [{}] }] });
      const again = await api.post('/api/v1/events', { data: { events: [event] } });
      const { results } = await again.json();
      expect(results[0].status).toBe('duplicate');
      const [{ firing }] = results[0].firings;

      // The wait of First Reply is five seconds.
      await expect
        .poll(async () => (await (await api.get('/api/v1/conversations/c-1/messages')).json()).items.length, {
          timeout: 20_000,
        })
        .toBe(1);
      await page.goto(`${url}/conversations/c-1`);
      await expect(page.getByText(say.sent)).toBeVisible();
      await expect(page.getByText('<img onerror=alert(1)>').first()).toBeVisible();

      await page.goto(`${url}/log/${firing}`);
      const row = page.getByRole('row', { name: new RegExp(say.field) });
      await expect(row).toContainText(say.seen);
      await expect(row).toContainText(say.met);
      await expect(page.getByText(say.sent).first()).toBeVisible();
      await checkAccessibility(page);
    });
  });
}

test('an agent reads rules and may not change them', async ({ page, browser, api, signInAs, baseURL }) => {
  // Other journeys have triggers of a like name.
  const { items } = await (await api.get('/api/v1/triggers?search=First%20Reply')).json();
  const { id } = items.find(({ name }: { name: string }) => name === 'First Reply');
  await signInAs('agent');
  await page.goto(`/triggers/${id}`);
  await expect(page.getByText('First Reply').first()).toBeVisible();
  const answer = await page.request.post(`/api/v1/triggers/${id}/deactivate`, { headers: { origin: baseURL ?? '' } });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'forbidden' });
  const stranger = await browser.newContext({ baseURL });
  expect((await stranger.request.get(`/api/v1/triggers/${id}`)).status()).toBe(401);
  await stranger.close();
});

test('a session ends when its user is deactivated', async ({ page, ownServer, apiOf }) => {
  const { url } = await ownServer();
  await signInWith(page, url, 'agent@example.com', 'signalbox-agent');
  await page.goto(`${url}/triggers`);
  await expect(page).toHaveURL(/\/triggers/);
  const api = await apiOf(url);
  const { items } = await (await api.get('/api/v1/team')).json();
  const agent = items.find((user: { email: string }) => user.email === 'agent@example.com');
  expect((await api.post(`/api/v1/team/${agent.id}/deactivate`)).ok()).toBe(true);
  await page.goto(`${url}/triggers`);
  await expect(page).toHaveURL(/\/sign-in/);
});
