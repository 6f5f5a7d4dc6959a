import { describe, expect, it } from 'vitest';
import { testDatabaseKind } from '@/lib/testing/test-database';
import { problemsIn, runChaos } from './testing/chaos/run-chaos';

const database = testDatabaseKind();

/** The short form of `npm run chaos`. */
describe(`processes killed at random on ${database}`, () => {
  it('lose nothing and double nothing', { timeout: 120_000 }, async () => {
    const postgres = database === 'postgres';
    const report = await runChaos({
      database,
      kills: postgres ? 6 : 4,
      crashes: postgres ? 1 : 0,
      workload: { batches: postgres ? 120 : 80, size: 20, conversations: 60 },
    });
    expect(problemsIn(report)).toEqual([]);
    expect(report.kills).toBeGreaterThanOrEqual(2);
  });
});
