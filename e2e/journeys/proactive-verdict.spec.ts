/** What is built into pages judges in a real browser as the server does: random messages on random visits. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { choose } from '@/lib/engine/proactive/choose';
import { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
import { fieldsFor } from '@/lib/engine/registry';
import { judge, situation } from '@/lib/widget/testing/arbitrary-visit';
import { builtEngine } from '@/lib/widget/testing/built-engine';

test('the choices of the browser are those of the server, for the same reasons', async ({ page }) => {
  const seed = Date.now();
  // As they arrive in a browser.
  const given = JSON.parse(JSON.stringify(fc.sample(situation, { numRuns: 3_000, seed })));
  await page.addScriptTag({ content: await builtEngine('engine') });
  await page.addScriptTag({ content: `globalThis.judge = ${judge.toString()}` });
  const theirs = await page.evaluate((all) => {
    const { engine, judge: decide } = globalThis as unknown as { engine: unknown; judge(...given: unknown[]): unknown };
    return all.map((each: unknown) => decide(engine, each));
  }, given);
  const here = { choose, factsOfVisit, fieldsFor };
  const ours = JSON.parse(JSON.stringify(given.map((each: never) => judge(here, each))));
  const wrong = ours.findIndex(
    (choice: unknown, index: number) => JSON.stringify(choice) !== JSON.stringify(theirs[index]),
  );
  expect(wrong === -1 ? null : { seed, given: given[wrong], ours: ours[wrong], theirs: theirs[wrong] }).toBeNull();
  // Both answers occur, or nothing was compared.
  expect(new Set(ours.map(({ winner }: { winner: string | null }) => winner === null)).size).toBe(2);
});
