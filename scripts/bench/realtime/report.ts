import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Kind } from '../ingest/place';
import type { Memory } from './memory';
import type { Talked } from './talk';

export interface Measured {
  readonly kind: Kind;
  readonly widgets: number;
  readonly agents: number;
  readonly perSecond: number;
  readonly talked: Talked;
  readonly before: Memory;
  readonly connected: Memory;
  /** Milliseconds of processor time that the server took for one message. */
  readonly processorTime: number;
}

const FILE = 'docs/performance.md';
const START = '<!-- realtime:start -->';
const END = '<!-- realtime:end -->';
const NAMES: Record<Kind, string> = { postgres: 'PostgreSQL', pglite: 'PGlite' };

const SECTION = `## Real time

\`npm run bench -- realtime\` opens widgets and signed-in agents on the production build in a process of its own, each
with an event stream that stays open, over loopback. Every customer has a conversation that an agent has accepted; all
agents belong to one group, so each message goes to all of their streams. Then messages go the two ways in turn, at an
even pace. *Latency* is from before the sender's request until the other side's stream has brought the text: HTTP,
sign-in, the transaction with its rules (none here), the read and the stream. The clients share the cores with the server
and the database. *Processor time* is that of the server's process, which is also the database's with PGlite. *Memory* is what the server's process holds more at rest with all streams open than before, divided by
their number; before the first measure all of them have been open once already.
\`--widgets\`, \`--agents\`, \`--rate\`, \`--seconds\` and \`--database\` change the run, which then is only printed.

${START}
${END}
`;

/** Markdown: a column for each database. */
export function reportOf(measured: readonly Measured[], conditions: string): string {
  const row = (what: string, cell: (each: Measured) => string) => `| ${what} | ${measured.map(cell).join(' | ')} |`;
  return [
    `|  | ${measured.map(({ kind }) => NAMES[kind]).join(' | ')} |`,
    `|---|${measured.map(() => '--:|').join('')}`,
    row('widgets, agents connected', ({ widgets, agents }) => `${widgets}, ${agents}`),
    row('messages a second', ({ perSecond }) => String(perSecond)),
    row('customer → agent, p50', ({ talked }) => milliseconds(talked.toAgent, 50)),
    row('customer → agent, p99', ({ talked }) => milliseconds(talked.toAgent, 99)),
    row('agent → customer, p50', ({ talked }) => milliseconds(talked.toCustomer, 50)),
    row('agent → customer, p99', ({ talked }) => milliseconds(talked.toCustomer, 99)),
    row(
      'messages measured, lost',
      ({ talked }) => `${talked.toAgent.length + talked.toCustomer.length}, ${talked.lost}`,
    ),
    row('agents’ streams that each customer’s message went to', ({ talked }) => talked.agentsPerMessage.toFixed(1)),
    row('server’s processor time per message', (each) => `${each.processorTime.toFixed(1)} ms`),
    row('memory per connection', (each) => kilobytes(each, 'resident')),
    row('of it on JavaScript’s heap', (each) => kilobytes(each, 'heap')),
    '',
    conditions,
  ].join('\n');
}

/** Puts the report between its markers in the page; other sections stay as they are. */
export function writeReport(report: string): void {
  const page = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Performance\n';
  const whole = page.includes(START) ? page : `${page.trimEnd()}\n\n${SECTION}`;
  const [before = '', rest = ''] = whole.split(START);
  writeFileSync(FILE, `${before}${START}\n${report}\n${END}${rest.split(END)[1] ?? '\n'}`);
}

function milliseconds(all: readonly number[], percent: number): string {
  const sorted = [...all].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
  return value === undefined ? 'none' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

function kilobytes({ before, connected, widgets, agents }: Measured, what: keyof Memory): string {
  return `${Math.round((connected[what] - before[what]) / (widgets + agents) / 1_024)} kB`;
}
