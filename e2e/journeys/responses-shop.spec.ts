/**
 * What customers of the shop meet first, at every hour: on a server whose clock the journey sets, while the panel stands
 * open. The page's clock goes along, so that the widget asks when a minute would have passed.
 */
import type { APIRequestContext, Page } from '@playwright/test';
import { SignJWT } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { agentFor } from '../fixtures/agent';
import { newMark } from '../fixtures/customer';
import { type RunningServer, startServer } from '../fixtures/server';
import { type Site, startSite } from '../fixtures/shop-server';
import { checkAccessibility, expect, test } from '../fixtures/test';
import { type WidgetOnPage, widgetOn } from '../fixtures/widget';

const texts = {
  welcome: { text: 'The workshop is open.', byLanguage: { fr: 'L’atelier est ouvert.' } },
  coming: { text: 'A mechanic is coming.', byLanguage: { fr: 'Un mécanicien arrive.' } },
  closed: { text: 'The workshop is closed.', byLanguage: { fr: 'L’atelier est fermé.' } },
  later: { text: 'A mechanic answers in the morning.', byLanguage: { fr: 'Un mécanicien répondra demain matin.' } },
  bot: { text: 'I am the bell bot.', byLanguage: { fr: 'Je suis le robot des sonnettes.' } },
  unsure: { text: 'I do not know that.', byLanguage: { fr: 'Je ne sais pas.' } },
  ring: { text: 'Turn it by hand.', byLanguage: { fr: 'Tournez-la à la main.' } },
  where: { text: 'Where can we reach you?', byLanguage: { fr: 'Où vous joindre ?' } },
  handed: { text: 'Somebody takes over.', byLanguage: { fr: 'Quelqu’un prend le relais.' } },
};
const words = {
  en: {
    ...{ here: 'We are here for you', away: 'We are closed right now', bot: 'Automatic assistant' },
    ...{ name: 'Name', email: 'E-mail address', go: 'Continue', sent: /^Sent/ },
    ascii: 'Write the address without accents or special letters.',
    ...{ bell: 'My bell is silent', human: 'Talk to a human', be: 'Be someone else' },
  },
  fr: {
    ...{ here: 'Nous sommes là pour vous', away: 'Nous sommes fermés en ce moment', bot: 'Assistant automatique' },
    ...{ name: 'Nom', email: 'Adresse e-mail', go: 'Continuer', sent: /^Envoyé/ },
    ascii: 'Écrivez l’adresse sans accents ni lettres spéciales.',
    ...{ bell: 'Ma sonnette est muette', human: 'Parler à quelqu’un', be: 'Être quelqu’un d’autre' },
  },
};
const zone = 'Europe/Paris';
const during = { firstMessage: texts.welcome, details: ['email'], followUp: texts.coming };
const outside = { firstMessage: texts.closed, details: [], followUp: texts.later };

/** Each journey has a week of its own, so that the clock never goes back. */
let monday = Temporal.Now.plainDateISO(zone).add({ weeks: 1 });
monday = monday.subtract({ days: monday.dayOfWeek - 1 });
const at = (day: number, time: string) =>
  new Date(monday.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);

let server: RunningServer;
let site: Site;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await startServer({ clock: 'movable' });
  site = await startSite(server.url);
});
test.afterAll(async () => {
  await site.close();
  await server.remove();
});
test.beforeEach(() => {
  monday = monday.add({ weeks: 1 });
});

for (const language of ['en', 'fr'] as const) {
  const say = words[language];
  const said = ({ text, byLanguage }: (typeof texts)['bot']) => (language === 'fr' ? byLanguage.fr : text);

  test.describe(language, () => {
    test.use({ language });

    const visit = async (page: Page, moment: Date): Promise<WidgetOnPage> => {
      await server.setClock(moment);
      await page.clock.install({ time: moment });
      await page.goto(`${site.url}/demo`);
      const widget = widgetOn(page, language);
      await open(page, widget);
      return widget;
    };

    test('the shop closes while the panel stands open', async ({ page, apiOf }) => {
      const api = await apiOf(server.url);
      await configure(api, { schedule: await weekOf(api), during, outside });
      const widget = await visit(page, at(2, '16:58'));
      await expect(widget.message(said(texts.welcome))).toBeVisible();
      await expect(widget.panel.getByText(say.here)).toBeVisible();
      await checkAccessibility(page);

      await widget.composer.fill('Half a sent');
      await turnTo(page, at(2, '16:59'), at(2, '17:00'));
      await expect(widget.message(said(texts.closed))).toBeVisible();
      await expect(widget.message(said(texts.welcome))).toHaveCount(0);
      await expect(widget.panel.getByText(say.away)).toBeVisible();
      await expect(widget.composer).toHaveValue('Half a sent');
      await checkAccessibility(page);

      // Nothing is asked outside, and nobody is promised for now.
      const question = `Is the bell loud? ${newMark()}`;
      await widget.write(question);
      await expect(widget.message(said(texts.later))).toBeVisible();
      const { texts: stored } = await agentFor(api, question);
      expect((await stored()).slice(0, 3)).toEqual([
        ...[`automation: ${said(texts.closed)}`, `customer: ${question}`, `automation: ${said(texts.later)}`],
      ]);
    });

    test('it opens, and an accented address is refused in the language of the customer', async ({ page, apiOf }) => {
      const api = await apiOf(server.url);
      await configure(api, { schedule: await weekOf(api), during, outside });
      const widget = await visit(page, at(3, '08:59'));
      await expect(widget.message(said(texts.closed))).toBeVisible();
      await turnTo(page, at(3, '08:59'), at(3, '09:00'));
      await expect(widget.message(said(texts.welcome))).toBeVisible();
      await expect(widget.panel.getByText(say.here)).toBeVisible();

      await widget.write(`My brake squeals ${newMark()}`);
      const email = widget.panel.getByRole('textbox', { name: say.email });
      await email.fill('zoë@éxample.org');
      await email.press('Enter');
      await expect(widget.panel.getByText(say.ascii)).toBeVisible();
      await expect(email).toHaveAttribute('aria-invalid', 'true');
      await expect(email).toHaveValue('zoë@éxample.org');
      await expect(widget.message(said(texts.coming))).toHaveCount(0);
      await checkAccessibility(page);
      await email.fill('zoe@example.org');
      await widget.panel.getByRole('button', { name: say.go }).click();
      await expect(widget.message(said(texts.coming))).toBeVisible();
      await expect(email).toHaveCount(0);
    });

    test('who gives the address after closing is told when somebody comes', async ({ page, apiOf }) => {
      const api = await apiOf(server.url);
      await configure(api, { schedule: await weekOf(api), during, outside });
      const widget = await visit(page, at(3, '16:59'));
      await widget.write(`Two minutes left ${newMark()}`);
      const email = widget.panel.getByRole('textbox', { name: say.email });
      await email.waitFor();
      await turnTo(page, at(3, '16:59'), at(3, '17:01'));
      await email.fill('zoe@example.org');
      await email.press('Enter');
      await expect(widget.message(said(texts.later))).toBeVisible();
      await expect(widget.message(said(texts.coming))).toHaveCount(0);
    });

    test('a holiday is closed all day, the day after is not', async ({ page, apiOf }) => {
      const api = await apiOf(server.url);
      const day = monday.add({ days: 3 }).toString();
      const schedule = await weekOf(api, [{ name: 'Inventory', from: day, to: day }]);
      await configure(api, { schedule, during, outside });
      const widget = await visit(page, at(2, '23:59'));
      await expect(widget.message(said(texts.closed))).toBeVisible();
      await turnTo(page, at(2, '23:59'), at(3, '10:30'));
      await expect(widget.panel.getByText(say.away)).toBeVisible();
      await expect(widget.message(said(texts.closed))).toBeVisible();
      const answer = await api.get(`/api/v1/channels/web/responses`);
      expect((await answer.json()).now).toMatchObject({ uses: 'outside', inHours: false });
      await turnTo(page, at(3, '10:30'), at(4, '09:00'));
      await expect(widget.message(said(texts.welcome))).toBeVisible();
    });

    test('a schedule that is deleted leaves the response of business hours at any time', async ({ page, apiOf }) => {
      const api = await apiOf(server.url);
      const schedule = await weekOf(api);
      await configure(api, { schedule, during, outside });
      const widget = await visit(page, at(5, '12:00'));
      await expect(widget.message(said(texts.closed))).toBeVisible();
      expect((await api.delete(`/api/v1/schedules/${schedule}?force=true`)).status()).toBe(204);
      await turnTo(page, at(5, '12:00'), at(5, '12:01'));
      await expect(widget.message(said(texts.welcome))).toBeVisible();
      await expect(widget.panel.getByText(say.here)).toBeVisible();
      await widget.write(`Sunday ride ${newMark()}`);
      await widget.panel.getByRole('textbox', { name: say.email }).fill('zoe@example.org');
      await page.keyboard.press('Enter');
      await expect(widget.message(said(texts.coming))).toBeVisible();
    });

    test('a bot answers and hands over; off again, the response is as it was', async ({ page, context, apiOf }) => {
      const api = await apiOf(server.url);
      await configure(api, { schedule: await weekOf(api), during, outside });
      const bot = await makeBot(api);
      await configure(api, { bot });
      const widget = await visit(page, at(1, '10:00'));
      await expect(widget.message(said(texts.bot))).toBeVisible();
      await expect(widget.panel.getByText(say.bot)).toBeVisible();
      await expect(widget.message(said(texts.welcome))).toHaveCount(0);
      await checkAccessibility(page);

      await widget.write('qwertz');
      await expect(widget.message(said(texts.unsure))).toBeVisible();
      const question = `${language === 'fr' ? 'la sonnette est muette' : 'the bell is silent'} ${newMark()}`;
      await widget.write(question);
      await expect(widget.message(said(texts.ring))).toBeVisible();
      const agent = await agentFor(api, question);
      const conversation = async () => (await api.get(`/api/v1/conversations/${agent.key}`)).json();
      expect(await requested(api, agent.key)).toBe(0);
      await widget.panel.getByRole('button', { name: say.human }).click();
      const email = widget.panel.getByRole('textbox', { name: say.email });
      await email.fill('zoé@example.org');
      await email.press('Enter');
      await expect(widget.panel.getByText(say.ascii)).toBeVisible();
      await email.fill('zoe@example.org');
      await email.press('Enter');
      await expect(widget.message(said(texts.handed))).toBeVisible();
      await expect.poll(() => requested(api, agent.key)).toBe(1);
      expect(await conversation()).toMatchObject({ group: 'orders' });

      // Somebody else has the panel open when the bot goes.
      const other = await context.newPage();
      await other.clock.install({ time: at(1, '10:05') });
      await other.addInitScript(() => localStorage.clear());
      await other.goto(`${site.url}/demo`);
      const there = widgetOn(other, language);
      await open(other, there);
      await expect(there.message(said(texts.bot))).toBeVisible();
      await configure(api, { bot: null });
      await turnTo(other, at(1, '10:05'), at(1, '10:06'));
      await expect(there.message(said(texts.welcome))).toBeVisible();
      await expect(there.panel.getByText(say.here)).toBeVisible();
      await expect(there.panel.getByRole('button', { name: say.bell })).toHaveCount(0);
      await there.write(`No bot any more ${newMark()}`);
      await there.panel.getByRole('textbox', { name: say.email }).fill('noor@example.org');
      await other.keyboard.press('Enter');
      await expect(there.message(said(texts.coming))).toBeVisible();
      await other.close();
    });

    test('what a JWT says is not asked again', async ({ page, apiOf }) => {
      const api = await apiOf(server.url);
      const both = { ...during, details: ['name', 'email'] };
      await configure(api, { schedule: null, during: both });
      const widget = await visit(page, at(1, '10:00'));
      const secret = await newKey(api);
      const jwt = await new SignJWT({ external_id: `known-${newMark()}`, name: 'Zoë Faure' })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(at(1, '11:00'))
        .sign(new TextEncoder().encode(secret));
      await page.evaluate((token) => Reflect.get(window, 'signalbox')('identify', token), jwt);
      const question = `Known by name ${newMark()}`;
      await widget.write(question);
      await expect(widget.panel.getByRole('textbox', { name: say.email })).toBeVisible();
      await expect(widget.panel.getByRole('textbox', { name: say.name, exact: true })).toHaveCount(0);
      await checkAccessibility(page);
      await widget.panel.getByRole('textbox', { name: say.email }).fill('zoe@example.org');
      await page.keyboard.press('Enter');
      await expect(widget.message(said(texts.coming))).toBeVisible();
      const { key } = await agentFor(api, question);
      const { customer } = await (await api.get(`/api/v1/conversations/${key}`)).json();
      expect(customer).toMatchObject({ name: 'Zoë Faure', email: 'zoe@example.org' });

      // Of whom everything is known, nothing is asked. Each language has somebody who has not written yet.
      await page.getByLabel(say.be).selectOption(language === 'fr' ? 'Noor Haddad' : 'Luca Rossi');
      await expect(widget.message(question)).toHaveCount(0);
      await widget.write(`Known altogether ${newMark()}`);
      await expect(widget.message(said(texts.coming))).toBeVisible();
      await expect(widget.panel.getByRole('textbox', { name: say.email })).toHaveCount(0);
    });
  });
}

/** Waits for the session, whose answer else might be from before the clock was set. */
async function open(page: Page, widget: WidgetOnPage): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/widget/v1/sessions'));
  await widget.open();
  await (await answered).finished();
}

/** Time passes for the server and for the page. */
async function turnTo(page: Page, from: Date, to: Date): Promise<void> {
  await server.setClock(to);
  await page.clock.fastForward(Math.max(to.getTime() - from.getTime(), 60_000));
}

/** What is left out stays as it was. */
async function configure(api: APIRequestContext, change: object): Promise<void> {
  const answer = await api.put('/api/v1/channels/web/responses', { data: change });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A schedule of working days from nine to five; answers its key. */
async function weekOf(api: APIRequestContext, holidays: object[] = []): Promise<string> {
  const intervals = [0, 1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' }));
  const data = { name: `Workshop ${newMark()}`, timeZone: zone, intervals, holidays };
  const answer = await api.post('/api/v1/schedules', { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).key;
}

async function makeBot(api: APIRequestContext): Promise<string> {
  const replies = [{ label: words.en.human, byLanguage: { fr: words.fr.human }, answer: 'human' }];
  const answers = [
    {
      ...{ key: 'bell', title: words.en.bell, titles: { fr: words.fr.bell } },
      phrases: ['the bell is silent', 'la sonnette est muette'],
      steps: [{ step: 'quick_replies', ...texts.ring, replies }],
    },
    {
      ...{ key: 'human', title: words.en.human, titles: { fr: words.fr.human }, offered: false },
      steps: [
        { step: 'ask', ...texts.where, fields: ['email'] },
        { step: 'transfer', ...texts.handed, group: 'orders' },
      ],
    },
  ];
  const data = { name: `Bell ${newMark()}`, greeting: texts.bot, fallback: texts.unsure, answers, channels: ['web'] };
  const answer = await api.post('/api/v1/bots', { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).key;
}

async function newKey(api: APIRequestContext): Promise<string> {
  const answer = await api.post('/api/v1/channels/web/keys', { data: { name: `Journey ${newMark()}` } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).secret;
}

/** How often agents were called in a conversation. */
async function requested(api: APIRequestContext, key: string): Promise<number> {
  const answer = await api.get(`/api/v1/events?conversation=${encodeURIComponent(key)}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  const { items } = await answer.json();
  return items.filter(({ type }: { type: string }) => type === 'conversation_requested').length;
}
