/** The week under a finger: real touches, which scroll, tap, hold and drag as on a tablet. */
import { randomUUID } from 'node:crypto';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from '../fixtures/test';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });

test('hours are added, drawn, moved and stretched by a finger, and the page still scrolls', async ({
  page,
  context,
  api,
  signInAs,
}) => {
  const data = {
    name: `Touch ${randomUUID().slice(0, 8)}`,
    timeZone: 'Europe/Paris',
    intervals: [
      { day: 0, from: '09:00', to: '12:00' },
      { day: 2, from: '09:00', to: '12:00' },
    ],
  };
  const { id } = await (await api.post('/api/v1/schedules', { data })).json();
  await signInAs('lead');
  // What counts as holding is a matter of time, which the journey keeps.
  await page.clock.install();
  await page.goto(`/schedules/${id}`);
  const hours = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(hours('Monday, 09:00 to 12:00')).toBeVisible();
  const finger = new Finger(await context.newCDPSession(page));
  const place = gridOf(page);
  const hold = async (at: Point) => {
    await finger.down(at);
    await page.clock.runFor(400);
  };
  await page.clock.pauseAt(Date.now() + 60_000);

  // A finger that moves at once scrolls, over hours and over nothing, and changes neither.
  for (const [day, time] of [[0, 10] as const, [1, 10] as const]) {
    const before = await place(day, time);
    await finger.swipe(before, { x: before.x, y: before.y - 150 });
    await expect.poll(async () => (await place(day, time)).y).toBeLessThan(before.y - 60);
    await finger.swipe({ x: before.x, y: before.y - 150 }, before);
    await expect.poll(async () => (await place(day, time)).y).toBeGreaterThan(before.y - 60);
  }
  await expect(hours('Monday, 09:00 to 12:00')).toBeVisible();
  await expect(page.locator('[data-hours]')).toHaveCount(2);
  await expect(page.getByText('Unsaved changes')).toHaveCount(0);

  await finger.tap(await place(1, 10.1));
  await expect(hours('Tuesday, 10:00 to 11:00')).toBeVisible();

  // Held, then drawn.
  await page.getByRole('group', { name: 'Thursday', exact: true }).scrollIntoViewIfNeeded();
  const top = (await place(3, 9)).y;
  await hold(await place(3, 9.05));
  await expect(hours('Thursday, 09:00 to 10:00')).toBeVisible();
  await finger.move(await place(3, 13));
  await finger.up();
  await expect(hours('Thursday, 09:00 to 13:00')).toBeVisible();
  expect((await place(3, 9)).y, 'the page stayed where it was').toBe(top);

  // Held, then moved to another day.
  await hold(await place(2, 10));
  await expect(hours('Wednesday, 09:00 to 12:00')).toHaveAttribute('aria-pressed', 'true');
  await finger.move(await place(4, 11));
  await finger.up();
  await expect(hours('Friday, 10:00 to 13:00')).toBeVisible();
  expect((await place(3, 9)).y).toBe(top);

  // What is selected moves at once, and its handles stretch it.
  await finger.swipe(await place(4, 11.5), await place(5, 12.5));
  await expect(hours('Saturday, 11:00 to 14:00')).toBeVisible();
  const end = await place(5, 14);
  await finger.swipe({ x: end.x, y: end.y - 2 }, await place(5, 15.5));
  await expect(hours('Saturday, 11:00 to 15:30')).toBeVisible();
  expect((await place(3, 9)).y).toBe(top);
  await page.clock.resume();
  await checkAccessibility(page);

  await page.getByRole('button', { name: /^Save/ }).tap();
  await expect(page.getByText('was saved')).toBeVisible();
  const stored = await (await api.get(`/api/v1/schedules/${id}`)).json();
  expect(stored.intervals).toEqual([
    { day: 0, from: '09:00', to: '12:00' },
    { day: 1, from: '10:00', to: '11:00' },
    { day: 3, from: '09:00', to: '13:00' },
    { day: 5, from: '11:00', to: '15:30' },
  ]);
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an hour of a day stands on the screen at the moment. The grid begins at seven and shows thirteen hours. */
function gridOf(page: Page): (day: number, hour: number) => Promise<Point> {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  return async (day, hour) => {
    const column: Locator = page.getByRole('group', { name: names[day], exact: true });
    const box = await column.boundingBox();
    if (!box) throw new Error('The day is not shown');
    return { x: box.x + box.width / 2, y: box.y + ((hour - 7) * box.height) / 13 };
  };
}

class Finger {
  readonly #session: CDPSession;
  #at: Point = { x: 0, y: 0 };

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async down(at: Point): Promise<void> {
    this.#at = at;
    await this.#send('touchStart', [at]);
  }

  async move(to: Point): Promise<void> {
    const from = this.#at;
    for (let step = 1; step <= 8; step += 1) {
      const at = { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 };
      await this.#send('touchMove', [at]);
    }
    this.#at = to;
  }

  up(): Promise<void> {
    return this.#send('touchEnd', []);
  }

  async tap(at: Point): Promise<void> {
    await this.down(at);
    await this.up();
  }

  async swipe(from: Point, to: Point): Promise<void> {
    await this.down(from);
    await this.move(to);
    await this.up();
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
