/**
 * `npm run screenshots [-- --language fr --theme dark --width 390 --only log,home --folder .tmp/s]`: every page of `screenshot-pages.ts` in
 * `docs/screenshots`. Without options: all at 1440 and 390 px, the main ones in French and in the dark theme at 1440. The
 * demo stands still at one moment, and a picture that shows nothing new is left as it is.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { demoSignIns } from '../db/seed/demo';
import { browserOptions, ensureBrowser } from '../e2e/fixtures/browser';
import { apiToken, distDirectory, startServer } from '../e2e/fixtures/server';
import { ensureBuild } from './build';
import { passSignalsOn, root } from './run-command';
import { runScript } from './run-script';
import { keepPicture } from './screenshot-file';
import { type ScreenshotPage, screenshotPages } from './screenshot-pages';

type Look = { width: number; language: 'en' | 'fr'; theme: 'light' | 'dark' };

/** A Thursday afternoon in the shop's time zone, 14:28. */
const NOW = new Date('2026-11-12T13:28:00Z');
const { values: wanted } = parseArgs({
  options: Object.fromEntries(
    ['language', 'theme', 'width', 'only', 'folder'].map((name) => [name, { type: 'string' as const }]),
  ),
});
const folder = join(root, wanted.folder ?? 'docs/screenshots');

await runScript(async () => {
  passSignalsOn();
  if (!(await ensureBuild(distDirectory))) throw new Error('The build failed; the lines above say why.');
  await ensureBrowser();
  mkdirSync(folder, { recursive: true });
  const server = await startServer({ data: 'demo with rules', until: NOW, clock: 'movable' });
  const browser = await chromium.launch(browserOptions());
  try {
    const pages = await withIds(server.url, screenshotPages);
    for (const look of looks()) await takeAll(browser, server.url, look, pages);
  } finally {
    await browser.close();
    await server.remove();
  }
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  console.log(`${folder}: ${(bytes / 1_000_000).toFixed(1)} MB`);
});

function looks(): Look[] {
  const every = [1440, 390].flatMap((width) =>
    (['en', 'fr'] as const).flatMap((language) =>
      (['light', 'dark'] as const).map((theme) => ({ width, language, theme })),
    ),
  );
  return every.filter(
    ({ width, language, theme }) =>
      (wanted.width ? wanted.width === String(width) : true) &&
      (wanted.language ? wanted.language === language : true) &&
      (wanted.theme ? wanted.theme === theme : language === 'en' || theme === 'light') &&
      (width === 1440 || (language === 'en' && theme === 'light') || wanted.width !== undefined),
  );
}

type Item = { id: string; key?: string; name?: string; rule?: { name: string }; conversation?: unknown };

/** Pages about one object get its id from the API. */
function withIds(url: string, pages: readonly ScreenshotPage[]): Promise<ScreenshotPage[]> {
  return Promise.all(
    pages
      .filter(({ name }) => !wanted.only || wanted.only.split(',').includes(name))
      .map(async (page) => {
        if (!page.of) return page;
        const { list, name } = page.of;
        const headers = { authorization: `Bearer ${apiToken}` };
        const { items } = (await (await fetch(`${url}/api/v1${list}`, { headers })).json()) as { items: Item[] };
        const namesOf = (item: Item) => [item.name, item.key, item.rule?.name, item.conversation];
        const found = items.find((item) => namesOf(item).includes(name));
        if (!found) throw new Error(`The demo has no "${name}" in ${list}.`);
        return { ...page, path: page.path.replace('{id}', found.id) };
      }),
  );
}

async function takeAll(browser: Browser, url: string, look: Look, all: readonly ScreenshotPage[]): Promise<void> {
  const usual = look.language === 'en' && look.theme === 'light';
  const pages = all.filter(({ main }) => usual || wanted.only || main);
  for (const role of new Set(pages.map(({ as }) => as))) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.width < 500 ? 844 : 900 },
      colorScheme: look.theme,
      locale: look.language === 'fr' ? 'fr-FR' : 'en-GB',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
    });
    await context.addCookies([{ name: 'signalbox-locale', value: look.language, url }]);
    await context.clock.setFixedTime(NOW);
    const page = await context.newPage();
    if (role) await context.addCookies(await cookiesOf(role, url));
    for (const one of pages.filter(({ as }) => as === role)) await take(one, look, url, page, context);
    await context.close();
  }
}

/** Signed in by hand: the demo's clock stands where a browser may hold its sessions for ended long ago. */
async function cookiesOf(role: string, url: string) {
  const person = demoSignIns.find((candidate) => candidate.role === role);
  const token = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const { email = '', password = '' } = person ?? {};
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ csrfToken, email, password }) },
    headers: { origin: url, cookie: pairsOf(token).join('; ') },
  });
  return pairsOf(answer).map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
}

function pairsOf({ headers }: Response): string[] {
  return headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
}

async function take(one: ScreenshotPage, look: Look, url: string, page: Page, context: BrowserContext): Promise<void> {
  const answer = await page.goto(`${url}${one.path}`);
  if (!answer?.ok()) {
    console.error(`${one.path}: ${answer?.status() ?? 'no answer'}; no picture`);
    process.exitCode = 1;
    return;
  }
  await page
    .locator(one.ready ?? 'h1')
    .first()
    .waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await restOf(page);
  const theme = look.theme === 'dark' ? '-dark' : '';
  const file = `${one.name}-${look.width}-${look.language}${theme}.webp`;
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  console.log(`${file}: ${await keepPicture(context, join(folder, file), picture)}`);
}

/** What comes after the first paint (charts, editors, what a query asks for) is there when nothing changes any more. */
async function restOf(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const started = performance.now();
        let changed = started;
        const watch = new MutationObserver(() => {
          changed = performance.now();
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        const timer = setInterval(() => {
          const now = performance.now();
          if (now - changed < 400 && now - started < 6_000) return;
          clearInterval(timer);
          watch.disconnect();
          resolve();
        }, 50);
      }),
  );
}
