/** Customers: found, described, suspended and let back, and one person's data taken away and erased. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';

/** Somebody nobody else knows, who has written once. */
async function newcomer(api: APIRequestContext) {
  const mark = randomUUID().slice(0, 8);
  const name = `Zelda ${mark}`;
  const key = `crm-${mark}`;
  const said = `Where is parcel ${mark}?`;
  const answer = await api.post('/api/v1/events', {
    data: {
      events: [
        {
          ...{ id: `e-${mark}`, type: 'message_sent', occurredAt: new Date().toISOString(), channel: 'web' },
          ...{ conversation: { id: `talk-${mark}` }, customer: { id: key, name, email: `${mark}@example.org` } },
          message: { id: `m-${mark}`, text: said, sender: { type: 'customer', name } },
        },
      ],
    },
  });
  expect((await answer.json()).results[0].status).toBe('accepted');
  const { id } = await (await api.get(`/api/v1/customers/${key}`)).json();
  return { id: String(id), mark, name, key, said };
}

test('a lead finds a customer, tags, suspends and lets back', async ({ page, api, signInAs }) => {
  const { name, key, mark } = await newcomer(api);
  await signInAs('lead');
  await page.goto('/people');
  await page.getByRole('searchbox', { name: 'Name, e-mail or external id' }).fill(key);
  await expect(page).toHaveURL(/search=crm-/);
  await expect(page.getByRole('row')).toHaveCount(2);
  await checkAccessibility(page);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(`${mark}@example.org`)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Ticket \d|no ticket/ })).toBeVisible();
  await checkAccessibility(page);

  const tags = page.getByRole('textbox', { name: 'Tags' }).or(page.getByRole('combobox', { name: 'Tags' }));
  await tags.fill(`tag-${mark}`);
  await tags.press('Enter');
  await expect(page.getByText('Tags saved')).toBeVisible();
  expect(await (await api.get(`/api/v1/customers/${key}`)).json()).toMatchObject({ tags: [`tag-${mark}`] });
  await page.goto(`/people?tag=tag-${mark}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name }).click();

  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Suspend…' }).click();
  const dialog = page.getByRole('dialog', { name: `Suspend ${name}?` });
  await expect(dialog).toContainText('The customer is not told');
  await dialog.getByRole('radio', { name: /All channels/ }).check();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(`Threats ${mark}`);
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Suspend user' }).click();
  await expect(page.getByRole('heading', { name: 'Suspended' })).toBeVisible();
  await expect(page.getByText(`Threats ${mark}`)).toBeVisible();
  await checkAccessibility(page);

  await page.goto('/people/suspended');
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('All channels');
  await expect(row).toContainText(`Threats ${mark}`);
  await expect(row).toContainText('Léa Lead');
  await checkAccessibility(page);
  await row.getByRole('button', { name: `Lift the suspension of ${name}` }).click();
  await expect(page.getByText(`${name} is no longer suspended`)).toBeVisible();
  await expect(row).toBeHidden();
  expect(await (await api.get(`/api/v1/customers/${key}`)).json()).toMatchObject({
    suspension: null,
    liftedSuspensions: [{ reason: `Threats ${mark}`, liftedBy: 'Léa Lead' }],
  });
});

test('what is wrong with an address stands at its field, and nothing is lost', async ({ page, api, signInAs }) => {
  const { id, name, mark } = await newcomer(api);
  await signInAs('agent');
  await page.goto(`/people/${id}`);
  await page.getByRole('button', { name: `Options of ${name}` }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Edit…']);
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit customer' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Zoé ${mark}`);
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(`zoé@example.org`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const address = dialog.getByRole('textbox', { name: 'E-mail' });
  await expect(address).toHaveAccessibleDescription(/accented/);
  await expect(address).toHaveValue('zoé@example.org');
  await checkAccessibility(page);
  await address.fill(`zoe-${mark}@example.org`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Zoé ${mark}` })).toBeVisible();
});

test.describe('in French, on a phone', () => {
  test.use({ language: 'fr', viewport: { width: 390, height: 844 } });

  test('an administrator takes away a person’s data and erases the person', async ({ page, api, signInAs }) => {
    const { id, name, key, mark, said } = await newcomer(api);
    await signInAs('admin');
    await page.goto('/people');
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await page.goto(`/people/${id}`);
    await noHorizontalOverflow(page);
    await checkAccessibility(page);
    await page.getByRole('button', { name: `Options de ${name}` }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Exporter les données' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`customer-${id}.json`);
    const data = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(data).toMatchObject({ customer: { key, name }, conversations: [{ messages: [{ body: said }] }] });

    await page.getByRole('button', { name: `Options de ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Effacer…' }).click();
    const dialog = page.getByRole('alertdialog', { name: new RegExp(`Effacer ${name}`) });
    await expect(dialog).toContainText('1 message');
    await expect(dialog).toContainText('Ce qui reste');
    await checkAccessibility(page);
    const erase = dialog.getByRole('button', { name: 'Effacer la personne' });
    await expect(erase).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByRole('textbox').fill(name);
    await erase.click();
    await expect(page).toHaveURL(/\/people$/);
    await expect(page.getByText('La personne a été effacée')).toBeVisible();
    expect((await api.get(`/api/v1/customers/${key}`)).status()).toBe(404);
    expect(await (await api.get(`/api/v1/customers?search=${mark}`)).json()).toMatchObject({ total: 0 });
    expect((await api.get(`/api/v1/conversations/talk-${mark}`)).status()).toBe(404);
  });
});
