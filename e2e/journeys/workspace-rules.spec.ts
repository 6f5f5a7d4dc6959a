/** Beside the conversation: why the customer got a message, why a rule stayed quiet, and who may not write any more. */
import { randomUUID } from 'node:crypto';
import { waitingCustomer } from '../fixtures/customer';
import { checkAccessibility, expect, test } from '../fixtures/test';

test('an automatic message leads to its firing, and a quiet rule says why', async ({ page, api, signInAs }) => {
  const mark = randomUUID().slice(0, 6);
  const rule = (name: string, customer: string) => ({
    ...{ name, active: true, on: 'conversation_requested' },
    when: { all: [{ field: 'customer_name', operator: 'contains', value: customer }] },
    do: [{ action: 'send_message', sender: 'Velo & Co', text: `Welcome, ${mark}` }],
  });
  const [fires, quiet] = [`Greets ${mark}`, `Stays quiet ${mark}`];
  for (const data of [rule(fires, `Cat ${mark}`), rule(quiet, 'Somebody else')]) {
    expect((await api.post('/api/v1/triggers', { data })).status()).toBe(201);
  }
  const customer = await waitingCustomer(api, { name: `Cat ${mark}` });
  await signInAs('lead');
  await page.goto(customer.place);
  await page.getByRole('link', { name: new RegExp(customer.name) }).click();
  const log = page.getByRole('log');
  await expect(log.getByText(`Welcome, ${mark}`)).toBeVisible();

  await page.getByRole('button', { name: 'Why did a rule not fire?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why did a rule not fire?' });
  await dialog.getByRole('combobox', { name: 'Rule' }).click();
  await page.getByPlaceholder('Search').fill(quiet);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/It did not fire because/)).toContainText('Customer name');
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const firings = page.getByRole('region', { name: 'Firings in this conversation' });
  await expect(firings.getByRole('link', { name: fires })).toBeVisible();
  await log.getByRole('link', { name: fires }).click();
  await expect(page.getByText('Why it fired')).toBeVisible();
});

test('a suspended customer is not told; the next request waits apart, and can be let in again', async ({
  page,
  api,
  signInAs,
}) => {
  const customer = await waitingCustomer(api, { name: 'Troll' });
  await signInAs('lead');
  await page.goto(customer.place);
  await page.getByRole('link', { name: new RegExp(customer.name) }).click();
  await page.getByRole('button', { name: 'Suspend customer…' }).click();
  const dialog = page.getByRole('dialog', { name: `Suspend ${customer.name}?` });
  await dialog.getByRole('radio', { name: /All channels/ }).check();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Insults');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Suspend customer' }).click();
  await expect(page.getByText(/This conversation ended on/)).toBeVisible();
  await expect(page.getByText(/Suspended from all channels by Léa Lead/)).toBeVisible();
  await expect(page.getByRole('log').getByText('ended, the customer was suspended')).toBeVisible();

  await page.getByRole('button', { name: 'Lift suspension…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lift suspension' }).click();
  await expect(page.getByText(`${customer.name} can write again`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Suspend customer…' })).toBeVisible();
});
