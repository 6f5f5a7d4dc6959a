/**
 * What calls an agent who looks elsewhere: sound, notification, title; and when it keeps quiet. On a server of its own:
 * every customer who waits calls, also those of other journeys.
 */
import type { Page } from '@playwright/test';
import { newMark, waitingCustomer } from '../fixtures/customer';
import { signIn } from '../fixtures/sign-in';
import { checkAccessibility, expect, test } from '../fixtures/test';

test('a new request is heard and seen, once one has agreed, and never by those who are invisible', async ({
  page,
  ownServer,
  apiOf,
}) => {
  const { url } = await ownServer();
  const api = await apiOf(url);
  await page.addInitScript(listenToCalls);
  await signIn(page, url, 'agent');
  await page.goto(`${url}/workspace?search=${newMark()}`);
  await page.getByRole('button', { name: /My status/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Online' }).click();
  await expect(page.getByRole('button', { name: 'My status: Online' })).toBeVisible();

  // Asked when one comes online, not before; the answer is remembered.
  const question = page.getByRole('region', { name: 'New requests' });
  await expect(question).toBeVisible();
  await checkAccessibility(page);
  await question.getByRole('button', { name: 'Turn on notifications' }).click();
  await expect(question).toHaveCount(0);

  await look(page, 'hidden');
  const first = await waitingCustomer(api, { name: 'Noémie' });
  await expect.poll(() => calls(page)).toEqual([`${first.name} is waiting`]);
  expect(await tones(page)).toBe(2);
  await expect(page).toHaveTitle(/^\(\d+\+?\) Agent workspace/);

  // In sight, the sound is enough. Requests of one moment sound once, hence the wait for the end of the first.
  await expect.poll(() => page.evaluate(isQuiet)).toBe(true);
  await look(page, 'visible');
  await waitingCustomer(api, { name: 'Odile' });
  await expect.poll(() => tones(page)).toBe(4);
  expect(await calls(page)).toHaveLength(1);

  // Sound off, and invisible.
  await page.getByRole('button', { name: /My status/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Sound' }).click();
  await page.getByRole('button', { name: /My status/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Invisible' }).click();
  await expect(page).toHaveTitle(/^Agent workspace/);
  await look(page, 'hidden');
  const mark = newMark();
  await page.getByRole('searchbox').fill(mark);
  const last = await waitingCustomer(api, { name: 'Paul', mark });
  await expect(page.getByRole('link', { name: new RegExp(last.name) })).toBeVisible();
  expect(await calls(page)).toHaveLength(1);
  expect(await tones(page)).toBe(4);

  // The same choice stands in the own menu of every page.
  await look(page, 'visible');
  await page.goto(url);
  await page.getByRole('button', { name: /own menu/ }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Invisible' })).toBeChecked();
  await page.getByRole('menuitemcheckbox', { name: 'Away' }).click();
  await expect(page.getByRole('button', { name: /Away: own menu/ })).toBeVisible();
});

interface Heard {
  calls: string[];
  tones: number;
  look: DocumentVisibilityState;
}

/** Runs in the page before anything else: the computer's notifications and loudspeaker, which a test has not got. */
function listenToCalls() {
  const heard: Heard = { calls: [], tones: 0, look: 'visible' };
  class Notified {
    static permission: NotificationPermission = 'default';
    static requestPermission() {
      Notified.permission = 'granted';
      return Promise.resolve(Notified.permission);
    }
    onclick: (() => void) | null = null;
    constructor(title: string) {
      heard.calls.push(title);
    }
    close() {}
  }
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
    heard.tones += 1;
    start.call(this, when);
  };
  Object.defineProperty(document, 'visibilityState', { get: () => heard.look });
  Object.assign(window, { heard, Notification: Notified });
}

/** Runs in the page. */
async function isQuiet(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return !held.some(({ name }) => name === 'signalbox:chime');
}

function look(page: Page, to: DocumentVisibilityState): Promise<void> {
  return page.evaluate((state) => {
    (window as unknown as { heard: Heard }).heard.look = state;
    document.dispatchEvent(new Event('visibilitychange'));
  }, to);
}

function calls(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { heard: Heard }).heard.calls);
}

function tones(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { heard: Heard }).heard.tones);
}
