/** Who is online: what an agent chooses is what the team's list says, and what rules see. */
import type { APIRequestContext, Locator } from '@playwright/test';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const WORDS = {
  en: {
    away: 'Away',
    online: 'Online',
    nobody: 'Rules see the account status as Invisible: no agent is online or away.',
    oneAway: 'Rules see the account status as Away: no agent online, 1 away.',
    oneOnline: 'Rules see the account status as Online: 1 agent online, 1 away.',
    apart: 'This includes an agent who is not a user: Zoé Helpdesk (online).',
  },
  fr: {
    away: 'Absent',
    online: 'En ligne',
    nobody: 'Pour les règles, le statut du compte est « Invisible » : aucun agent en ligne ni absent.',
    oneAway: 'Pour les règles, le statut du compte est « Absent » : aucun agent en ligne, 1 absent.',
    oneOnline: 'Pour les règles, le statut du compte est « En ligne » : 1 agent en ligne, 1 absent.',
    apart: 'Y compris un agent qui n’est pas utilisateur : Zoé Helpdesk (en ligne).',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('a lead is away: the team’s list says so, and what rules see', async ({ page, browser, apiOf, ownServer }) => {
      test.setTimeout(120_000);
      const say = WORDS[language];
      const server = await ownServer();
      const api = await apiOf(server.url);
      await everybodyInvisible(api);

      await signIn(page, server.url, 'admin');
      await page.context().addCookies([{ name: 'signalbox-locale', value: language, url: server.url }]);
      await page.goto(`${server.url}/team`);
      const lea = page.getByRole('row', { name: /Léa Lead/ });
      await expect(page.getByText(say.nobody)).toBeVisible();
      await expect(statusIn(lea, 'Invisible')).toBeVisible();

      const elsewhere = await browser.newContext({ reducedMotion: 'reduce' });
      await elsewhere.addCookies([{ name: 'signalbox-locale', value: language, url: server.url }]);
      const lead = await elsewhere.newPage();
      await signIn(lead, server.url, 'lead');
      await lead.goto(server.url);
      await lead.getByRole('button', { name: /^Léa Lead, / }).click();
      await lead.getByRole('menuitemcheckbox', { name: say.away, exact: true }).click();
      await expect(lead.getByRole('button', { name: `Léa Lead, ${say.away}` })).toBeVisible();

      await page.reload();
      await expect(page.getByText(say.oneAway)).toBeVisible();
      await expect(statusIn(lea, say.away)).toBeVisible();
      await checkAccessibility(page);

      const zoe = { name: 'Zoé Helpdesk', key: 'zoe-helpdesk', groups: ['support'] };
      expect((await api.post('/api/v1/agents', { data: zoe })).status()).toBe(201);
      await setStatus(api, zoe.key, 'online');
      await page.reload();
      await expect(page.getByText(say.oneOnline)).toBeVisible();
      await expect(page.getByText(say.apart)).toBeVisible();

      await page.setViewportSize({ width: 390, height: 844 });
      await expect(statusIn(lea, say.away)).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
      await page.goto(`${server.url}/team/groups`);
      const support = page.getByRole('row', { name: /support/ });
      await expect(statusIn(support, say.online)).toBeVisible();
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
      await elsewhere.close();
    });
  });
}

/** The word in its column, or on a phone in the row's second line: one of them is shown. */
function statusIn(row: Locator, word: string): Locator {
  return row.getByText(word, { exact: true }).filter({ visible: true });
}

async function setStatus(api: APIRequestContext, agent: string, status: string): Promise<void> {
  const answer = await api.put(`/api/v1/agents/${agent}/status`, { data: { status } });
  expect(answer.ok(), `${agent}: ${answer.status()} ${await answer.text()}`).toBe(true);
}

async function everybodyInvisible(api: APIRequestContext): Promise<void> {
  const { items } = await (await api.get('/api/v1/agents?pageSize=200')).json();
  for (const { key } of items) await setStatus(api, key, 'invisible');
}
