import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from '@/lib/engine/proactive/choose';
import { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
import { fieldsFor } from '@/lib/engine/registry';
import { ownDefinitions } from '@/scripts/build-widget';
import { type Engine, judge, situation } from '../testing/arbitrary-visit';
import { builtEngine } from '../testing/built-engine';

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

  it('chooses as the server does, for the same reasons', async () => {
    const built: Engine = await import(`data:text/javascript,${encodeURIComponent(await builtEngine())}`);
    const here: Engine = { choose, factsOfVisit, fieldsFor };
    fc.assert(
      fc.property(situation, (given) => {
        expect(judge(built, given)).toEqual(judge(here, given));
      }),
      { numRuns: 1_000 },
    );
  });
});
