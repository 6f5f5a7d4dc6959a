/**
 * The whole path of a mail between real servers on this machine: an IMAP server that it comes to, a language model that
 * sorts and drafts, an agent who approves, and an SMTP server that it leaves by. In CI Dovecot must be there.
 */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { AI_KEY, AI_MODEL, type AiServer, startAiServer } from '../../lib/runtime/testing/ai-server';
import { findDovecot, IMAP_PASSWORD, type ImapServer, startImapServer } from '../../lib/testing/dovecot';
import { rawMail } from '../../lib/testing/mail-desk';
import { SMTP_PASSWORD, type SmtpReceiver, startSmtpReceiver } from '../../lib/testing/mail-servers';
import type { RunningServer } from '../fixtures/server';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, test } from '../fixtures/test';

test.skip(process.env.CI === undefined && findDovecot() === undefined, 'needs Dovecot: apt-get install dovecot-imapd');
test.describe.configure({ timeout: 300_000 });

/** Mails, models and servers take their time; what is waited for comes sooner or later. */
const patient = { timeout: 60_000 };
const ADDRESS = 'support@shop.example';

let imap: ImapServer;
let smtp: SmtpReceiver;
let model: AiServer;

test.beforeEach(async () => {
  imap = await startImapServer();
  smtp = await startSmtpReceiver();
  model = await startAiServer();
});
test.afterEach(async () => {
  await Promise.all([imap?.stop(), smtp?.stop(), model?.close()]);
});

/** What the model is asked, and what it says to it. */
function prepareModel(draft: string): void {
  model.usually = ({ system, user }) => {
    if (!system.includes('JSON object alone')) return draft;
    const sentiment = /never|honte/.test(user) ? 'negative' : 'positive';
    return JSON.stringify({ sentiment, context: 'delivery' });
  };
}

async function made(api: APIRequestContext, path: string, data: object) {
  const answer = await api.post(`/api/v1/${path}`, { data, ...patient });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

async function read(api: APIRequestContext, path: string) {
  return (await api.get(`/api/v1/${path}`, patient)).json();
}

/** Connects the model, and a workflow that looks after angry customers. */
async function prepareWorkflow(api: APIRequestContext, name: string): Promise<void> {
  const settings = { address: `${model.url}/v1`, model: AI_MODEL, analyse: true };
  await made(api, 'integrations', { kind: 'ai', name: 'Model', settings, secrets: { key: AI_KEY } });
  await made(api, 'workflows', {
    ...{ name, active: true, when: { all: [{ field: 'sentiment', operator: 'is', value: ['negative'] }] } },
    do: [
      { action: 'add_tag', tag: 'angry' },
      { action: 'assign_agent', agent: 'amin-agent' },
      { action: 'ai_message', instruction: 'Apologise, and say that we look into it.', review: true },
    ],
  });
}

/** Only what comes from now on is read: waits until somebody reads. */
async function begunReading(api: APIRequestContext, key: string): Promise<void> {
  const state = async () => (await read(api, `integrations/${key}`)).health.state;
  await expect.poll(state, patient).toBe('working');
}

interface Ticket {
  readonly id: string;
  readonly key: string;
}

/** The ticket that a mail has become. */
async function ticketAbout(api: APIRequestContext, subject: string): Promise<Ticket> {
  let found: (Ticket & { subject: string | null }) | undefined;
  const look = async () => {
    const { items } = await read(api, 'conversations?limit=50');
    found = items.find((each: { subject: string | null }) => each.subject === subject);
    return found !== undefined;
  };
  await expect.poll(look, patient).toBe(true);
  if (!found) throw new Error(`No ticket about ${subject}`);
  return found;
}

/** A mail with a file. */
function angryMail(mark: string, subject: string, text: string): string {
  const parts = [
    `--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
    '--part\r\nContent-Type: text/plain; name="receipt.txt"\r\nContent-Disposition: attachment; filename="receipt.txt"\r\n',
    `\r\nPaid ${mark}\r\n--part--`,
  ];
  return rawMail({
    ...{ from: `Zoë ${mark} <${mark}@customer.example>`, id: `first-${mark}@customer.example`, subject },
    text: parts.join(''),
    headers: { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=part' },
  });
}

async function connectInBrowser(page: Page, { url }: RunningServer, user: string): Promise<Locator> {
  await page.goto(`${url}/settings/integrations`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Mailbox' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect: Mailbox' });
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill(ADDRESS);
  await dialog.getByRole('textbox', { name: 'Name of the sender' }).fill('Velo & Co');
  await dialog.getByRole('textbox', { name: 'User name', exact: true }).fill(user);
  await dialog.getByLabel('Password', { exact: true }).fill('wrong');
  for (const [name, port] of [
    ['Receiving (IMAP)', imap.port],
    ['Sending (SMTP)', smtp.port],
  ] as const) {
    const server = dialog.getByRole('group', { name });
    await server.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1');
    await server.getByRole('textbox', { name: 'Port' }).fill(String(port));
    await server.getByRole('combobox', { name: 'Encryption' }).click();
    await page.getByRole('option', { name: 'None', exact: true }).click();
    await expect(server.getByRole('combobox', { name: 'Encryption' })).toHaveText('None');
  }
  await dialog.getByLabel('Password for sending').fill(SMTP_PASSWORD);
  return dialog;
}

test('an angry mail is sorted, tagged, assigned and drafted; the approved answer leaves in its thread, and the reply comes back', async ({
  page,
  ownServer,
  apiOf,
}) => {
  const mark = randomUUID().slice(0, 6);
  const [user, subject, rule] = [`box-${mark}`, `Never again ${mark}`, `Angry ${mark}`];
  const server = await ownServer({ env: { SIGNALBOX_ALLOW_PRIVATE_ADDRESSES: '1' } });
  const api = await apiOf(server.url);
  prepareModel(`We are sorry, and look into it, ${mark}.`);
  await prepareWorkflow(api, rule);
  await made(api, 'inboxes', { name: `Post ${mark}` });

  // The mailbox is connected as an administrator does it, with a wrong password first and a test message.
  await signIn(page, server.url, 'admin');
  const dialog = await connectInBrowser(page, server, user);
  await dialog.getByRole('combobox', { name: 'Inbox', exact: true }).click();
  await page.getByRole('option', { name: `Post ${mark}`, exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: 'Inbox', exact: true })).toHaveText(`Post ${mark}`);
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('Wrong user name or password')).toBeVisible(patient);
  await checkAccessibility(page);
  await dialog.getByLabel('Password', { exact: true }).fill(IMAP_PASSWORD);
  await dialog.getByRole('textbox', { name: 'Send a test message to' }).fill(`ada-${mark}@shop.example`);
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText('The test message was sent.')).toBeVisible(patient);
  expect(smtp.mails.map(({ to }) => to?.[0]?.address)).toEqual([`ada-${mark}@shop.example`]);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('row', { name: /Mailbox/ })).toBeVisible();
  await begunReading(api, 'mailbox');

  await imap.deliver(user, angryMail(mark, subject, `I will never buy here again, ${mark}.`));
  const ticket = await ticketAbout(api, subject);

  // The agent finds it assigned, tagged and sorted, with a draft.
  await signIn(page, server.url, 'agent');
  await page.goto(`${server.url}/workspace/${ticket.id}`);
  const thread = page.getByRole('log');
  await expect(thread.getByText(`I will never buy here again, ${mark}.`)).toBeVisible();
  await expect(thread.getByRole('link', { name: /receipt\.txt/ })).toBeVisible();
  const draft = page.getByRole('region', { name: `Draft by “${rule}”` });
  await expect(draft.getByText(`We are sorry, and look into it, ${mark}.`)).toBeVisible(patient);
  await expect(page.getByRole('combobox', { name: 'Sentiment' })).toHaveText('Negative', patient);
  await expect(page.getByRole('combobox', { name: 'Context' })).toHaveText('Delivery', patient);
  await expect(page.getByRole('combobox', { name: 'Inbox', exact: true })).toHaveText(`Post ${mark}`);
  await expect(page.getByRole('combobox', { name: 'Agent', exact: true })).toHaveText('Amin Agent', patient);
  expect((await read(api, `conversations/${ticket.id}`)).tags).toEqual(['angry']);
  await checkAccessibility(page);
  expect(smtp.mails).toHaveLength(1);

  // The server refuses it once; the agent sends it again.
  smtp.refuse({ at: 'text', code: 554, text: '5.7.1 Not now' });
  await draft.getByRole('button', { name: 'Approve and send' }).click();
  await expect(thread.getByText(`We are sorry, and look into it, ${mark}.`)).toBeVisible();
  await expect(draft).toHaveCount(0);
  await expect(thread.getByText('Not sent by e-mail: The mail server refused it')).toBeVisible(patient);
  await checkAccessibility(page);
  expect(smtp.mails).toHaveLength(1);
  await thread.getByRole('button', { name: 'Send again' }).click();
  await expect(thread.getByText(`Sent by e-mail to ${mark}@customer.example`)).toBeVisible(patient);
  await checkAccessibility(page);

  // At the other end, once, in the thread.
  expect(smtp.mails).toHaveLength(2);
  const answer = smtp.mails[1];
  expect(answer).toMatchObject({
    ...{ subject: `Re: ${subject}`, from: { address: ADDRESS, name: 'Velo & Co' } },
    to: [{ address: `${mark}@customer.example` }],
    inReplyTo: `<first-${mark}@customer.example>`,
    references: `<first-${mark}@customer.example>`,
  });
  expect(answer?.text).toContain(`We are sorry, and look into it, ${mark}.`);
  // An agent has approved it: it is no automatic answer.
  expect(answer?.raw).not.toMatch(/^Auto-Submitted:/im);

  // What the customer answers to it comes into the same conversation.
  const ids = [`<first-${mark}@customer.example>`, answer?.messageId ?? ''];
  await imap.deliver(
    user,
    rawMail({
      ...{ from: `Zoë ${mark} <${mark}@customer.example>`, subject: `Re: ${subject}` },
      text: `All is well now, ${mark}.\r\n\r\nOn Monday Velo & Co wrote:\r\n> We are sorry, and look into it, ${mark}.`,
      headers: { 'In-Reply-To': ids[1] ?? '', References: ids.join(' ') },
    }),
  );
  await expect(thread.getByText(`All is well now, ${mark}.`)).toBeVisible(patient);
  await expect(thread.getByText('Quoted text')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Sentiment' })).toHaveText('Positive', patient);
  const { items } = await read(api, 'conversations?limit=50');
  const about = items.filter((each: { subject: string | null }) => each.subject?.includes(mark));
  expect(about.map(({ id }: Ticket) => id)).toEqual([ticket.id]);

  // The log says why and what.
  await page
    .getByRole('region', { name: 'Firings in this conversation' })
    .getByRole('link', { name: rule })
    .last()
    .click();
  await expect(page.getByText('Why it fired')).toBeVisible();
  await expect(page.getByText(/Sentiment/).first()).toBeVisible();
  for (const action of ['Assign tag', 'Assign agent', 'AI message'])
    await expect(page.getByRole('listitem').filter({ hasText: action }).first()).toContainText('done');
  await checkAccessibility(page);
});

test.describe('in French', () => {
  test.use({ language: 'fr' });

  test('le brouillon d’un e-mail fâché est approuvé, et part dans son fil', async ({ page, ownServer, apiOf }) => {
    const mark = randomUUID().slice(0, 6);
    const [user, subject, rule] = [`box-${mark}`, `Commande ${mark}`, `Fâchés ${mark}`];
    const server = await ownServer({ env: { SIGNALBOX_ALLOW_PRIVATE_ADDRESSES: '1' } });
    await page.context().addCookies([{ name: 'signalbox-locale', value: 'fr', url: server.url }]);
    const api = await apiOf(server.url);
    prepareModel(`Nous regardons cela, ${mark}.`);
    await prepareWorkflow(api, rule);
    const [host, security] = ['127.0.0.1', 'none'];
    await made(api, 'integrations', {
      ...{ kind: 'mail', key: 'boite', name: 'Boîte' },
      settings: {
        ...{ address: ADDRESS, user, imapHost: host, imapPort: imap.port, imapSecurity: security },
        ...{ smtpHost: host, smtpPort: smtp.port, smtpSecurity: security },
      },
      secrets: { password: IMAP_PASSWORD, smtpPassword: SMTP_PASSWORD },
    });
    await begunReading(api, 'boite');
    await imap.deliver(user, 'Subject: Personne\n\nBonjour');
    await imap.deliver(user, angryMail(mark, subject, `C’est une honte, ${mark}.`));
    const ticket = await ticketAbout(api, subject);

    await signIn(page, server.url, 'agent');
    await page.goto(`${server.url}/workspace/${ticket.id}`);
    const draft = page.getByRole('region', { name: `Brouillon de « ${rule} »` });
    await expect(draft.getByText(`Nous regardons cela, ${mark}.`)).toBeVisible(patient);
    await expect(page.getByRole('combobox', { name: 'Sentiment' })).toHaveText('Négatif', patient);
    await checkAccessibility(page);
    await draft.getByRole('button', { name: 'Approuver et envoyer' }).click();
    const sent = page.getByRole('log').getByText(`Envoyé par e-mail à ${mark}@customer.example`);
    await expect(sent).toBeVisible(patient);
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ inReplyTo: `<first-${mark}@customer.example>`, subject: `Re: ${subject}` });

    // What could not become a ticket is told to the administrator.
    await signIn(page, server.url, 'admin');
    await page.goto(`${server.url}/settings/integrations`);
    const row = page.getByRole('row', { name: /Boîte/ });
    await expect(row.getByText('Un e-mail a été laissé de côté récemment')).toBeVisible();
    await page.getByRole('button', { name: 'Options de Boîte' }).click();
    await page.getByRole('menuitem', { name: 'Modifier' }).click();
    const dialog = page.getByRole('dialog', { name: 'Modifier « Boîte »' });
    await expect(dialog.getByText('Dernière lecture')).toBeVisible();
    await expect(dialog.getByText(/Un e-mail n’indique aucun expéditeur.*Ouvrez-le dans la boîte mail/)).toBeVisible();
    await expect(dialog.getByRole('combobox', { name: 'Boîte de réception' })).toHaveText('Aucune boîte de réception');
    await checkAccessibility(page);
  });
});
