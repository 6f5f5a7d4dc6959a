/** Automated workflows as cards: their order, their verbs, templates that run as they are, import. */
import type { Page } from '@playwright/test';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { startWorkflowServer, type WorkflowServer } from '../fixtures/workflow-server';

let server: WorkflowServer;

test.beforeAll(async () => {
  // Making the demo data takes its time on a busy machine.
  test.setTimeout(240_000);
  server = await startWorkflowServer();
});
test.afterAll(() => server.remove());

const tagging = (name: string, more: object = {}) => ({
  name,
  description: `About ${name}`,
  when: { all: [{ field: 'tag_added', operator: 'is', value: ['never-added'] }] },
  do: [{ action: 'add_tag', tag: 'seen' }],
  ...more,
});

async function open(page: Page, role: 'lead' | 'agent' = 'lead', query = ''): Promise<void> {
  await signIn(page, server.url, role);
  await page.goto(`${server.url}/workflows${query}`);
}
const cardOf = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const optionsOf = (page: Page, name: string) => page.getByRole('button', { name: `Options of ${name}`, exact: true });
const shown = (page: Page) => page.getByRole('article').getByRole('heading').allTextContents();

test('cards stand in their order of execution and say what they do in words', async ({ page }) => {
  await server.begin(
    tagging('Thanks', { when: { all: [{ field: 'action', operator: 'is', value: ['first_message'] }] } }),
    tagging('Late', {
      active: false,
      when: {
        all: [
          { field: 'response_status', operator: 'is', value: ['not_replied'] },
          { field: 'ticket_created', operator: 'more_than', value: { amount: 24, unit: 'hours' } },
        ],
      },
      do: [
        { action: 'set_status', status: 'pending' },
        { action: 'add_tag', tag: 'late' },
      ],
    }),
  );
  await open(page);
  expect(await shown(page)).toEqual(['Thanks', 'Late']);
  const thanks = cardOf(page, 'Thanks');
  await expect(thanks).toContainText('About Thanks');
  await expect(thanks).toContainText('A customer writes their first message');
  await expect(thanks).toContainText('Active Yes');
  const late = cardOf(page, 'Late');
  await expect(late).toContainText('Active No');
  await expect(late).toContainText('more than 24 hours');
  await expect(late.getByRole('listitem')).toHaveText([
    /created more than 24 hours ago/,
    /The ticket is unanswered/,
    /Set the status to Pending/,
    /Tag the ticket late/,
  ]);
  await checkAccessibility(page);
});

test('the order is changed by keyboard, told, and taken back in one step', async ({ page }) => {
  await server.begin(tagging('One'), tagging('Two'), tagging('Three'));
  await open(page);
  const three = page.getByRole('link', { name: 'Three', exact: true });
  await three.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Three moved to 2')).toBeVisible();
  await expect.poll(server.standing).toEqual(['One', 'Three', 'Two']);
  // The focus went along, so that the next press moves the same card.
  await expect(three).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Three moved to 1')).toBeVisible();
  await expect.poll(server.standing).toEqual(['Three', 'One', 'Two']);
  await expect(three).toBeFocused();
  expect(await shown(page)).toEqual(['Three', 'One', 'Two']);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(server.standing).toEqual(['One', 'Two', 'Three']);
  await expect.poll(() => shown(page)).toEqual(['One', 'Two', 'Three']);
  await page.reload();
  expect(await shown(page)).toEqual(['One', 'Two', 'Three']);
});

test('the order is changed by dragging a card by its grip', async ({ page }) => {
  await server.begin(tagging('One'), tagging('Two'), tagging('Three'), tagging('Four'));
  await open(page);
  const grip = page.getByRole('button', { name: 'Move Four', exact: true });
  const from = await grip.boundingBox();
  const to = await cardOf(page, 'One').boundingBox();
  if (!from || !to) throw new Error('Not on the page');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y - 20, { steps: 4 });
  await page.mouse.move(to.x + 20, to.y + 20, { steps: 12 });
  await page.mouse.up();
  await expect.poll(server.standing).toEqual(['Four', 'One', 'Two', 'Three']);
  await expect.poll(() => shown(page)).toEqual(['Four', 'One', 'Two', 'Three']);
  await expect(page.getByText('Four moved to 1')).toBeVisible();
});

test('search and state narrow the list in the address; the order waits for the whole list', async ({ page }) => {
  await server.begin(tagging('Alpha'), tagging('Beta', { active: false }), tagging('Gamma'));
  await open(page);
  await page.getByRole('searchbox', { name: 'Search workflows' }).fill('a');
  await expect(page).toHaveURL(/search=a/);
  await expect(page.getByText('Show all to change it')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move Gamma' })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search workflows' }).fill('gam');
  await expect.poll(() => shown(page)).toEqual(['Gamma']);
  await expect(cardOf(page, 'Gamma').getByTitle('Place 3')).toHaveText('3');
  await page.getByRole('searchbox', { name: 'Search workflows' }).fill('nothing like it');
  await expect(page.getByText('No workflow matches “nothing like it”')).toBeVisible();
  await checkAccessibility(page);
  await page.getByRole('main').getByRole('button', { name: 'Clear search' }).last().click();
  await page.getByRole('button', { name: /^Inactive/ }).click();
  await expect(page).toHaveURL(/status=inactive/);
  await expect.poll(() => shown(page)).toEqual(['Beta']);
  await page.goBack();
  await expect.poll(() => shown(page)).toEqual(['Alpha', 'Beta', 'Gamma']);
});

test('a workflow is switched from its menu and by D, and switched back by Undo', async ({ page }) => {
  await server.begin(tagging('Switched'));
  await open(page);
  await optionsOf(page, 'Switched').click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(cardOf(page, 'Switched')).toContainText('Active No');
  await expect.poll(server.standing).toEqual(['Switched (no)']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(cardOf(page, 'Switched')).toContainText('Active Yes');
  await expect.poll(server.standing).toEqual(['Switched']);
  await page.getByRole('link', { name: 'Switched', exact: true }).focus();
  await page.keyboard.press('d');
  await expect.poll(server.standing).toEqual(['Switched (no)']);
});

test('a deleted workflow comes back with Undo, at its place', async ({ page }) => {
  const [, id] = await server.begin(tagging('One'), tagging('Doomed'), tagging('Three'));
  await open(page);
  await optionsOf(page, 'Doomed').click();
  await page.getByRole('menuitem', { name: /^Delete…/ }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete “Doomed”?' });
  await expect(dialog).toContainText('Past firings stay in the log');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(cardOf(page, 'Doomed')).toBeVisible();

  await page.getByRole('link', { name: 'Doomed', exact: true }).focus();
  await page.keyboard.press('Backspace');
  await dialog.getByRole('button', { name: 'Delete workflow' }).click();
  await expect(page.getByText('Doomed deleted')).toBeVisible();
  await expect.poll(() => shown(page)).toEqual(['One', 'Three']);
  expect((await server.api.get(`/api/v1/workflows/${id}`)).status()).toBe(404);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => shown(page)).toEqual(['One', 'Doomed', 'Three']);
  await expect.poll(server.standing).toEqual(['One', 'Doomed', 'Three']);
});

test('what waits for a connector says for what, and cannot be switched on before', async ({ page }) => {
  await server.begin(
    tagging('Draft', { active: false, do: [{ action: 'ai_message', instruction: 'Answer kindly.', review: true }] }),
  );
  await open(page);
  const card = cardOf(page, 'Draft');
  await expect(card).toContainText('Not active: a language model has to be connected');
  await expect(card.getByRole('link', { name: 'Open settings' })).toHaveAttribute('href', '/settings/integrations');
  await optionsOf(page, 'Draft').click();
  await page.getByRole('menuitem', { name: 'Activate' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Draft: a language model has to be connected' }),
  ).toBeVisible();
  await expect(card).toContainText('Active No');
  expect(await server.standing()).toEqual(['Draft (no)']);
});

test('a template is added as it is, and runs on the next ticket', async ({ page }) => {
  await server.begin();
  await open(page);
  await expect(page.getByRole('heading', { name: 'No workflow yet' })).toBeVisible();
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Start from a template' }).click();
  const gallery = page.getByRole('dialog', { name: 'Templates' });
  await expect(gallery.getByRole('listitem').filter({ has: page.getByRole('heading') })).toHaveCount(16);
  await checkAccessibility(page);
  await gallery.getByRole('button', { name: 'Add “Thanks for the first message”' }).click();
  await expect(gallery).toBeHidden();
  await expect(page.getByText('Thanks for the first message added, and active')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Thanks for the first message' })).toBeFocused();

  const ticket = await server.write('Is it in stock?');
  const written = async () =>
    (await (await server.api.get(`/api/v1/conversations/${ticket}/messages`)).json()).items.map(
      ({ text }: { text: string }) => text,
    );
  await expect.poll(written).toContainEqual(expect.stringMatching(/^Thank you for writing, Zoë/));
  await optionsOf(page, 'Thanks for the first message').click();
  await page.getByRole('menuitem', { name: 'Show firings' }).click();
  await expect(page.getByRole('row').filter({ hasText: ticket })).toContainText('Thanks for the first message');

  // Once more: under a name of its own, and taken back.
  await page.goto(`${server.url}/workflows`);
  await page.getByRole('button', { name: 'Templates', exact: true }).click();
  await expect(gallery.getByText('In use')).toHaveCount(1);
  await gallery.getByRole('button', { name: 'Add “Thanks for the first message”' }).click();
  await expect(cardOf(page, 'Thanks for the first message 2')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(cardOf(page, 'Thanks for the first message 2')).toBeHidden();
  await expect.poll(server.standing).toEqual(['Thanks for the first message']);
});

test('a template that lacks something says what, and is opened instead of guessed', async ({ page }) => {
  await server.begin();
  await open(page);
  const gallery = page.getByRole('dialog', { name: 'Templates' });
  const templates = page.getByRole('button', { name: 'Templates', exact: true });
  await templates.click();
  const upset = gallery.getByRole('listitem').filter({ hasText: 'Upset customers' });
  await expect(upset).toContainText('Still to choose: the agent');
  await upset.getByRole('button', { name: 'Add “Upset customers”' }).click();
  await expect(page).toHaveURL(/\/workflows\/new\?recipe=negative_sentiment$/);
  await expect(page.getByText('Choose the agent, then add it')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Upset customers');
  expect(await server.standing()).toEqual([]);

  // What waits for a connection is whole: stored, inactive, and opened.
  await page.goto(`${server.url}/workflows`);
  await templates.click();
  const welcome = gallery.getByRole('listitem').filter({ hasText: 'Welcome in the customer’s language' });
  await expect(welcome).toContainText('Needs AI');
  await welcome.getByRole('button', { name: /^Add/ }).click();
  await expect(page).toHaveURL(/\/workflows\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/added, inactive: a language model has to be connected/)).toBeVisible();
  expect(await server.standing()).toEqual(['Welcome in the customer’s language (no)']);

  // Adapted first: nothing is stored.
  await page.goto(`${server.url}/workflows`);
  await templates.click();
  await gallery.getByRole('link', { name: 'Adapt “Urgent words”' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Urgent words');
  expect(await server.standing()).toEqual(['Welcome in the customer’s language (no)']);
});

test('a duplicate opens filled in and is stored by Add alone', async ({ page }) => {
  await server.begin(tagging('Original'));
  await open(page);
  await optionsOf(page, 'Original').click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Original (copy)');
  expect(await server.standing()).toEqual(['Original']);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(server.standing).toEqual(['Original', 'Original (copy) (no)']);
});

test('⌘K finds a workflow by its name', async ({ page }) => {
  const [id] = await server.begin(tagging('Rare bicycles'));
  await open(page);
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Search or jump to a page' });
  await palette.getByRole('combobox').fill('rare bi');
  await palette.getByRole('option', { name: 'Rare bicycles' }).click();
  await expect(page).toHaveURL(`${server.url}/workflows/${id}`);
});

test('a file with a bad entry: the report names it, and the good one can be stored', async ({ page }) => {
  await server.begin(tagging('Known'));
  await open(page);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import workflows' });
  const wrong = { all: [{ field: 'ticket_created', operator: 'more_than', value: 3 }] };
  const entries = [tagging('Good'), tagging('Bad', { when: wrong }), tagging('Known')];
  await dialog.getByLabel('or paste its JSON').fill(JSON.stringify(entries));
  await dialog.getByRole('button', { name: 'Check' }).click();
  const report = dialog.getByRole('region', { name: '3 entries read' });
  await expect(report.getByRole('listitem').filter({ hasText: 'Good' })).toContainText('Ready');
  await expect(report.getByRole('listitem').filter({ hasText: 'Bad' })).toContainText('when.all[0].value');
  await expect(report.getByRole('listitem').filter({ hasText: 'Known' })).toContainText('Name exists');
  await checkAccessibility(page);
  expect(await server.standing()).toEqual(['Known']);
  await dialog.getByRole('button', { name: 'Import 1 workflow' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => shown(page)).toEqual(['Known', 'Good']);

  // What is exported is what Import reads.
  const exported = await (await server.api.get('/api/v1/workflows/export')).json();
  expect(exported).toMatchObject([{ name: 'Known' }, { name: 'Good' }]);
});

test('agents read the list; nothing in it changes', async ({ page }) => {
  await server.begin(tagging('Read'));
  await open(page, 'agent');
  await expect(page.getByText('Only leads and administrators change workflows.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add workflow' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Move Read' })).toHaveCount(0);
  await optionsOf(page, 'Read').click();
  await expect(page.getByRole('menuitem')).toHaveText([/^Open/, 'Show firings']);
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('cards and templates fit, and can be read by everybody', async ({ page }) => {
    await server.begin(tagging('Remerciement'), tagging('Rappel', { active: false }));
    await open(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Workflows automatisés' })).toBeVisible();
    await expect(cardOf(page, 'Remerciement')).toContainText('Actif Oui');
    await expect(cardOf(page, 'Rappel')).toContainText('Actif Non');
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Modèles' }).click();
    const gallery = page.getByRole('dialog', { name: 'Modèles' });
    await expect(gallery.getByRole('button', { name: 'Ajouter « Répondre hors des horaires »' })).toBeVisible();
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await gallery.getByRole('button', { name: 'Ajouter « Mots urgents »' }).click();
    await expect(page.getByText('Mots urgents ajouté et actif')).toBeVisible();
    await expect.poll(server.standing).toEqual(['Remerciement', 'Rappel (no)', 'Mots urgents']);
  });
});
