/** Files: chosen, pasted, dropped; shown, saved, taken back; and what is too large. */
import { randomBytes } from 'node:crypto';
import { waitingCustomer } from '../fixtures/customer';
import { checkAccessibility, expect, test } from '../fixtures/test';

/** Two by three pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAD0lEQVR4nGP4////fwYGBgAP/AL+6NqXbQAAAABJRU5ErkJggg==',
  'base64',
);

test('an agent sends a picture and a document, and changes their mind about a third', async ({
  page,
  api,
  signInAs,
}) => {
  const customer = await waitingCustomer(api);
  await signInAs('lead');
  await page.goto(customer.place);
  await page.getByRole('link', { name: new RegExp(customer.name) }).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await chosen).setFiles([
    { name: 'wheel.png', mimeType: 'image/png', buffer: PNG },
    { name: 'Facture n° 12 “août”.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') },
    { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('oops') },
    { name: 'film.mov', mimeType: 'video/quicktime', buffer: randomBytes(10_000_001) },
  ]);
  const tray = page.getByRole('list', { name: 'Attached files' });
  await expect(tray.getByRole('listitem')).toHaveCount(4);
  await expect(tray.getByText('At most 10 MB')).toBeVisible();
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Remove wrong.txt' }).click();
  await page.getByRole('button', { name: 'Remove film.mov' }).click();

  // What has arrived outlives a reload.
  await expect(tray.getByText('8 bytes')).toBeVisible();
  await page.reload();
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Reply to the customer' }).fill('Both as promised');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(tray).toHaveCount(0);
  const log = page.getByRole('log');
  await expect(page.getByText('Sending…')).toHaveCount(0);
  const picture = log.getByRole('img', { name: 'Picture wheel.png' });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
  const saved = page.waitForEvent('download');
  await log.getByRole('link', { name: /Facture/ }).click();
  expect((await saved).suggestedFilename()).toBe('Facture n° 12 “août”.csv');

  // Pasted and dropped ones go the same way; a file may go alone.
  await page.getByRole('textbox', { name: 'Reply to the customer' }).focus();
  await page.evaluate(handOver, { how: 'paste', name: 'pasted.txt' } as const);
  await page.evaluate(handOver, { how: 'drop', name: 'dropped.txt' } as const);
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(log.getByRole('link', { name: /pasted\.txt/ })).toHaveCount(1);
  await expect(log.getByRole('link', { name: /dropped\.txt/ })).toHaveCount(1);
});

/** Runs in the page: gives it a file as the computer would. */
function handOver({ how, name }: { how: 'paste' | 'drop'; name: string }) {
  const data = new DataTransfer();
  data.items.add(new File(['hello'], name, { type: 'text/plain' }));
  const target = document.activeElement ?? document.body;
  const shared = { bubbles: true, cancelable: true };
  target.dispatchEvent(
    how === 'paste'
      ? new ClipboardEvent('paste', { ...shared, clipboardData: data })
      : new DragEvent('drop', { ...shared, dataTransfer: data }),
  );
}
