/** Matching events against 10 to 100,000 rules, beside other engines and the bound; writes docs/performance.md. */
import { cpus } from 'node:os';
import { compileRule } from '@/lib/engine/evaluate';
import type { Rule } from '@/lib/engine/rule';
import { bound, type Contestant, interpreter, jsonLogic, jsonRules, signalbox, zen } from './engine/contestants';
import { memoryPerRule, updateTimes } from './engine/footprint';
import { median, timePerEvent } from './engine/measure';
import { type Measured, type Row, writeReport } from './engine/report';
import { type Happening, random, Workload } from './engine/workload';

const SEED = 20_260_607;
const SIZES = [10, 100, 1_000, 10_000, 100_000];
const ROUNDS = 5;
/** Rules that more than this part of the events meet are drawn anew. */
const TOO_MANY = 0.24;

type Peer = { name: string; make: (rules: readonly Rule[]) => Contestant; upTo: number };
const OTHERS: readonly Peer[] = [
  { name: 'plain interpreter', make: interpreter, upTo: 10_000 },
  { name: 'json-logic-engine, compiled', make: jsonLogic, upTo: 10_000 },
  { name: '@gorules/zen-engine', make: zen, upTo: 1_000 },
  { name: 'json-rules-engine', make: jsonRules, upTo: 10_000 },
];

const only = process.argv[2] === '--only-ours';
const happenings = new Workload(random(SEED)).happenings(400);
const { memory, updates } = measureChanges();
const rules = makeRules(Math.max(...SIZES));
const rows: Row[] = [];
for (const size of SIZES) rows.push(await measureSize(size));
const report = {
  rows,
  memory,
  updates,
  machine: `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
};
console.log(writeReport(report, only));

/** First, while the process holds little else that the garbage collector would have to look at. */
function measureChanges() {
  const some = makeRules(20_000);
  return {
    memory: [1_000, 10_000].map((size) => ({ size, ...memoryPerRule(some.slice(0, size), happenings) })),
    updates: updateTimes(some.slice(0, 10_000), some.slice(10_000), happenings),
  };
}

async function measureSize(size: number): Promise<Row> {
  const given = rules.slice(0, size);
  const ours = signalbox(given);
  const answers = new Map<Happening, string[]>();
  for (const happening of happenings) answers.set(happening, await ours(happening));
  const contestants = new Map<string, Contestant>([
    ['Signalbox', ours],
    ['bound', bound(answers)],
  ]);
  const skipped: string[] = [];
  for (const { name, make, upTo } of only ? [] : OTHERS) {
    if (size > upTo) skipped.push(name);
    else contestants.set(name, make(given));
  }
  await checkEqual(contestants, answers);
  const times = new Map([...contestants.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, contestant] of contestants) times.get(name)?.push(await timePerEvent(contestant, happenings));
  }
  const measured: Measured = Object.fromEntries([...times].map(([name, list]) => [name, median(list)]));
  const matches = [...answers.values()].reduce((sum, ids) => sum + ids.length, 0);
  console.error(size, measured);
  return { size, measured, skipped, matching: matches / happenings.length / (size / 4) };
}

async function checkEqual(contestants: ReadonlyMap<string, Contestant>, answers: ReadonlyMap<Happening, string[]>) {
  for (const [name, contestant] of contestants) {
    const budget = performance.now() + 2_000;
    for (const [happening, expected] of answers) {
      const ids = [...(await contestant(happening))].sort();
      if (ids.join() !== [...expected].sort().join())
        throw new Error(`${name} answers otherwise: ${ids} / ${expected}`);
      if (performance.now() > budget) break;
    }
  }
}

function makeRules(count: number): Rule[] {
  const workload = new Workload(random(SEED));
  const sample = happenings.slice(0, 60);
  return Array.from({ length: count }, (_, index) => {
    for (;;) {
      const rule = workload.rule(`rule-${index}`, index);
      const judge = compileRule(rule);
      const met = sample.filter(({ facts }) => judge(facts) === true).length;
      if (met / sample.length <= TOO_MANY) return rule;
    }
  });
}
