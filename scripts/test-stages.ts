/** The stages of `npm test`, in order. `quick` ones make up `npm run verify`. */
import { runNode } from './run-command';
import { type Count, oneCheck, playwrightCount, vitestCount } from './test-counts';

export type Stage = {
  name: string;
  quick?: true;
  /** Not run, and counted as one failure, when this earlier stage failed. */
  needs?: string;
  run: (counts: ReadonlyMap<string, Count>) => Promise<Count>;
};

const tsx = ['--import', 'tsx'];
const vitest = 'node_modules/vitest/vitest.mjs';
/** What `scripts/with-postgres.ts` answers when no PostgreSQL is installed (outside CI). */
const notInstalled = 77;

export const stages: readonly Stage[] = [
  { name: 'types', quick: true, run: check('node_modules/typescript/bin/tsc', '--noEmit') },
  { name: 'lint', quick: true, run: check('node_modules/@biomejs/biome/bin/biome', 'check') },
  { name: 'boundaries', quick: true, run: check(...tsx, 'scripts/boundaries.ts') },
  {
    name: 'unit',
    quick: true,
    run: () =>
      vitestCount('unit', (args) => runNode([vitest, 'run', '--project', 'unit', '--project', 'components', ...args])),
  },
  { name: 'migrations', run: check(...tsx, 'scripts/check-migrations.ts') },
  {
    name: 'services (embedded)',
    run: () => vitestCount('services', (args) => runNode([vitest, 'run', '--project', 'services', ...args])),
  },
  { name: 'services (PostgreSQL)', run: servicesOnPostgres },
  { name: 'build', run: check(...tsx, 'scripts/build.ts', '.next-e2e') },
  {
    name: 'journeys',
    needs: 'build',
    run: () =>
      playwrightCount((env, args) => runNode(['node_modules/@playwright/test/cli.js', 'test', ...args], { env })),
  },
];

function check(...args: string[]): Stage['run'] {
  return async () => oneCheck(await runNode(args));
}

/** Without PostgreSQL the same number of tests is skipped that ran on the embedded database. */
async function servicesOnPostgres(counts: ReadonlyMap<string, Count>): Promise<Count> {
  let code = 0;
  const count = await vitestCount('services-postgres', async (args) => {
    code = await runNode([
      ...[...tsx, 'scripts/with-postgres.ts', '--'],
      ...[process.execPath, vitest, 'run', '--project', 'services', ...args],
    ]);
    return code;
  });
  if (code !== notInstalled) return count;
  const embedded = counts.get('services (embedded)');
  return { passed: 0, failed: 0, skipped: embedded ? embedded.passed + embedded.failed : 1 };
}
