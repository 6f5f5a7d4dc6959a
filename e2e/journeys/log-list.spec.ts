/** The log: narrowed by what stands in its address, page by page, and live; a firing opens to its trace. */
import { randomUUID } from 'node:crypto';
import { checkAccessibility, expect, noHorizontalOverflow, test } from '../fixtures/test';
import { ask, storeTrigger } from '../fixtures/trigger';

const tag = (name: string) => [{ action: 'add_tags', tags: [name] }];

test('filters stand in the address, outlive a reload, and are cleared from the empty state', async ({
  page,
  api,
  signInAs,
}) => {
  const mark = randomUUID().slice(0, 8);
  const customer = `Filters ${mark}`;
  const first = await storeTrigger(api, { name: `First ${mark}`, customer, do: tag(`t-${mark}`) });
  const waits = [{ action: 'wait', seconds: 3_600 }, ...tag(`t-${mark}`)];
  const second = await storeTrigger(api, { name: `Second ${mark}`, customer, do: waits });
  await ask(api, customer);
  await signInAs('agent');
  await page.goto('/log');
  await page.getByRole('searchbox', { name: 'Customer or conversation' }).fill(mark);
  const table = page.getByRole('table', { name: 'Firings' });
  // Rules of other journeys may fire for this customer too.
  const own = table.getByRole('row').filter({ hasText: new RegExp(`(First|Second) ${mark}`) });
  await expect(own).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`search=${mark}`));

  await page.getByRole('combobox', { name: 'Outcome' }).click();
  await page.getByRole('option', { name: 'Waiting', exact: true }).click();
  await expect(page).toHaveURL(/outcome=waiting/);
  await expect(own).toHaveCount(1);
  await expect(own).toContainText(second.name);

  await page.getByRole('combobox', { name: 'Outcome' }).click();
  await page.getByRole('option', { name: 'Any outcome', exact: true }).click();
  await expect(page).not.toHaveURL(/outcome=/);
  await page.getByRole('combobox', { name: 'Rule', exact: true }).click();
  await page.getByPlaceholder('Search', { exact: true }).fill(first.name);
  await page.getByRole('option', { name: new RegExp(first.name) }).click();
  await expect(page).toHaveURL(new RegExp(`rule=${first.id}`));
  await expect(own).toHaveCount(1);

  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Rule', exact: true })).toContainText(first.name);
  await expect(own).toHaveCount(1);
  await expect(own).toContainText(first.name);

  await page.goto(`/log?search=${mark}&rule=${first.id}&outcome=failed&event=message_sent`);
  await expect(page.getByText('No firing matches these filters')).toBeVisible();
  await checkAccessibility(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await noHorizontalOverflow(page);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/log$/);
});

test('more than a page goes on, and what fires meanwhile appears by itself', async ({ page, api, signInAs }) => {
  const mark = randomUUID().slice(0, 8);
  const customer = `Many ${mark}`;
  const rule = await storeTrigger(api, { name: `Pages ${mark}`, customer, do: tag(`t-${mark}`) });
  const events = Array.from({ length: 60 }, (_, index) => ({
    ...{ id: `${mark}-${index}`, type: 'conversation_requested', occurredAt: new Date().toISOString() },
    ...{ conversation: { id: `c-${mark}-${index}` }, customer: { id: `u-${mark}-${index}`, name: customer } },
  }));
  const { results } = await (await api.post('/api/v1/events', { data: { events } })).json();
  expect(results.filter(({ status }: { status: string }) => status === 'accepted')).toHaveLength(60);
  await signInAs('lead');
  await page.goto(`/log?rule=${rule.id}`);
  const rows = page.getByRole('table', { name: 'Firings' }).getByRole('row');
  const conversations = () => rows.getByRole('link', { name: new RegExp(`^c-${mark}`) }).allTextContents();
  await expect(rows).toHaveCount(51);
  const newest = await conversations();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(rows).toHaveCount(11);
  await expect(page.getByText('Older firings, not live')).toBeVisible();
  const oldest = await conversations();
  expect(new Set([...newest, ...oldest]).size).toBe(60);
  await checkAccessibility(page);

  await page.getByRole('link', { name: 'Previous page' }).click();
  await expect(page).not.toHaveURL(/cursor=/);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(rows).toHaveCount(51);
  const { conversation } = await ask(api, customer);
  await expect(rows.nth(1)).toContainText(conversation, { timeout: 20_000 });

  // An open row holds the list still; paused, it stays so.
  await rows
    .nth(1)
    .getByRole('button', { name: new RegExp(rule.name) })
    .click();
  await expect(page.getByText('Paused, a row is open')).toBeVisible();
  await rows
    .nth(1)
    .getByRole('button', { name: new RegExp(rule.name) })
    .click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
});

test('a firing shows what it saw, and what its rule says by now', async ({ page, api, signInAs }) => {
  const mark = randomUUID().slice(0, 8);
  const customer = `Traced ${mark}`;
  const body = {
    ...{ name: `Traced ${mark}`, customer, on: 'conversation_requested', active: true },
    when: {
      all: [
        { field: 'customer_name', operator: 'is', value: customer },
        {
          any: [
            { field: 'hour_of_day', operator: 'greater_or_equal', value: 0 },
            { field: 'customer_email', operator: 'contains', value: '@' },
          ],
        },
      ],
    },
    do: tag(`was-${mark}`),
  };
  const rule = await storeTrigger(api, body);
  const { conversation, firingOf } = await ask(api, customer);
  const { customer: _customer, ...stored } = body;
  const changed = { ...stored, do: tag(`will-be-${mark}`), version: rule.version };
  expect((await api.put(`/api/v1/triggers/${rule.id}`, { data: changed })).ok()).toBe(true);

  await signInAs('lead');
  await page.goto(`/log?search=${conversation}`);
  await page.getByRole('link', { name: new RegExp(`^${rule.name}`) }).click();
  await expect(page).toHaveURL(new RegExp(`/log/${firingOf(rule)}$`));
  const name = page.getByRole('row', { name: /^Customer name/ });
  await expect(name).toContainText(customer);
  await expect(name).toContainText('Met');
  const mail = page.getByRole('row', { name: /^Customer email/ });
  await expect(mail).toContainText('Not met');
  await expect(page.getByRole('list', { name: 'What it did' })).toContainText(`was-${mark}`);
  await expect(page.getByText('Event as received')).toBeVisible();
  await checkAccessibility(page);

  await page.getByRole('link', { name: 'Compare with 2' }).click();
  await expect(page).toHaveURL(new RegExp(`/triggers/${rule.id}/versions\\?version=1`));
  await expect(page.getByText(`"was-${mark}"`)).toBeVisible();
  await expect(page.getByText(`"will-be-${mark}"`)).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: conversation }).first().click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${conversation}`));
  await expect(page.getByRole('link', { name: rule.name })).toBeVisible();
  const done = page.getByRole('listitem').filter({ hasText: rule.name });
  await expect(done).toContainText('Done · Add tags');
  await expect(page.getByRole('link', { name: `added the tag was-${mark}` })).toBeVisible();
  await checkAccessibility(page);
});
