/** What `npm run demo` shows first: two weeks of a shop, told up to this moment. */

import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, test } from '../fixtures/test';

test('the demo has a past of two weeks, and goes on now', async ({ page, ownServer }) => {
  test.slow();
  const { url } = await ownServer({ data: 'demo with rules', until: new Date() });
  await signIn(page, url, 'lead');
  await page.goto(url);
  await page.getByRole('button', { name: 'Show as table' }).click();
  const days = page.getByRole('table', { name: /^\d+ firings between/ }).getByRole('row');
  const busy = days.filter({ has: page.getByRole('cell', { name: /^[1-9]/ }) });
  await expect.poll(() => busy.count()).toBeGreaterThanOrEqual(13);
  await checkAccessibility(page);

  await page.goto(`${url}/log`);
  const rows = page.getByRole('table', { name: 'Firings' }).getByRole('row');
  await expect(rows.filter({ hasText: 'First Reply' }).first()).toContainText('Done');
  // Who wrote last is in the queue.
  await page.goto(`${url}/workspace`);
  await expect(page.getByText('Tomás Oliveira')).toBeVisible();
});
