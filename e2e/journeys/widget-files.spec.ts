/** Files both ways, and the form for name and e-mail. */
import { agentFor } from '../fixtures/agent';
import { newMark } from '../fixtures/customer';
import { checkAccessibility, expect, test } from '../fixtures/test';
import { widgetOn } from '../fixtures/widget';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFElEQVR4nGNkYPjPgA0wYRUdtBIAO/8BDS2bX5UAAAAASUVORK5CYII=',
  'base64',
);

test('a customer sends a picture and a document, and both are there after a reload', async ({ page, site, api }) => {
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  const text = `The wheel and the invoice ${newMark()}`;
  const choosing = page.waitForEvent('filechooser');
  await widget.panel.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles([
    { name: 'wheel.png', mimeType: 'image/png', buffer: png },
    { name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('Paid.') },
  ]);
  await expect(widget.panel.getByRole('button', { name: 'Remove wheel.png' })).toBeVisible();
  await expect(widget.panel.getByRole('progressbar')).toHaveCount(0);
  await checkAccessibility(page);
  await widget.write(text);
  await expect(widget.panel.getByText(/^Sent/)).toBeVisible();
  for (const after of ['sending', 'a reload']) {
    const picture = widget.panel.locator('.attachment img');
    await expect(picture, after).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
    const link = widget.panel.getByRole('link', { name: /invoice.txt/ });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(await answer.text()).toBe('Paid.');
    await page.reload();
  }
  const { key } = await agentFor(api, text);
  const { items } = await (await api.get(`/api/v1/conversations/${key}/messages`)).json();
  expect(items.flatMap((one: { attachments: { name: string }[] }) => one.attachments.map(({ name }) => name))).toEqual([
    ...['wheel.png', 'invoice.txt'],
  ]);
});

test('a file that is too large is told so before it is sent', async ({ page, site }) => {
  await page.goto(`${site.url}/demo`);
  const widget = widgetOn(page);
  await widget.open();
  const choosing = page.waitForEvent('filechooser');
  await widget.panel.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles([{ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(10_000_001) }]);
  await expect(widget.panel.getByRole('alert')).toHaveText('film.mp4 is larger than 10 MB. Choose a smaller file.');
  await widget.panel.getByRole('button', { name: 'Remove film.mp4' }).click();
  await expect(widget.panel.getByRole('alert')).toHaveCount(0);
});

for (const language of ['en', 'fr'] as const) {
  const say = {
    en: {
      email: 'E-mail address',
      send: 'Send e-mail address',
      missing: 'Enter your e-mail address.',
      ascii: 'Write the address without accents or special letters.',
    },
    fr: {
      email: 'Adresse e-mail',
      send: 'Envoyer l’adresse e-mail',
      missing: 'Saisissez votre adresse e-mail.',
      ascii: 'Écrivez l’adresse sans accents ni lettres spéciales.',
    },
  }[language];

  test.describe(language, () => {
    test.use({ language });

    test('an e-mail address that a rule asks for is checked in the customer’s language', async ({
      page,
      site,
      api,
    }) => {
      const text = `ask-for-my-email-${newMark()}`;
      const rule = await api.post('/api/v1/triggers', {
        data: {
          ...{ name: `Rule of ${text}`, active: true, on: 'message_sent' },
          when: { all: [{ field: 'message', operator: 'contains', value: text }] },
          do: [{ action: 'request_email', text: 'Leave your e-mail and we reply there.' }],
        },
      });
      expect(rule.ok(), await rule.text()).toBe(true);
      await page.goto(`${site.url}/demo`);
      const widget = widgetOn(page, language);
      await widget.open();
      await widget.write(text);
      await widget.write(text);
      const field = widget.panel.getByLabel(say.email);
      await expect(field).toBeVisible({ timeout: 15_000 });
      const submit = widget.panel.getByRole('button', { name: say.send });
      await submit.click();
      await expect(widget.panel.getByText(say.missing)).toBeVisible();
      await expect(field).toBeFocused();
      await field.fill('rené@example.org');
      await submit.click();
      await expect(widget.panel.getByText(say.ascii)).toBeVisible();
      await checkAccessibility(page);
      await field.fill('rene@example.org');
      await field.press('Enter');
      await expect(field).toBeHidden();
      const { key } = await agentFor(api, text);
      const { customer } = await (await api.get(`/api/v1/conversations/${key}`)).json();
      expect(customer.email).toBe('rene@example.org');
    });
  });
}
