/** What 140 proactive messages cost a page view, in a real browser; writes docs/performance.md. */
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { browserOptions, ensureBrowser } from '@/e2e/fixtures/browser';
import { LIMITS } from '@/lib/engine/limits';
import { builtEngine } from '@/lib/widget/testing/built-engine';
import { writeSection } from './section';

const ROUNDS = 201;

/** Messages of five conditions on three levels, which differ in the page that they are about; none is met on the cart. */
const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `m-${index}`, frequency: 'once_per_visit', send: { when: 'any' }, on: { event: 'page_loaded' } },
    when: {
      all: [
        {
          any: ['/cart', `/page-${index}`].map((value) => ({
            field: 'visitor_page_url',
            operator: 'glob',
            value: `${value}*`,
          })),
        },
        { field: 'device_language', operator: 'is', value: 'en' },
        {
          any: [
            {
              field: 'visitor_page_title',
              operator: 'contains_any',
              value: ['Offer', `Page ${index}`],
              ignoreCase: true,
            },
            { all: [{ field: 'page_metadata', metadata: 'plan', operator: 'is', value: 'pro' }] },
          ],
        },
      ],
    },
  }));

const version = await ensureBrowser();
const browser = await chromium.launch(browserOptions());
const page = await browser.newPage();
await page.addScriptTag({ content: await builtEngine('engine') });
// What compiles this file on the fly names functions by it.
await page.addScriptTag({ content: 'globalThis.__name = (named) => named' });

const rows: string[] = [];
for (const count of [1, 10, LIMITS.proactiveMessages]) {
  const { first, median, worst } = await page.evaluate(measure, { candidates: messages(count), rounds: ROUNDS });
  rows.push(`| ${count} | ${whole(first)} | ${whole(median)} | ${whole(worst)} |`);
}
await browser.close();

const table = ['| messages | first time | median | 99 % |', '|--:|--:|--:|--:|', ...rows].join('\n');
const told = `${table}\n\nµs per page view, of ${ROUNDS} page views one after the other; ${version}, load ${loadavg()[0]?.toFixed(1)} before the run.`;
console.log(told);
writeSection(
  'proactive',
  `## Proactive messages\n\n\`npm run bench -- proactive\` lets the engine that is built into pages choose among messages in Chromium: facts read, trees prepared and judged, as at each page view. Messages have five conditions on three levels; none is met, so that all are judged.`,
  told,
);

/** Runs in the page, whose clock is exact to 100 µs: what is faster is done several times. */
function measure({ candidates, rounds }: { candidates: unknown[]; rounds: number }) {
  // What `builtEngine` defines.
  const { engine } = globalThis as unknown as { engine: Record<string, (...given: unknown[]) => unknown> };
  const visit = {
    ...{
      url: 'https://shop.example/cart?step=2',
      title: 'Your cart',
      referrer: '',
      returning: true,
      language: 'en-GB',
    },
    ...{ hoursSinceLastVisit: 20, metadata: { plan: 'free', cart: '2' } },
  };
  const none = new Set();
  const memory = { shown: none, closedInVisit: none, shownOnPage: none };
  const view = () => {
    const facts = engine.factsOfVisit?.(engine.fieldsFor?.('proactive'), visit, {}, new Date());
    const moment = { facts, memory, schedules: {}, secondsOnPage: 0, inConversation: false, onScreen: false };
    return engine.choose?.(candidates, moment) as { winner: string | null };
  };
  const time = (times: number) => {
    const start = performance.now();
    for (let done = 0; done < times; done++) if (view().winner !== null) throw new Error('A message was met');
    return ((performance.now() - start) * 1_000) / times;
  };
  const first = time(1);
  const taken = Array.from({ length: rounds }, () => time(20)).sort((a, b) => a - b);
  return { first, median: taken[rounds >> 1] ?? 0, worst: taken[Math.floor(rounds * 0.99)] ?? 0 };
}

function whole(microseconds: number): string {
  return Math.round(microseconds).toLocaleString('en-GB');
}
