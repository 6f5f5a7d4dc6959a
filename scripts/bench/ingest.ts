/** Durable ingest and HTTP beside the raw ceiling, on PostgreSQL and PGlite; writes docs/performance.md. */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuild } from '../build';
import { Contest, type Wanted } from './ingest/contest';
import { type Kind, Place } from './ingest/place';
import { type Measured, reportOf, writeReport } from './ingest/report';

const everyRules = '0,100,10000';
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '12000' },
    rounds: { type: 'string', default: '3' },
    rules: { type: 'string', default: everyRules },
    database: { type: 'string', default: 'both' },
    connections: { type: 'string', default: '1,8,32' },
    singles: { type: 'string', default: '1,8,32,128' },
    // A production build to use as it stands; else one is made where the last is out of date.
    build: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const wanted: Wanted = {
  events: Number(values.events),
  connections: numbers(values.connections),
  singles: numbers(values.singles),
};
const kinds: Kind[] = ['postgres', 'pglite'];
const build = values.build ?? '.next-bench';
if (!values.build && !(await ensureBuild(build))) throw new Error('The build failed; the lines above say why.');

const conditions = `${rounds === 1 ? 'One round' : `Medians of ${rounds} rounds`} of ${wanted.events.toLocaleString('en')} events, the ways one after the other in each; ${availableParallelism()} cores, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} before the run.`;
// A run of a part is printed, not written.
const whole = values.database === 'both' && values.rules === everyRules;
const measured: Measured[] = [];
for (const kind of kinds.filter((each) => values.database === 'both' || values.database === each)) {
  await onPlace(kind, async (place) => {
    for (const rules of numbers(values.rules)) measured.push(await measure(place, kind, rules));
  });
  if (whole) writeReport(reportOf(measured, conditions));
}
console.log(reportOf(measured, conditions));

async function onPlace(kind: Kind, run: (place: Place) => Promise<void>): Promise<void> {
  const place = await Place.make(kind, build);
  const stop = () => void place.close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    await run(place);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    await place.close();
  }
}

async function measure(place: Place, kind: Kind, rules: number): Promise<Measured> {
  const contest = await Contest.make(place, rules, wanted);
  const rates = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [what, perSecond] of await contest.round(round)) {
      rates.set(what, [...(rates.get(what) ?? []), perSecond]);
    }
    const sofar = [...rates].map(([what, list]) => `${what} ${list.map(Math.round).join(' ')}`);
    console.error(`${kind}, ${rules} rules, round ${round + 1}: ${sofar.join('; ')}`);
  }
  // The ceiling leads the table.
  return { kind, rules, rates: new Map([['raw', rates.get('raw') ?? []], ...rates]) };
}

function numbers(list: string): number[] {
  return list === '' ? [] : list.split(',').map(Number);
}
