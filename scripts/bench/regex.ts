/** Ordinary patterns beside native expressions that say the same; writes docs/performance.md. */
import { compile } from '@/lib/engine/regex';
import { writeSection } from './section';

const DATE = '(?P<year>(?:19|20)\\d\\d)(?P<delimiter>[- /.])(?P<month>0[1-9]|1[012])\\2(?P<day>0[1-9]|[12][0-9]|3[01])';
const LONG = `hello, I would like a refund for my order ${'and some more words '.repeat(10)}please`;

const CASES: [pattern: string, native: RegExp, texts: string[]][] = [
  ['.*refund.*', /^(?:.*refund.*)$/u, [LONG, LONG.replace('refund', 'return'), 'refund']],
  ['(hi|hello|hey)\\b.*', /^(?:(hi|hello|hey)\b.*)$/u, [LONG, 'hi there', 'history of the order', 'good day']],
  [DATE, new RegExp(`^(?:${DATE.replaceAll('?P<', '?<')})$`, 'u'), ['2014-07-28', '2014-07/28', '2014-07-28 x', LONG]],
  ['\\s*order\\s*#?\\d{4,}\\s*', /^(?:\s*order\s*#?\d{4,}\s*)$/u, ['  order #123456 ', 'order 12', LONG]],
  [
    '[\\w.+-]+@[\\w-]+\\.[\\w.]+',
    /^(?:[\w.+-]+@[\w-]+\.[\w.]+)$/u,
    ['ada.lovelace+test@example.co.uk', 'no-at-sign', LONG],
  ],
  ['(?i)refund|return|money back', /^(?:refund|return|money back)$/iu, ['Refund', 'money back', LONG]],
];

const ROUNDS = 61;
const LOOPS = 4000;

const rows = CASES.map(([pattern, native, texts]) => {
  const compiled = compile(pattern);
  if (!compiled.ok) throw new Error(compiled.error.reason);
  const { regex } = compiled;
  for (const text of texts) {
    if (regex.test(text) !== native.test(text)) throw new Error(`${pattern} and its native form differ on: ${text}`);
  }
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(time(() => texts.forEach((text) => void regex.test(text))));
    raw.push(time(() => texts.forEach((text) => void native.test(text))));
  }
  const [mine, theirs] = [median(ours), median(raw)];
  const ns = ((mine / LOOPS / texts.length) * 1e6).toFixed(0);
  return `| \`${pattern.replaceAll('|', '\\|')}\` | ${(mine / theirs).toFixed(2)} × | ${ns} | ${regex.engine} |`;
});
const report = [
  '| pattern (Python) | of raw native | ns a text | runs as |',
  '|---|--:|--:|---|',
  ...rows,
  '',
  `Medians of ${ROUNDS} interleaved rounds over texts that match and texts that do not; Node ${process.versions.node}.`,
].join('\n');
console.log(report);
writeSection(
  'regex',
  `## Regular expressions

\`npm run bench -- regex\` matches whole texts with ordinary patterns, as Python would, beside native expressions that say
the same (wanted: within 2 ×). Patterns that are provably cheap run natively.`,
  report,
);

function time(work: () => void): number {
  const start = performance.now();
  for (let i = 0; i < LOOPS; i++) work();
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
