/** Latency of messages and memory of connections, with many widgets and agents on a real server; writes docs/performance.md. */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Database } from '@/db/client';
import { makeAccount, makeUser } from '@/lib/testing/factories';
import { ensureBuild } from '../build';
import { type Kind, Place } from './ingest/place';
import type { Source } from './realtime/event-source';
import { processorTime, restingMemory } from './realtime/memory';
import { Agent, Customer } from './realtime/people';
import { type Measured, reportOf, writeReport } from './realtime/report';
import { type Couple, Post } from './realtime/talk';

const usual = { widgets: '200', agents: '20', rate: '20', seconds: '60', database: 'both' };
const option = (name: keyof typeof usual) => ({ type: 'string', default: usual[name] }) as const;
const { values } = parseArgs({
  options: {
    widgets: option('widgets'),
    agents: option('agents'),
    rate: option('rate'),
    seconds: option('seconds'),
    database: option('database'),
    // A production build to use as it stands; else one is made where the last is out of date.
    build: { type: 'string' },
  },
});
const [widgets, agents, rate, seconds] = [values.widgets, values.agents, values.rate, values.seconds].map(Number) as [
  number,
  number,
  number,
  number,
];
const build = values.build ?? '.next-bench';
if (!values.build && !(await ensureBuild(build))) throw new Error('The build failed; the lines above say why.');

const conditions = `${seconds} s of messages on ${availableParallelism()} cores, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} before the run.`;
const kinds = (['postgres', 'pglite'] as const).filter(
  (each) => values.database === 'both' || values.database === each,
);
const measured: Measured[] = [];
for (const kind of kinds) {
  measured.push(await onPlace(kind));
  console.error(reportOf(measured, conditions));
}
const isUsual = Object.entries(usual).every(([name, value]) => Reflect.get(values, name) === value);
if (isUsual) writeReport(reportOf(measured, conditions));
console.log(reportOf(measured, conditions));

async function onPlace(kind: Kind): Promise<Measured> {
  const place = await Place.make(kind, build);
  const stop = () => void place.close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const open: Source[] = [];
  try {
    return await measure(place, kind, open);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    for (const source of open) source.close();
    await place.close();
  }
}

async function measure(place: Place, kind: Kind, open: Source[]): Promise<Measured> {
  const { channel, users } = await prepare(await place.database());
  const server = await place.server();
  const pid = place.pid ?? 0;
  const people = await Promise.all(users.map((user) => Agent.signIn(server, user, place.secret)));
  const couples = await meet(server, channel, people);
  console.error(`${kind}: ${couples.length} conversations accepted`);
  const post = new Post();
  const ended = (why: string) => console.error(`${kind}: a stream is gone, ${why}`);
  const connect = async () => {
    for (const agent of people) open.push(await agent.listen(post.heard, ended));
    await inBatches(couples, async ({ customer }) => void open.push(await customer.listen(post.heard, ended)));
  };
  // Once unmeasured, so that everything is compiled and grown that will be.
  await connect();
  await post.talk(couples, rate, 5);
  for (const source of open.splice(0)) source.close();
  const before = await restingMemory(server, pid);
  await connect();
  const connected = await restingMemory(server, pid);
  const started = processorTime(pid);
  const talked = await post.talk(couples, rate, seconds);
  const each = (processorTime(pid) - started) / (rate * seconds);
  return { kind, widgets, agents, perSecond: rate, talked, before, connected, processorTime: each };
}

/** An account with so many agents in one group. */
async function prepare(database: Database) {
  const { accountId, groups, channels } = await makeAccount(database);
  const users = [];
  for (let number = 1; number <= agents; number++) {
    const key = `agent-${number}`;
    const user = { key, name: `Agent ${number}`, role: 'agent', groupIds: [groups.support] } as const;
    users.push({ accountId, key, userId: (await makeUser(database, accountId, user)).id });
  }
  return { channel: channels.web, users };
}

/** Every customer writes once and is accepted by an agent, in turn. */
async function meet(server: string, channel: string, people: readonly Agent[]): Promise<Couple[]> {
  const couples: Couple[] = [];
  const numbers = Array.from({ length: widgets }, (_, index) => index);
  await inBatches(numbers, async (number) => {
    const agent = people[number % people.length];
    if (!agent) return;
    const customer = await Customer.arrive(server, channel);
    await customer.write('Hello');
    await agent.accept(customer.conversation);
    couples.push({ customer, agent });
  });
  return couples;
}

/** Some at once, none too many. */
async function inBatches<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += 10) await Promise.all(items.slice(from, from + 10).map(run));
}
