/** E-mail without a mailbox: a ticket is answered in the workspace, and the mail is caught where it can be read. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

/** No script runs in the frame of a mail, that of axe included. */
const noFrame = { exclude: ['iframe'] };

/** A ticket that came by e-mail; answers its uuid. */
async function ticketByMail(api: APIRequestContext, mark: string): Promise<string> {
  const channel = await api.post('/api/v1/channels', {
    data: { name: `Mail ${mark}`, key: `mail-${mark}`, kind: 'email' },
  });
  expect(channel.status(), await channel.text()).toBe(201);
  const about = {
    ...{ channel: `mail-${mark}`, conversation: { id: `c-${mark}` }, occurredAt: new Date().toISOString() },
    customer: { id: `u-${mark}`, name: `Zoë ${mark}`, email: `${mark}@example.org` },
  };
  const message = { id: `m-${mark}`, text: 'Where is my order?', sender: { type: 'customer' } };
  const sent = await api.post('/api/v1/events', {
    data: {
      events: [
        { ...about, id: `t-${mark}`, type: 'ticket_created', ticket: { source: 'email', subject: `Order ${mark}` } },
        { ...about, id: `e-${mark}`, type: 'message_sent', message },
      ],
    },
  });
  expect(await sent.json()).toMatchObject({ results: [{ status: 'accepted' }, { status: 'accepted' }] });
  return (await (await api.get(`/api/v1/conversations/c-${mark}`)).json()).id;
}

test('an answer by e-mail is caught, marked in the thread, and read under Developers', async ({
  page,
  ownServer,
  apiOf,
}) => {
  test.slow();
  const server = await ownServer();
  const mark = randomUUID().slice(0, 6);
  const id = await ticketByMail(await apiOf(server.url), mark);
  await signIn(page, server.url, 'admin');
  await page.goto(`${server.url}/workspace/${id}`);
  await page
    .getByRole('textbox', { name: 'Reply to the customer' })
    .fill(`It is on its way, ${mark}.\n\nhttps://shop.example/track`);
  await page.keyboard.press('ControlOrMeta+Enter');
  const caught = page.getByRole('log').getByRole('link', { name: 'Caught, not sent: no mailbox was connected' });
  await expect(caught).toBeVisible({ timeout: 30_000 });
  await checkAccessibility(page);
  await caught.click();

  await expect(page.getByRole('heading', { level: 2, name: `Re: Order ${mark}` })).toBeVisible();
  await expect(page.getByText('This mail was caught and not sent: no mailbox was connected.')).toBeVisible();
  await expect(page.getByText(`It is on its way, ${mark}.`)).toBeVisible();
  const preview = page.frameLocator('iframe[title="The mail as HTML"]');
  await expect(preview.getByRole('link', { name: 'https://shop.example/track' })).toBeVisible();
  await expect(page.getByText('Message-ID')).toBeVisible();
  await checkAccessibility(page, noFrame);
  await page.setViewportSize({ width: 390, height: 844 });
  await noHorizontalOverflow(page);
  await checkAccessibility(page, noFrame);
  await page.setViewportSize({ width: 1280, height: 720 });

  await page.getByRole('link', { name: 'All mails' }).click();
  await expect(page.getByText('No mailbox is connected, so nothing is sent.')).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(`Order ${mark}`) });
  await expect(row).toContainText('Caught');
  await page.getByRole('searchbox').fill('nobody@');
  await expect(page.getByText('No mail matches')).toBeVisible();
  await page.getByRole('searchbox').fill(`${mark}@`);
  await expect(row).toBeVisible();
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Failed' }).click();
  await expect(page.getByText('No mail matches')).toBeVisible();
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await expect(row).toBeVisible();
  await page.getByRole('link', { name: 'Connect a mailbox' }).click();
  await expect(page).toHaveURL(/\/settings\/integrations$/);
});

test.describe('in French', () => {
  test.use({ language: 'fr' });

  test('un e-mail retenu se lit, et seulement par les administrateurs', async ({ page, ownServer, apiOf }) => {
    test.slow();
    const server = await ownServer();
    await page.context().addCookies([{ name: 'signalbox-locale', value: 'fr', url: server.url }]);
    const api = await apiOf(server.url);
    const mark = randomUUID().slice(0, 6);
    await signIn(page, server.url, 'admin');
    await page.goto(`${server.url}/developers/mails`);
    await expect(page.getByText('Aucun e-mail pour l’instant')).toBeVisible();
    await checkAccessibility(page);
    const id = await ticketByMail(api, mark);
    const answered = await api.post(`/api/v1/conversations/${id}/messages`, {
      data: { text: `Bonjour ${mark}`, agent: 'ada-admin' },
    });
    expect(answered.status(), await answered.text()).toBe(201);
    await page.getByRole('link', { name: `Re: Order ${mark}` }).click({ timeout: 30_000 });
    await expect(page.getByText('Cet e-mail a été retenu et n’a pas été envoyé')).toBeVisible();
    await checkAccessibility(page, noFrame);

    await signIn(page, server.url, 'agent');
    await page.goto(`${server.url}/developers/mails`);
    await expect(page.getByText('Seuls les administrateurs lisent les e-mails.')).toBeVisible();
    await page.goto(`${server.url}/workspace/${id}`);
    const note = page.getByRole('log').getByText('Retenu, non envoyé : aucune boîte mail n’était connectée');
    await expect(note).toBeVisible();
    await expect(page.getByRole('log').getByRole('link', { name: /Retenu/ })).toHaveCount(0);
  });
});
