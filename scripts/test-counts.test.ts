import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './run-command';
import { oneCheck, playwrightFailures, settle, vitestFailures } from './test-counts';

const count = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

it('counts a check as one', () => {
  expect(oneCheck(0)).toEqual(count(1, 0));
  expect(oneCheck(2)).toEqual(count(0, 1));
});

it('keeps what the runner counted', () => {
  expect(settle(0, count(5, 0, 2))).toEqual(count(5, 0, 2));
  expect(settle(1, count(5, 3))).toEqual(count(5, 3));
});

it('never takes a run without tests, or one that failed outside of them, for a success', () => {
  expect(settle(0, count(0, 0))).toEqual(count(0, 1));
  expect(settle(0, count(0, 0, 4))).toEqual(count(0, 1, 4));
  expect(settle(1, count(5, 0))).toEqual(count(5, 1));
});

it('names what failed', () => {
  const test = (fullName: string, status: string) => ({ fullName, status });
  const testResults = [
    {
      name: join(root, 'db/copy.test.ts'),
      status: 'failed',
      assertionResults: [test('a', 'passed'), test('b', 'failed')],
    },
    { name: join(root, 'db/broken.test.ts'), status: 'failed', assertionResults: [] },
  ];
  expect(vitestFailures({ testResults })).toEqual(['db/copy.test.ts › b', 'db/broken.test.ts']);

  const spec = (title: string, ...statuses: string[]) => ({
    ...{ title, file: 'home.spec.ts', line: 7 },
    tests: statuses.map((status) => ({ status })),
  });
  const inner = { specs: [spec('late', 'flaky'), spec('good', 'expected'), spec('not now', 'skipped')] };
  const suites = [{ specs: [spec('bad', 'unexpected')], suites: [inner] }];
  expect(playwrightFailures({ suites })).toEqual(['home.spec.ts:7 › late', 'home.spec.ts:7 › bad']);
  expect(vitestFailures(undefined)).toEqual([]);
  expect(playwrightFailures(undefined)).toEqual([]);
});
