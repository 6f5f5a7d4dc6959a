/** Home: first steps that tick themselves off as they are done, then what runs, fails and waits. */
import { randomUUID } from 'node:crypto';
import { openSite } from '../fixtures/other-site';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { ask, storeTrigger } from '../fixtures/trigger';

const words = {
  en: {
    title: 'First steps',
    activate: 'Activate a trigger',
    widget: 'Put the widget on your site',
    token: 'Create an API token',
    event: 'Send the first event',
    firing: 'See the first firing',
    invite: 'Invite a colleague',
    progress: (done: number) => `${done} of 6 done`,
    done: 'done',
    perDay: 'Firings per day',
    table: 'Show as table',
    chart: 'Show as chart',
    waits: 'Waiting now',
    often: 'Most fired, 7 days',
    today: 'Firings today',
    none: 'No rule is waiting.',
  },
  fr: {
    title: 'Premiers pas',
    activate: 'Activer un déclencheur',
    widget: 'Installer le widget sur votre site',
    token: 'Créer un jeton d’API',
    event: 'Envoyer le premier événement',
    firing: 'Voir la première exécution',
    invite: 'Inviter un collègue',
    progress: (done: number) => `${done} sur 6 faits`,
    done: 'fait',
    perDay: 'Exécutions par jour',
    table: 'Afficher le tableau',
    chart: 'Afficher le graphique',
    waits: 'En attente maintenant',
    often: 'Les plus exécutées, 7 jours',
    today: 'Exécutions aujourd’hui',
    none: 'Aucune règle n’attend.',
  },
} as const;
const person = { name: 'Ada Admin', email: 'ada@example.org', password: 'a long enough secret' };

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a new team’s steps tick themselves off, and home fills', async ({ page, context, ownServer, apiOf }) => {
      test.slow();
      const { url } = await ownServer({ data: 'empty' });
      await context.addCookies([{ name: 'signalbox-locale', value: language, url }]);
      await page.goto(`${url}/set-up`);
      await page.locator('input[autocomplete=organization]').fill('Velo & Co');
      await page.locator('input[autocomplete=name]').fill(person.name);
      await page.locator('input[type=email]').fill(person.email);
      await page.locator('input[autocomplete="new-password"]').fill(person.password);
      await page.locator('button[type=submit]').click();
      await expect(page).not.toHaveURL(/set-up/);
      await page.goto(url);
      const steps = page.locator('section').filter({ has: page.getByRole('heading', { name: say.title }) });
      const step = (name: string) => steps.getByRole('listitem').filter({ hasText: name });
      await expect(steps.getByText(say.progress(0))).toBeVisible();
      await expect(page.getByText(say.none)).toBeVisible();
      await checkAccessibility(page);

      // Each is seen in what is there; home is looked at as somebody who comes back to it.
      const api = await apiOf(url);
      const ticked = async (name: string, done: number) => {
        await expect(async () => {
          await page.goto(url);
          await expect(steps.getByText(say.progress(done))).toBeVisible({ timeout: 2_000 });
        }).toPass();
        if (done < 5) await expect(step(name)).toContainText(say.done);
      };
      const customer = `First ${randomUUID().slice(0, 8)}`;
      const rule = await storeTrigger(api, {
        ...{ name: `Rule of ${customer}`, customer },
        do: [
          { action: 'wait', seconds: 3_600 },
          { action: 'set_triggered', value: true },
        ],
      });
      await ticked(say.activate, 1);

      const { items: brands } = await (await api.get('/api/v1/brands')).json();
      const channel = await api.post('/api/v1/channels', {
        data: { name: 'Shop', kind: 'web', brand: brands[0].key },
      });
      expect(channel.status(), await channel.text()).toBe(201);
      const { id } = await channel.json();
      const site = await openSite(`<script async src="${url}/widget.js" data-channel="${id}"></script>`);
      const shop = await context.newPage();
      await shop.goto(site.origin);
      await ticked(say.widget, 2);
      await shop.close();
      await site.close();

      const made = await api.post('/api/v1/tokens', { data: { name: 'Shop', role: 'lead', expiresAt: null } });
      expect(made.status(), await made.text()).toBe(201);
      await ticked(say.token, 3);
      await ask(api, 'Somebody else');
      await ticked(say.event, 4);

      // Once a rule has fired, home is about what happens; the step that is left stands aside.
      await ask(api, customer);
      await ticked(say.firing, 5);
      await expect(steps.getByRole('listitem')).toHaveCount(1);
      await expect(step(say.invite)).toBeVisible();
      const waits = page.getByRole('table', { name: say.waits });
      const waiting = waits.getByRole('row').filter({ hasText: rule.name });
      await expect(waiting).toContainText(customer);
      await expect(waiting.getByRole('timer')).toHaveText(/5\d:\d\d|60:00|1:00:00/);
      await expect(page.getByRole('link', { name: new RegExp(say.today) })).toContainText('1');
      const often = page.locator('section').filter({ has: page.getByRole('heading', { name: say.often }) });
      await expect(often.getByRole('link', { name: rule.name })).toBeVisible();
      await expect(page.getByText(say.perDay)).toBeVisible();
      await checkAccessibility(page);
      await page.getByRole('button', { name: say.table }).click();
      await expect(page.getByRole('button', { name: say.chart })).toBeVisible();
      await expect(
        page
          .getByRole('table')
          .filter({ has: page.getByRole('caption') })
          .first(),
      ).toBeVisible();
      await checkAccessibility(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await noHorizontalOverflow(page);

      const invited = await api.post('/api/v1/team', {
        data: { email: 'lea@example.org', name: 'Léa Lead', role: 'lead', groups: [] },
      });
      expect(invited.ok(), await invited.text()).toBe(true);
      await expect(async () => {
        await page.goto(url);
        await expect(page.getByRole('link', { name: new RegExp(say.today) })).toBeVisible({ timeout: 2_000 });
        await expect(steps).toHaveCount(0, { timeout: 2_000 });
      }).toPass();
    });
  });
}
