/**
 * When messages appear in the demo shop. What must not appear stands before a message that does: had it been due, it
 * would have been chosen instead.
 */
import type { Page } from '@playwright/test';
import { after, anyBubble, bubble, dismiss, expect, onPage, test } from '../fixtures/proactive-shop';
import { widgetOn } from '../fixtures/widget';

test.beforeEach(({ page }) => withClock(page));

/** The page's clock is ours. Requests have their time by a real one: the server does not answer faster. */
async function withClock(page: Page, time?: number) {
  await page.clock.install(time === undefined ? {} : { time });
  await page.addInitScript(() => {
    AbortSignal.timeout = () => new AbortController().signal;
  });
}
const minutes = (count: number) => count * 60_000;
async function visit(page: Page, address: string) {
  await page.goto(address);
  await expect(widgetOn(page).launcher).toBeVisible();
}
/** What a browser says when its tab is left or looked at again. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((is) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test('one waits for the page to be loaded, another until it was in sight long enough', async ({ page, shop }) => {
  await shop.publish({ message: 'After ten minutes', on: after(600) });
  await shop.publish({ message: 'After five minutes', on: after(300) });
  await shop.publish({ message: 'At once' });
  await visit(page, `${shop.url}/demo`);
  await expect(bubble(page, 'At once')).toBeVisible();
  await dismiss(page);
  await page.clock.runFor(minutes(6));
  await expect(bubble(page, 'After five minutes')).toBeVisible();
  await dismiss(page);
  await page.clock.runFor(minutes(5));
  await expect(bubble(page, 'After ten minutes')).toBeVisible();
});

test('the clock stands still while the tab is hidden', async ({ page, shop }) => {
  await shop.publish({ message: 'After ten minutes', on: after(600) });
  await shop.publish({ message: 'After five minutes', on: after(300) });
  // The widget has chosen once before time passes: nothing else tells from outside.
  await shop.publish({ message: 'At once' });
  await visit(page, `${shop.url}/demo`);
  await expect(bubble(page, 'At once')).toBeVisible();
  await dismiss(page);
  await page.clock.runFor(minutes(4));
  await setHidden(page, true);
  await page.clock.runFor(minutes(20));
  await expect(anyBubble(page)).toHaveCount(0);
  await setHidden(page, false);
  await page.clock.runFor(minutes(2));
  await expect(bubble(page, 'After five minutes')).toBeVisible();
});

test('a route of a single-page application begins anew', async ({ page, shop }) => {
  await shop.publish({ message: 'After ten minutes', on: after(600) });
  await shop.publish({ message: 'Among the bikes', on: after(60), when: onPage('/demo/bikes') });
  await shop.publish({ message: 'At once' });
  await visit(page, `${shop.url}/demo`);
  await expect(bubble(page, 'At once')).toBeVisible();
  await dismiss(page);
  await page.clock.runFor(minutes(9));
  await page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Bikes' }).click();
  await expect(page).toHaveURL(/\/demo\/bikes$/);
  // The page is a new one for the messages, too.
  await page.clock.runFor(1_000);
  await expect(bubble(page, 'At once')).toBeVisible();
  await dismiss(page);
  await page.clock.runFor(minutes(2));
  await expect(bubble(page, 'Among the bikes')).toBeVisible();
});

test('every time, once per visit and once per customer are what they say', async ({ page, context, shop }) => {
  await shop.publish({ message: 'For the customer', frequency: 'once_per_customer' });
  await shop.publish({ message: 'For the visit', frequency: 'once_per_visit' });
  await shop.publish({ message: 'Always' });
  const address = `${shop.url}/demo`;
  await visit(page, address);
  for (const text of ['For the customer', 'For the visit', 'Always']) {
    await expect(bubble(page, text)).toBeVisible();
    await dismiss(page);
  }
  await visit(page, address);
  await expect(bubble(page, 'Always')).toBeVisible();

  // Half an hour later it is another visit.
  const later = await context.newPage();
  await withClock(later, Date.now() + minutes(45));
  await visit(later, address);
  await expect(bubble(later, 'For the visit')).toBeVisible();
  // Until it is opened or dismissed it comes again within the visit.
  await visit(later, address);
  await expect(bubble(later, 'For the visit')).toBeVisible();

  // A browser that has forgotten everything is a new customer's.
  await later.evaluate(() => localStorage.clear());
  await visit(later, address);
  await expect(bubble(later, 'For the customer')).toBeVisible();
});

test('a new visitor and one who is back meet different messages', async ({ page, context, shop }) => {
  const history = (value: string) => ({ all: [{ field: 'visitor_history', operator: 'is', value }] });
  await shop.publish({ message: 'Welcome', when: history('new') });
  await shop.publish({ message: 'Welcome back', when: history('returning') });
  await visit(page, `${shop.url}/demo`);
  await expect(bubble(page, 'Welcome')).toBeVisible();
  // The whole first visit counts as new.
  await visit(page, `${shop.url}/demo/help`);
  await expect(bubble(page, 'Welcome')).toBeVisible();
  const later = await context.newPage();
  await withClock(later, Date.now() + minutes(45));
  await visit(later, `${shop.url}/demo`);
  await expect(bubble(later, 'Welcome back')).toBeVisible();
});

test('where nothing can be stored, a message comes once per page view', async ({ page, shop }) => {
  await page.addInitScript(() => {
    for (const area of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, area, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  await shop.publish({ message: 'For the customer', frequency: 'once_per_customer' });
  await shop.publish({ message: 'Afterwards', on: after(60) });
  for (let views = 0; views < 2; views++) {
    await visit(page, `${shop.url}/demo`);
    await expect(bubble(page, 'For the customer')).toBeVisible();
    await dismiss(page);
    await page.clock.runFor(minutes(2));
    await expect(bubble(page, 'Afterwards')).toBeVisible();
  }
});
