/** A visitor of the widget turns out to be a known customer: both become one, by hand. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, test } from '../fixtures/test';

test('a lead merges a visitor into the customer it is', async ({ page, api, signInAs, playwright, baseURL }) => {
  const mark = randomUUID().slice(0, 8);
  const said = { type: 'message_sent', occurredAt: new Date().toISOString(), channel: 'web' };
  const known = { id: `crm-${mark}`, name: `Ines ${mark}`, email: `${mark}@example.org` };
  const message = { id: `m-${mark}`, text: 'Hello', sender: { type: 'customer' } };
  const told = { ...said, id: `e-${mark}`, conversation: { id: `talk-${mark}` }, customer: known, message };
  await api.post('/api/v1/events', { data: { events: [told] } });

  // The visitor writes in the widget, where nobody knows who it is.
  const shop = await playwright.request.newContext({ baseURL });
  const session = await shop.post('/api/widget/v1/sessions', {
    data: { channel: 'web', page: { url: 'https://shop.example.com/', title: 'Shop', referrer: '' } },
  });
  expect(session.ok(), await session.text()).toBe(true);
  const { token, customer } = await session.json();
  const sent = await shop.post('/api/widget/v1/messages', {
    data: { id: `w-${mark}`, text: `Question ${mark}` },
    headers: { authorization: `Bearer ${token}` },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  await shop.dispose();

  await signInAs('lead');
  await page.goto('/people?kind=anonymous&sort=created');
  await expect(page.getByRole('row').filter({ hasText: 'Anonymous' }).first()).toBeVisible();
  await checkAccessibility(page);
  // Other journeys have visitors too: this one is found by its id.
  await page.goto(`/people/${customer.id}`);
  await page.getByRole('button', { name: /^Options of/ }).click();
  await page.getByRole('menuitem', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Merge / });
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('searchbox', { name: 'Identified customer' }).fill('nobody at all');
  await expect(dialog.getByText('No identified customer matches “nobody at all”.')).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Identified customer' }).fill(mark);
  await dialog.getByRole('radio', { name: new RegExp(known.name) }).check();
  const effects = dialog.getByRole('region', { name: `What ${known.name} receives` });
  await expect(effects).toContainText('1 conversation');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: `Merge into ${known.name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: known.name })).toBeVisible();
  await expect(page.getByText('Customers merged')).toBeVisible();
  expect(await (await api.get(`/api/v1/customers/${known.id}`)).json()).toMatchObject({ conversations: 2 });
});
