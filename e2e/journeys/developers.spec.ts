/** What developers need: a token that works until it is revoked, a test event, and a webhook whose deliveries can be followed. */
import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { type Received, startLocalServer } from '../../lib/runtime/testing/local-server';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { ask, storeTrigger } from '../fixtures/trigger';

test('a token is shown once, opens the API, and is revoked', async ({ page, playwright, signInAs, baseURL }) => {
  const name = `Shop ${randomUUID().slice(0, 8)}`;
  await signInAs('admin');
  await page.goto('/developers');
  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New token' });
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const once = page.getByRole('dialog', { name: 'Token created' });
  await expect(once).toContainText('will not be shown again');
  await checkAccessibility(page);
  const token = (await once.locator('code').first().textContent()) ?? '';
  await once.getByRole('button', { name: 'I have copied it' }).click();

  const shop = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${token.trim()}` },
  });
  expect((await shop.get('/api/v1/triggers')).status()).toBe(200);
  // A lead's token is enough for rules, and not for tokens.
  expect((await shop.get('/api/v1/tokens')).status()).toBe(403);
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).not.toContainText('never');
  await expect(page.getByText(token.trim())).toHaveCount(0);

  await row.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Revoke…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke token' }).click();
  await expect(page.getByText(`${name} was revoked`)).toBeVisible();
  expect((await shop.get('/api/v1/triggers')).status()).toBe(401);
  await shop.dispose();
});

test('a test event from an example: what became of it, and its place among the recent ones', async ({
  page,
  signInAs,
}) => {
  await signInAs('lead');
  await page.goto('/developers/events');
  const body = page.getByRole('textbox', { name: 'Body of POST /api/v1/events' });
  await page.getByRole('combobox', { name: 'Example' }).click();
  await page.getByRole('option', { name: 'A customer writes' }).click();
  await expect(body).toHaveValue(/"message_sent"/);
  const answer = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Answer' }) });

  const json = await body.inputValue();
  await body.fill(`${json},`);
  await page.getByRole('button', { name: 'Send event' }).click();
  await expect(page.getByText('This is no JSON. Check commas and quotes.')).toBeVisible();
  await body.fill(json.replace('"message_sent"', '"message_snt"'));
  await page.getByRole('button', { name: 'Send event' }).click();
  await expect(answer.getByText('Rejected', { exact: true })).toBeVisible();
  await expect(answer.locator('p').filter({ has: page.getByText('type', { exact: true }) })).not.toContainText('_');
  await checkAccessibility(page);

  await body.fill(json);
  await page.getByRole('button', { name: 'Send event' }).click();
  await expect(answer.getByText(/^Accepted · /)).toBeVisible();
  await page.getByRole('button', { name: 'Send event' }).click();
  await expect(answer.getByText(/^Duplicate: /)).toBeVisible();

  // The newest stand below; other journeys send some too, so that another one may be needed.
  const recent = page.getByRole('region', { name: 'Recent events' });
  let address = '';
  await expect(async () => {
    await page.getByRole('button', { name: 'New ids for the next one' }).click();
    const { conversation } = JSON.parse(await body.inputValue()).events[0];
    await page.getByRole('button', { name: 'Send event' }).click();
    const own = recent.getByRole('row').filter({ hasText: conversation.id }).getByRole('link').first();
    address = (await own.getAttribute('href', { timeout: 3_000 })) ?? '';
  }).toPass({ timeout: 20_000 });
  await checkAccessibility(page);
  await page.goto(address);
  await expect(page.getByText('Event as received')).toBeVisible();
  await page.goto('/developers/events');
  await page.setViewportSize({ width: 390, height: 844 });
  await noHorizontalOverflow(page);
});

const words = {
  en: {
    add: 'New webhook',
    name: 'Name',
    url: 'Address',
    finished: 'Finished firings',
    messages: 'New messages',
    create: 'Create webhook',
    secret: 'Signing secret',
    done: 'I have copied it',
    deliveries: 'Deliveries',
    none: 'Nothing was sent yet.',
    delivered: 'Delivered',
    failed: 'Failed',
    reason: 'The server answered with status 410',
    retry: 'Retry',
    remove: 'Delete…',
    removeVerb: 'Delete webhook',
    empty: 'No webhook yet',
  },
  fr: {
    add: 'Nouveau webhook',
    name: 'Nom',
    url: 'Adresse',
    finished: 'Exécutions terminées',
    messages: 'Nouveaux messages',
    create: 'Créer le webhook',
    secret: 'Secret de signature',
    done: 'Je l’ai copié',
    deliveries: 'Livraisons',
    none: 'Rien n’a encore été envoyé.',
    delivered: 'Livré',
    failed: 'Échoué',
    reason: 'Le serveur a répondu par le statut 410',
    retry: 'Réessayer',
    remove: 'Supprimer…',
    removeVerb: 'Supprimer le webhook',
    empty: 'Aucun webhook',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const say = words[language];

  test.describe(language, () => {
    test.use({ language });

    test('a webhook is told of a firing; what failed says why and is sent again', async ({
      page,
      ownServer,
      apiOf,
    }) => {
      test.slow();
      const received: Received[] = [];
      let status = 204;
      const receiver = await startLocalServer((request, response) => {
        received.push(request);
        response.writeHead(status).end();
      });
      try {
        const { url } = await ownServer({ env: { SIGNALBOX_ALLOW_PRIVATE_ADDRESSES: '1' } });
        await page.context().addCookies([{ name: 'signalbox-locale', value: language, url }]);
        const api = await apiOf(url);
        await signIn(page, url, 'admin');
        await page.goto(`${url}/developers/webhooks`);
        await expect(page.getByText(say.empty)).toBeVisible();
        await page.getByRole('button', { name: say.add }).click();
        const dialog = page.getByRole('dialog', { name: say.add });
        await dialog.getByRole('textbox', { name: say.name }).fill('Helpdesk');
        await dialog.getByRole('textbox', { name: say.url }).fill('helpdesk');
        await dialog.getByRole('checkbox', { name: say.finished }).check();
        await dialog.getByRole('checkbox', { name: say.messages }).uncheck();
        await dialog.getByRole('button', { name: say.create }).click();
        await expect(dialog.getByRole('textbox', { name: say.url })).toHaveAttribute('aria-invalid', 'true');
        await checkAccessibility(page);
        await dialog.getByRole('textbox', { name: say.url }).fill(`${receiver.url}/signalbox`);
        await dialog.getByRole('button', { name: say.create }).click();
        const once = page.getByRole('dialog', { name: say.secret });
        await expect(once).toContainText('whsec_');
        const secret = ((await once.locator('code').first().textContent()) ?? '').trim();
        await once.getByRole('button', { name: say.done }).click();
        await page.getByRole('button', { name: say.deliveries }).click();
        await expect(page.getByText(say.none)).toBeVisible();

        const customer = `Hook ${randomUUID().slice(0, 8)}`;
        const rule = await storeTrigger(api, {
          ...{ name: customer, customer },
          do: [{ action: 'set_triggered', value: true }],
        });
        const first = (await ask(api, customer)).firingOf(rule);
        const lines = page.getByRole('list', { name: say.deliveries }).getByRole('listitem');
        const lineOf = (firing: string) => lines.filter({ hasText: firing });
        await expect(lineOf(first)).toContainText(say.delivered, { timeout: 20_000 });
        await expect(lineOf(first)).toContainText('firing.finished');
        const call = received.find(({ body }) => body.includes(first));
        // Signed as Standard Webhooks says: the secret that was shown once proves it.
        const headers = Object.fromEntries(
          Object.entries(call?.headers ?? {}).map(([key, value]) => [key, String(value)]),
        );
        expect(new Webhook(secret).verify(call?.body ?? '', headers)).toMatchObject({
          ...{ type: 'firing.finished', data: { id: first, rule: { name: customer }, outcome: 'done' } },
        });

        status = 410;
        const second = (await ask(api, customer)).firingOf(rule);
        await expect(lineOf(second)).toContainText(say.failed, { timeout: 20_000 });
        await expect(lineOf(second)).toContainText(say.reason);
        await checkAccessibility(page);
        status = 204;
        await lineOf(second).getByRole('button', { name: say.retry }).click();
        await expect(lineOf(second)).toContainText(say.delivered, { timeout: 20_000 });
        await expect(lineOf(second).getByRole('button', { name: say.retry })).toHaveCount(0);
        const calls = received.filter(({ body }) => body.includes(second));
        expect(calls).toHaveLength(2);
        expect(new Set(calls.map((each) => each.headers['webhook-id'])).size).toBe(1);
        await page.setViewportSize({ width: 390, height: 844 });
        await noHorizontalOverflow(page);

        await page.getByRole('button', { name: say.remove }).click();
        await page.getByRole('alertdialog').getByRole('button', { name: say.removeVerb }).click();
        await expect(page.getByText(say.empty)).toBeVisible();
      } finally {
        await receiver.close();
      }
    });
  });
}
