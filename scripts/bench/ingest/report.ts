import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { median } from './measure';
import type { Kind } from './place';

/** Events per second of every round, by what was measured. */
export type Rates = ReadonlyMap<string, readonly number[]>;

export interface Measured {
  readonly kind: Kind;
  readonly rules: number;
  readonly rates: Rates;
}

const FILE = 'docs/performance.md';
const START = '<!-- ingest:start -->';
const END = '<!-- ingest:end -->';
const NAMES: Record<Kind, string> = { postgres: 'PostgreSQL', pglite: 'PGlite' };

const INTRODUCTION = `# Performance

What Signalbox does in a second beside what the machine could do at best. Ratios within one run matter; absolute numbers
depend on the machine and on what else it does. Every table is written by the command named with it.
`;

const SECTION = `## Durable ingest

\`npm run bench -- ingest\` sends messages of customers, each with a message stored and 0.9 firings, a third of them with a
wait of a day: two rules fire, and beside them are so many others on the same event that never do. 100 % is the raw ceiling: the very rows that \`ingest()\` wrote (event keys, events, messages,
firings, steps), written again by one hand-made set-based transaction per 200 events into the same tables and indexes,
six callers at the same time as with \`ingest()\`; more make neither faster. A single caller, or a single connection, waits for
each answer before it sends again: these rows are measured by the ceiling with one caller.
HTTP goes to the production build in a process of its own over connections that stay open; its client shares the cores
with the server and the database. The rows of requests that do nothing (\`GET /healthz\`) tell what the web server alone
takes for a request of one event: the goals for single events are for callers of \`ingest()\`, which merges those who wait at
the same time; over HTTP that server's own cost, paid for each request, decides. Send batches. The raw row does the same work
in each column: how far its numbers lie apart is how much the machine changed meanwhile, and how little to read into small
differences. Accepted events and firings are counted in the database after each round.
\`--events\`, \`--rounds\`, \`--connections\` and \`--singles\` change the run; with \`--rules\` or \`--database\` it measures a part
and only prints it.

${START}
${END}
`;

/** Markdown: per database a table of medians, as parts of the raw ceiling of the same run. */
export function reportOf(measured: readonly Measured[], conditions: string): string {
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  const tables = kinds.map((kind) => tableOf(measured.filter((each) => each.kind === kind)));
  return [...tables, conditions].join('\n\n');
}

/** Puts the report between its markers in the page; other sections stay as they are. */
export function writeReport(report: string): void {
  const page = existsSync(FILE) ? readFileSync(FILE, 'utf8') : INTRODUCTION;
  const whole = page.includes(START) ? page : `${page.trimEnd()}\n\n${SECTION}`;
  const [before = '', rest = ''] = whole.split(START);
  writeFileSync(FILE, `${before}${START}\n${report}\n${END}${rest.split(END)[1] ?? '\n'}`);
}

function tableOf(columns: readonly Measured[]): string {
  const [first] = columns;
  if (!first) return '';
  const head = `| ${NAMES[first.kind]} | ${columns.map(({ rules }) => silent(rules)).join(' | ')} | goal |`;
  const rows = [...first.rates.keys()].map((what) => {
    const cells = columns.map((column) => cell(column, what));
    return `| ${what.replace(/\b1 (callers|connections)/, (one) => one.slice(0, -1))} | ${cells.join(' | ')} | ${goalOf(what)} |`;
  });
  const said = [costOf(columns), overOneConnection(columns)].filter(Boolean).join(' ');
  return [head, `|---|${columns.map(() => '--:|').join('')}--:|`, ...rows, '', said].join('\n').trimEnd();
}

function cell(column: Measured, what: string): string {
  const ours = median(column.rates.get(what) ?? []);
  return `${partOf(column, what, ALONE.test(what) ? 'raw, 1 caller' : 'raw')} (${Math.round(ours).toLocaleString('en')}/s)`;
}

/** Ways of one caller, who waits for each answer. */
const ALONE = /, 1 (callers|connections)$/;

function partOf({ rates }: Measured, what: string, ceiling: string): string {
  return `${Math.round((100 * median(rates.get(what) ?? [])) / median(rates.get(ceiling) ?? []))} %`;
}

function goalOf(what: string): string {
  if (what.startsWith('`ingest()`, batches')) return '60 %';
  if (what.startsWith('HTTP, batches')) return '45 %';
  if (/^`ingest\(\)`, single events, 32 /.test(what)) return '12 %';
  if (/^`ingest\(\)`, single events, 128 /.test(what)) return '25 %';
  return '';
}

/** Many rules beside none, each beside its own ceiling: both fire as often and write the same rows. */
function costOf(columns: readonly Measured[]): string {
  const [few, many] = [columns[0], columns.at(-1)];
  if (!few || !many || few === many) return '';
  const part = ({ rates }: Measured) => median(rates.get('`ingest()`, batches') ?? []) / median(rates.get('raw') ?? []);
  const times = (part(few) / part(many)).toFixed(2);
  return `Measured by the raw ceiling, an event in batches of \`ingest()\` takes ${times} times as long beside ${silent(many.rules)} as beside ${few.rules}, and fires as often (goal: below 1.25).`;
}

/** Of whoever waits for each answer, beside the ceiling of those who do not. */
function overOneConnection(columns: readonly Measured[]): string {
  const ways = ['raw, 1 caller', 'HTTP, batches, 1 connections'].filter((what) => columns[0]?.rates.has(what));
  const parts = ways.map((what) => {
    const name = what.startsWith('raw') ? 'that of one caller' : 'HTTP in batches over one connection';
    return `${name} ${columns.map((column) => partOf(column, what, 'raw')).join(', ')}`;
  });
  return `Of the ceiling with six callers, ${parts.join(' and ')}.`;
}

/** The rules that are there beside the two that fire. */
function silent(rules: number): string {
  return `${rules.toLocaleString('en')} silent rule${rules === 1 ? '' : 's'}`;
}
