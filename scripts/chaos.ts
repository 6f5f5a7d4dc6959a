import { parseArgs } from 'node:util';
import { problemsIn, runChaos } from '../lib/runtime/testing/chaos/run-chaos';

// Kills processes at random while events flow, then examines the books:
//   npm run chaos -- [--kills 60] [--crashes 3] [--batches 1500] [--database postgres|pglite|both]
// Exit code: 0 all well, 1 something was lost, doubled or left over.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    crashes: { type: 'string', default: '3' },
    batches: { type: 'string', default: '4000' },
    database: { type: 'string', default: 'both' },
  },
});

const databases =
  values.database === 'both' ? (['postgres', 'pglite'] as const) : [values.database as 'postgres' | 'pglite'];
for (const database of databases) {
  const scale = database === 'postgres' ? 1 : 0.4;
  const report = await runChaos({
    database,
    kills: Math.ceil(Number(values.kills) * scale),
    crashes: Number(values.crashes),
    workload: { batches: Math.ceil(Number(values.batches) * scale), size: 20, conversations: 400, timed: true },
    log: (line) => console.log(`  ${line}`),
  });
  const { kills, crashes, counted, compared, milliseconds } = report;
  console.log(`${database}: ${kills} kills, ${crashes} database crashes, ${Math.round(milliseconds / 1_000)} s`);
  console.log(
    `  ${counted.events} events, ${counted.firings} firings, ${counted.automated} messages, ${compared} answers compared`,
  );
  const problems = problemsIn(report);
  for (const problem of problems) console.log(`  WRONG ${problem}`);
  if (problems.length === 0) console.log('  nothing lost, nothing doubled, no gap');
  else process.exitCode = 1;
}
