import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, type Moment } from '@/lib/engine/proactive/choose';
import type { Candidate } from '@/lib/engine/proactive/message';
import { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
import { fieldsFor, operatorsFor } from '@/lib/engine/registry';
import type { Condition, Group, Node } from '@/lib/engine/rule';
import type { VisitState } from '@/lib/engine/state/fact-state';
import { ownDefinitions } from '@/scripts/build-widget';

type Built = Pick<typeof import('@/lib/engine/proactive/choose'), 'choose'> &
  Pick<typeof import('@/lib/engine/proactive/visit-facts'), 'factsOfVisit'> &
  Pick<typeof import('@/lib/engine/registry'), 'fieldsFor'>;

const folder = mkdtempSync(join(tmpdir(), 'signalbox-proactive-'));
let built: Built;

/** The engine as it is built into pages. */
beforeAll(async () => {
  const outfile = join(folder, 'engine.mjs');
  const contents = `export { choose } from '@/lib/engine/proactive/choose';
    export { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
    export { fieldsFor } from '@/lib/engine/registry';`;
  await build({
    ...{ stdin: { contents, resolveDir: process.cwd() }, bundle: true, format: 'esm', outfile, minify: true },
    plugins: [ownDefinitions],
  });
  built = await import(pathToFileURL(outfile).href);
});
afterAll(() => rmSync(folder, { recursive: true }));

const words = ['/cart', 'Cart', 'CART', 'fr', 'fr-CA', 'straße', 'STRASSE', 'pro', '', '/products/*', '*'];
const word = fc.constantFrom(...words);
const condition: fc.Arbitrary<Condition> = fc.constantFrom(...fieldsFor('proactive')).chain((field) =>
  fc.constantFrom(...operatorsFor(field)).chain((operator) =>
    fc
      .record({
        one: word,
        many: fc.array(word, { maxLength: 3 }),
        number: fc.nat(50),
        ignoreCase: fc.boolean(),
        key: word,
      })
      .map(({ one, many, number, ignoreCase, key }): Condition => {
        const value =
          field.type.kind === 'integer' ? number : field.type.kind === 'state' ? (number % 2 ? 'new' : 'inside') : one;
        return {
          ...{ field: field.id, operator: operator.id, value: operator.operand === 'many' ? many : value },
          ...(field.of && { [field.of]: key }),
          ...(field.switches && { ignoreCase }),
        };
      }),
  ),
);
const group = (depth: number): fc.Arbitrary<Group> =>
  fc
    .tuple(
      fc.constantFrom('all', 'any', 'none'),
      fc.array(depth > 1 ? fc.oneof<fc.Arbitrary<Node>[]>(condition, group(depth - 1)) : condition, {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([combinator, items]) => ({ [combinator]: items }) as unknown as Group);
const candidate = fc.record({
  id: fc.uuid(),
  on: fc.oneof(
    fc.constant({ event: 'page_loaded' }),
    fc.nat(90).map((n) => ({ event: 'on_page', seconds: n + 1 })),
  ),
  when: group(3),
  frequency: fc.constantFrom('once_per_customer' as const, 'once_per_visit' as const, 'every_time' as const),
  send: fc.constantFrom({ when: 'any' as const }, { when: 'inside' as const, schedule: '/cart' }),
});
const visit: fc.Arbitrary<VisitState> = fc.record({
  url: fc.oneof(word, fc.webUrl()),
  ...{ title: word, referrer: word, returning: fc.boolean(), language: fc.option(word) },
  hoursSinceLastVisit: fc.option(fc.nat(60)),
  metadata: fc.dictionary(word, word),
});

describe('the engine that is built into pages', () => {
  it('brings no library along, and no schema', async () => {
    const { metafile } = await build({
      ...{ entryPoints: ['lib/widget/proactive/main.ts'], bundle: true, write: false, metafile: true },
      ...{ loader: { '.css': 'text' }, plugins: [ownDefinitions] },
    });
    const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
    expect(files).toContain('lib/engine/proactive/choose.ts');
    expect(files.filter((file) => /node_modules|lib\/contracts|lib\/engine\/regex/.test(file))).toEqual([]);
  });

  it('chooses as the server does, for the same reasons', () => {
    fc.assert(
      fc.property(
        fc.array(candidate, { maxLength: 6 }),
        visit,
        fc.nat(100),
        fc.boolean(),
        (all, page, seconds, inside) => {
          const at = new Date('2026-11-20T10:00:00Z');
          const schedules = { '/cart': inside ? 'inside' : 'outside' } as const;
          const memory = {
            shown: new Set([all[0]?.id ?? '']),
            closedInVisit: new Set<string>(),
            shownOnPage: new Set<string>(),
          };
          const moment = (engine: Built): Moment => ({
            ...{ secondsOnPage: seconds, memory, inConversation: false, onScreen: false, schedules },
            facts: engine.factsOfVisit(engine.fieldsFor('proactive'), page, schedules, at),
          });
          const candidates: readonly Candidate[] = all;
          const here = { choose, factsOfVisit, fieldsFor };
          expect(built.choose(candidates, moment(built))).toEqual(choose(candidates, moment(here)));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
