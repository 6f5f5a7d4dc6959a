/** Integrations against servers that speak their protocols: connected, tried, used by workflows, and approved by an agent. */
import { randomUUID } from 'node:crypto';
import { AI_KEY, AI_MODEL, startAiServer } from '../../lib/runtime/testing/ai-server';
import { BASE_TOKEN, startBaseServer } from '../../lib/runtime/testing/base-server';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

const mark = () => randomUUID().slice(0, 6);
const ownEnvironment = { env: { SIGNALBOX_ALLOW_PRIVATE_ADDRESSES: '1' } };

test('a language model is tried, connected, drafts an answer, and an agent approves it', async ({
  page,
  ownServer,
  apiOf,
}) => {
  test.slow();
  const model = await startAiServer();
  const server = await ownServer(ownEnvironment);
  try {
    const api = await apiOf(server.url);
    await signIn(page, server.url, 'admin');
    await page.goto(`${server.url}/settings/integrations`);
    await expect(page.getByText('Nothing is connected yet')).toBeVisible();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Language model' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect: Language model' });
    await dialog.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/v1');
    await dialog.getByRole('textbox', { name: 'Model' }).fill(AI_MODEL);
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    await expect(dialog.getByText('Nobody answers at this address')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Address' }).fill(`${model.url}/v1`);
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    await expect(dialog.getByText('The provider refused the key')).toBeVisible();
    await checkAccessibility(page);
    await dialog.getByLabel('Key', { exact: true }).fill(AI_KEY);
    model.next.push('ready');
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    await expect(dialog.getByText('The model answered: ready')).toBeVisible();
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('row', { name: /Language model/ })).toBeVisible();

    const word = mark();
    const workflow = {
      ...{ name: `Drafts ${word}`, active: true },
      when: { all: [{ field: 'message_contains', operator: 'is', value: [word] }] },
      do: [{ action: 'ai_message', instruction: 'Answer kindly.', review: true }],
    };
    const created = await api.post('/api/v1/workflows', { data: workflow });
    expect(created.status(), await created.text()).toBe(201);
    const conversation = `c-${word}`;
    const about = { conversation: { id: conversation }, customer: { id: `u-${word}`, name: `Cat ${word}` } };
    const occurredAt = new Date().toISOString();
    const message = { id: `m-${word}`, text: `Where is it? ${word}`, sender: { type: 'customer' } };
    model.usually = () => `We look after it, ${word}.`;
    const sent = await api.post('/api/v1/events', {
      data: {
        events: [
          { ...about, occurredAt, id: `e-1-${word}`, type: 'ticket_created', ticket: {} },
          { ...about, occurredAt, id: `e-2-${word}`, type: 'message_sent', message },
        ],
      },
    });
    expect(sent.status(), await sent.text()).toBe(200);
    const found = await (await api.get(`/api/v1/conversations/${conversation}`)).json();
    await page.goto(`${server.url}/workspace/${found.id}`);
    const draft = page.getByRole('region', { name: `Draft by “Drafts ${word}”` });
    await expect(draft.getByText(`We look after it, ${word}.`)).toBeVisible({ timeout: 30_000 });
    await checkAccessibility(page);
    await draft.getByRole('button', { name: 'Edit' }).click();
    await draft.getByRole('textbox', { name: 'Text of the draft' }).fill(`We look after it today, ${word}.`);
    await draft.getByRole('button', { name: 'Approve and send' }).click();
    await expect(page.getByRole('log').getByText(`We look after it today, ${word}.`)).toBeVisible();
    await expect(draft).toHaveCount(0);
  } finally {
    await model.close();
  }
});

test.describe('in French', () => {
  test.use({ language: 'fr' });

  test('Base est testée, connectée, et dit ce qui ne va pas', async ({ page, ownServer }) => {
    test.slow();
    const base = await startBaseServer();
    const server = await ownServer(ownEnvironment);
    try {
      await page.context().addCookies([{ name: 'signalbox-locale', value: 'fr', url: server.url }]);
      await signIn(page, server.url, 'admin');
      await page.goto(`${server.url}/settings/integrations`);
      await page.getByRole('button', { name: 'Connecter' }).click();
      await page.getByRole('menuitem', { name: 'Base' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Connecter' }).click();
      await expect(dialog.getByLabel('Jeton d’API')).toHaveAttribute('aria-invalid', 'true');
      await dialog.getByLabel('Adresse').fill(base.url);
      await dialog.getByLabel('Jeton d’API').fill('wrong-token');
      await dialog.getByRole('button', { name: 'Tester la connexion' }).click();
      await expect(dialog.getByText('Base ne connaît pas ce jeton')).toBeVisible();
      await dialog.getByLabel('Jeton d’API').fill(BASE_TOKEN);
      await dialog.getByRole('button', { name: 'Tester la connexion' }).click();
      await expect(dialog.getByText('Base a répondu : 2 statuts de commande.')).toBeVisible();
      await checkAccessibility(page);
      await dialog.getByRole('button', { name: 'Connecter' }).click();
      await expect(dialog).toHaveCount(0);
      await page.getByRole('button', { name: 'Options de Base' }).click();
      await page.getByRole('menuitem', { name: 'Tester la connexion' }).click();
      await expect(page.getByRole('row', { name: /Base/ }).getByText('Fonctionne')).toBeVisible();
      // Without what was announced meanwhile.
      await page.goto(`${server.url}/settings/integrations`);
      await page.setViewportSize({ width: 390, height: 844 });
      await noHorizontalOverflow(page);
      await checkAccessibility(page);
      await page.getByRole('button', { name: 'Options de Base' }).click();
      await page.getByRole('menuitem', { name: 'Supprimer' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Supprimer' }).click();
      await expect(page.getByText('Rien n’est encore connecté')).toBeVisible();
    } finally {
      await base.close();
    }
  });
});

test('a status of Base is picked by its name, set on the order, and missed when Base has it no longer', async ({
  page,
  ownServer,
  apiOf,
}) => {
  test.slow();
  const base = await startBaseServer();
  const server = await ownServer(ownEnvironment);
  try {
    const api = await apiOf(server.url);
    const connection = { kind: 'base', name: 'Base', settings: { address: base.url }, secrets: { token: BASE_TOKEN } };
    const connected = await api.post('/api/v1/integrations', { data: connection });
    expect(connected.status(), await connected.text()).toBe(201);
    await signIn(page, server.url, 'lead');
    await page.goto(`${server.url}/workflows/new?recipe=shipped_at_base`);
    const action = page.getByRole('group', { name: '1. Change Base order status' });
    await expect(action.getByText('2 statuses, read')).toBeVisible();
    const status = action.getByRole('combobox', { name: 'Status' });
    await status.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
    await page.keyboard.type('shipp');
    await expect(page.getByRole('option')).toHaveCount(2);
    await checkAccessibility(page);
    await page.getByRole('option', { name: /^Shipped/ }).click();
    await expect(status).toHaveText('Shipped');
    await expect(page.getByRole('region', { name: 'The rule in words' })).toContainText('status to Shipped');
    await page.getByRole('button', { name: /^Add(?! )/ }).click();
    await expect(page).toHaveURL(/\/workflows\/[0-9a-f-]{36}$/);

    const word = mark();
    const about = { conversation: { id: `c-${word}` }, occurredAt: new Date().toISOString() };
    const sent = await api.post('/api/v1/events', {
      data: {
        events: [
          {
            ...about,
            id: `e-1-${word}`,
            type: 'ticket_created',
            customer: { id: `u-${word}` },
            ticket: { orders: ['7001'] },
          },
          { ...about, id: `e-2-${word}`, type: 'ticket_updated', ticket: { orders: ['7001'], tags: ['shipped'] } },
        ],
      },
    });
    expect(sent.status(), await sent.text()).toBe(200);
    await expect.poll(() => base.orders.get('7001'), { timeout: 30_000 }).toBe('102');

    base.statuses.splice(1, 1, { id: 103, name: 'Returned' });
    await action.getByRole('button', { name: 'Read the list anew' }).click();
    await expect(action.getByText('Base has no status with the id 102. The action would fail.')).toBeVisible();
    await checkAccessibility(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await noHorizontalOverflow(page);
  } finally {
    await base.close();
  }
});

test('two who change the same integration see both versions, and nothing of either is lost', async ({
  page,
  ownServer,
  apiOf,
}) => {
  test.slow();
  const server = await ownServer();
  const api = await apiOf(server.url);
  const source = { kind: 'source', name: 'Allegro', settings: { note: 'As it was' } };
  const created = await (await api.post('/api/v1/integrations', { data: source })).json();
  const kept = async () => (await (await api.get(`/api/v1/integrations/${created.id}`)).json()).settings.note;
  const others = (note: string) => api.put(`/api/v1/integrations/${created.id}`, { data: { settings: { note } } });
  await signIn(page, server.url, 'admin');
  await page.goto(`${server.url}/settings/integrations`);
  await page.getByRole('button', { name: 'Options of Allegro' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit “Allegro”' });
  const note = dialog.getByRole('textbox', { name: 'Note' });
  await note.fill('Mine');
  expect((await others('Theirs')).status()).toBe(200);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const conflict = dialog.getByRole('alert', { name: /saved this integration while you were editing/ });
  await expect(conflict.getByText('Note: Theirs')).toBeVisible();
  await expect(conflict.getByText('Note: Mine')).toBeVisible();
  expect(await kept()).toBe('Theirs');
  await checkAccessibility(page);
  await conflict.getByRole('button', { name: 'Take the saved one' }).click();
  await expect(note).toHaveValue('Theirs');
  await dialog.getByRole('button', { name: 'Bring mine back' }).click();
  await expect(note).toHaveValue('Mine');
  expect((await others('Theirs again')).status()).toBe(200);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(conflict.getByText('Note: Theirs again')).toBeVisible();
  await conflict.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await kept()).toBe('Mine');
});
