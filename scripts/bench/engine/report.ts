import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { plot } from './plot';

/** Microseconds per event by name. */
export type Measured = Readonly<Record<string, number>>;

export interface Row {
  readonly size: number;
  readonly measured: Measured;
  readonly skipped: readonly string[];
  /** Part of the rules on an event that it meets. */
  readonly matching: number;
}

type Times = { readonly median: number; readonly rare: number; readonly longest: number };

export interface Report {
  readonly rows: readonly Row[];
  readonly memory: readonly { readonly size: number; readonly laidOut: number; readonly matched: number }[];
  readonly updates: { readonly add: Times; readonly remove: Times; readonly match: Times };
  readonly machine: string;
}

const FILE = 'docs/performance.md';
const PLOT = 'docs/performance-engine.svg';
const START = '<!-- engine:start -->';
const END = '<!-- engine:end -->';
const OWN = ['Signalbox', 'bound', 'plain interpreter'];

/** The report in Markdown; written between the markers of the page, unless only a part was measured. */
export function writeReport(report: Report, partial: boolean): string {
  const text = `${table(report.rows)}\n\n${ratios(report.rows)}\n\n${footprint(report)}`;
  if (!partial) {
    writeFileSync(PLOT, plot(report.rows));
    const page = existsSync(FILE) ? readFileSync(FILE, 'utf8') : `# Performance\n\n## Matching\n\n${START}\n${END}\n`;
    const [before = '', rest = ''] = page.split(START);
    const after = rest.split(END)[1] ?? '\n';
    const image = '![Microseconds per event by number of rules, for each engine](performance-engine.svg)';
    writeFileSync(FILE, `${before}${START}\n${text}\n\n${image}\n${END}${after}`);
  }
  return text;
}

function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ measured }) => Object.keys(measured)))];
  const head = `| µs per event | ${rows.map(({ size }) => `${size.toLocaleString('en')} rules`).join(' | ')} |`;
  const line = `|---|${rows.map(() => '--:|').join('')}`;
  const body = names.map((name) => `| ${name} | ${rows.map((row) => cell(row, name)).join(' | ')} |`);
  const matching = `| rules met | ${rows.map((row) => `${(row.matching * 100).toFixed(1)} %`).join(' | ')} |`;
  return [head, line, ...body, matching].join('\n');
}

function cell({ measured, skipped }: Row, name: string): string {
  if (skipped.includes(name)) return 'skipped: too slow';
  const time = measured[name];
  return time === undefined ? '' : digits(time);
}

function ratios(rows: readonly Row[]): string {
  const lines = rows.map(({ size, measured }, i) => {
    const ours = measured.Signalbox ?? Number.NaN;
    const best = Object.entries(measured).filter(([name]) => !OWN.includes(name));
    const library = best.length > 0 ? `${digits(Math.min(...best.map(([, time]) => time)) / ours)} ×` : '';
    const before = rows[i - 1]?.measured.Signalbox;
    const growth = before === undefined ? '' : `${digits(ours / before)} ×`;
    const interpreter = measured['plain interpreter'];
    const plain = interpreter === undefined ? '' : `${digits(interpreter / ours)} ×`;
    const cells = [
      size.toLocaleString('en'),
      library,
      plain,
      `${digits(ours / (measured.bound ?? Number.NaN))} ×`,
      growth,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head =
    '| rules | faster than the best library | than the interpreter | times the bound | cost of tenfold rules |';
  return [head, '|--:|--:|--:|--:|--:|', ...lines].join('\n');
}

function footprint({ memory, updates, machine }: Report): string {
  const row = (name: string, { median, rare, longest }: Times) =>
    `| ${name} | ${digits(median)} | ${digits(rare)} | ${digits(longest)} |`;
  const sizes = memory.map(
    ({ size, laidOut, matched }) =>
      `${Math.round(laidOut)} bytes a rule at ${size.toLocaleString('en')} (${Math.round(matched)} after matching)`,
  );
  return [
    '| at 10,000 rules, µs | median | p99.9 | longest |',
    '|---|--:|--:|--:|',
    row('add a rule', updates.add),
    row('remove a rule', updates.remove),
    row('match between the two', updates.match),
    '',
    `Processor time in medians of interleaved rounds, answers compared. Memory beside the rules' own JSON: ${sizes.join(', ')}. Measured on ${machine}.`,
  ].join('\n');
}

function digits(number: number): string {
  return number >= 100 ? Math.round(number).toLocaleString('en') : number.toPrecision(2);
}
