/** How many tests of a stage passed, read from the runner's JSON report. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run-command';

export type Count = {
  passed: number;
  failed: number;
  skipped: number;
  /** Which failed, as `file › test`, where the runner tells it; they end a run's output, whose beginning is often cut off. */
  failures?: string[];
};

/** A stage that is one check: its exit code decides. */
export function oneCheck(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Runs vitest with a JSON report beside its usual output. */
export async function vitestCount(name: string, run: (args: string[]) => Promise<number>): Promise<Count> {
  const file = freshReport(name);
  const code = await run(['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = read(file);
  return settle(code, {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
    failures: vitestFailures(report),
  });
}

type PlaywrightRun = (env: NodeJS.ProcessEnv, args: string[]) => Promise<number>;

/** Runs Playwright likewise. A test that passed at the second try counts as failed: journeys are to be reliable. */
export async function playwrightCount(run: PlaywrightRun): Promise<Count> {
  const file = freshReport('journeys');
  const code = await run({ ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, ['--reporter=list,json']);
  const report = read(file);
  const stats = recordAt(report, 'stats');
  return settle(code, {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
    failures: playwrightFailures(report),
  });
}

/** A runner that failed without a failed test (a file that does not load, a time-out), or ran no test, counts as one failure. */
export function settle(code: number, count: Count): Count {
  const nothing = count.passed + count.failed === 0;
  return count.failed === 0 && (code !== 0 || nothing) ? { ...count, failed: 1 } : count;
}

/** A file that failed without a failed test did not load. */
export function vitestFailures(report: unknown): string[] {
  return listAt(report, 'testResults').flatMap((file) => {
    const name = relative(root, String(recordAt(file, 'name')));
    const failed = listAt(file, 'assertionResults').filter((test) => recordAt(test, 'status') === 'failed');
    if (failed.length === 0 && recordAt(file, 'status') === 'failed') return [name];
    return failed.map((test) => `${name} › ${String(recordAt(test, 'fullName'))}`);
  });
}

export function playwrightFailures(report: unknown): string[] {
  const inSuite = (suite: unknown): string[] => [
    ...listAt(suite, 'suites').flatMap(inSuite),
    ...listAt(suite, 'specs')
      .filter((spec) =>
        listAt(spec, 'tests').some((test) => ['unexpected', 'flaky'].includes(String(recordAt(test, 'status')))),
      )
      .map(
        (spec) => `${String(recordAt(spec, 'file'))}:${numberAt(spec, 'line')} › ${String(recordAt(spec, 'title'))}`,
      ),
  ];
  return inSuite(report);
}

function freshReport(name: string): string {
  const file = join(root, '.tmp', 'reports', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function recordAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

function listAt(value: unknown, key: string): unknown[] {
  const found = recordAt(value, key);
  return Array.isArray(found) ? found : [];
}

function numberAt(value: unknown, key: string): number {
  const found = recordAt(value, key);
  return typeof found === 'number' ? found : 0;
}
