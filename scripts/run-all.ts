/**
 * `npm test`: everything that CI runs, stage by stage; `npm run verify` (`--quick`) the part without servers.
 * Names of stages as arguments choose some: `npm test -- unit build`. The last line is the count.
 */
import { isEnding, passSignalsOn } from './run-command';
import type { Count } from './test-counts';
import { type Stage, stages } from './test-stages';

type Outcome = Count & { name: string; seconds: number };

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const chosen = choose(names, process.argv.includes('--quick'));
passSignalsOn();
const outcomes = await runStages(chosen);
printSummary(outcomes);

function choose(names: string[], quick: boolean): Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name.startsWith(name)));
  if (unknown.length > 0) {
    console.error(`There is no stage ${unknown.join(', ')}. Stages: ${stages.map(({ name }) => name).join(', ')}`);
    process.exit(2);
  }
  if (names.length > 0) return stages.filter((stage) => names.some((name) => stage.name.startsWith(name)));
  return stages.filter((stage) => !quick || stage.quick);
}

async function runStages(chosen: Stage[]): Promise<Outcome[]> {
  const counts = new Map<string, Count>();
  const outcomes: Outcome[] = [];
  for (const stage of chosen) {
    console.log(`\n── ${stage.name} ${'─'.repeat(Math.max(0, 76 - stage.name.length))}`);
    const start = performance.now();
    const count = await runStage(stage, counts);
    counts.set(stage.name, count);
    outcomes.push({ ...count, name: stage.name, seconds: (performance.now() - start) / 1000 });
  }
  return outcomes;
}

async function runStage(stage: Stage, counts: ReadonlyMap<string, Count>): Promise<Count> {
  const failed = { passed: 0, failed: 1, skipped: 0 };
  if (isEnding()) return failed;
  if (stage.needs && (counts.get(stage.needs)?.failed ?? 0) > 0) {
    console.log(`Not run: the stage "${stage.needs}" failed.`);
    return failed;
  }
  const count = await stage.run(counts);
  return isEnding() ? failed : count;
}

function printSummary(outcomes: Outcome[]): void {
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log(`\n${'stage'.padEnd(24)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}    time`);
  for (const { name, passed, failed, skipped, seconds } of outcomes) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const columns = `${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}`;
    console.log(`${name.padEnd(24)}${columns}${`${seconds.toFixed(1)} s`.padStart(10)}${failed > 0 ? '  ✗' : ''}`);
  }
  const failures = outcomes.flatMap((outcome) => outcome.failures ?? []);
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
