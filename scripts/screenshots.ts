/**
 * `npm run screenshots [-- --language fr --theme dark --width 390 --only log]`: every page of `screenshot-pages.ts` in
 * `docs/screenshots`. Without options: 1440 and 390 px, English and French, light (and dark at 1440 px in English).
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { browserOptions, ensureBrowser } from '../e2e/fixtures/browser';
import { distDirectory, startServer } from '../e2e/fixtures/server';
import { signIn } from '../e2e/fixtures/sign-in';
import { ensureBuild } from './build';
import { passSignalsOn, root } from './run-command';
import { runScript } from './run-script';
import { type ScreenshotPage, screenshotPages } from './screenshot-pages';

type Look = { width: number; language: string; theme: 'light' | 'dark' };

const folder = join(root, 'docs', 'screenshots');
const { values: wanted } = parseArgs({
  options: Object.fromEntries(
    ['language', 'theme', 'width', 'only'].map((name) => [name, { type: 'string' as const }]),
  ),
});

await runScript(async () => {
  passSignalsOn();
  if (!(await ensureBuild(distDirectory))) throw new Error('The build failed; the lines above say why.');
  await ensureBrowser();
  mkdirSync(folder, { recursive: true });
  const server = await startServer({ data: 'demo with rules' });
  const browser = await chromium.launch(browserOptions());
  try {
    for (const look of looks()) await takeAll(browser, server.url, look);
  } finally {
    await browser.close();
    await server.remove();
  }
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  console.log(`docs/screenshots: ${(bytes / 1_000_000).toFixed(1)} MB`);
});

function looks(): Look[] {
  const every = [1440, 390].flatMap((width) =>
    ['en', 'fr'].flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ width, language, theme }))),
  );
  return every.filter(
    ({ width, language, theme }) =>
      (wanted.width ? wanted.width === String(width) : true) &&
      (wanted.language ? wanted.language === language : true) &&
      (wanted.theme ? wanted.theme === theme : theme === 'light' || (width === 1440 && language === 'en')),
  );
}

async function takeAll(browser: Browser, url: string, look: Look): Promise<void> {
  const pages = screenshotPages.filter(({ name }) => !wanted.only || name === wanted.only);
  for (const role of new Set(pages.map(({ as }) => as))) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.width < 500 ? 844 : 900 },
      colorScheme: look.theme,
      locale: look.language === 'fr' ? 'fr-FR' : 'en-GB',
      reducedMotion: 'reduce',
    });
    await context.addCookies([{ name: 'signalbox-locale', value: look.language, url }]);
    const page = await context.newPage();
    if (role) await signIn(page, url, role);
    for (const one of pages.filter(({ as }) => as === role)) await take(one, look, url, page);
    await context.close();
  }
}

type Page = Awaited<ReturnType<Browser['newPage']>>;

/** JPEG keeps text readable at a tenth of the size, so that the folder stays small in the repository. */
async function take(one: ScreenshotPage, look: Look, url: string, page: Page): Promise<void> {
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
  const name = `${one.name}-${look.width}-${look.language}${look.theme === 'dark' ? '-dark' : ''}.jpg`;
  await page.screenshot({ path: join(folder, name), type: 'jpeg', quality: 78, animations: 'disabled' });
  console.log(name);
}
