import type { Row } from './report';

const WIDTH = 720;
const HEIGHT = 400;
const BOX = { left: 64, right: 210, top: 20, bottom: 44 };
/** Readable on light and dark paper. */
const COLOURS = ['#2f6fed', '#8a8f98', '#3f9b6c', '#c2741f', '#9b59b6', '#cc4b4b'];

/** Times over numbers of rules, both logarithmic. */
export function plot(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ measured }) => Object.keys(measured)))];
  const times = rows.flatMap(({ measured }) => Object.values(measured));
  const low = Math.floor(Math.log10(Math.min(...times)));
  const high = Math.ceil(Math.log10(Math.max(...times)));
  const sizes = rows.map(({ size }) => Math.log10(size));
  const [first = 0, last = 1] = [Math.min(...sizes), Math.max(...sizes)];
  const x = (size: number) => BOX.left + ((Math.log10(size) - first) / (last - first)) * (WIDTH - BOX.left - BOX.right);
  const y = (power: number) => HEIGHT - BOX.bottom - ((power - low) / (high - low)) * (HEIGHT - BOX.top - BOX.bottom);
  const parts = [
    ...range(low, high).map((power) => grid(y(power), label(10 ** power))),
    ...rows.map(({ size }) => text(x(size), HEIGHT - 22, size.toLocaleString('en'), 'middle')),
    text(x(10), HEIGHT - 6, 'rules', 'start'),
    ...names.map((name, i) => {
      const points = rows.flatMap(({ size, measured }) => {
        const time = measured[name];
        return time === undefined ? [] : [{ x: x(size), y: y(Math.log10(time)) }];
      });
      return line(points, COLOURS[i % COLOURS.length] ?? '', name);
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Microseconds per event by number of rules</title>
${parts.join('\n')}
</svg>
`;
}

function line(points: readonly { x: number; y: number }[], colour: string, name: string): string {
  const end = points.at(-1);
  if (!end) return '';
  const path = points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ');
  const dots = points.map(
    (point) => `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="3" fill="${colour}"/>`,
  );
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...dots,
    `<text x="${(end.x + 8).toFixed(1)}" y="${(end.y + 4).toFixed(1)}" fill="${colour}">${name}</text>`,
  ].join('');
}

function grid(y: number, name: string): string {
  const rule = `<line x1="${BOX.left}" x2="${WIDTH - BOX.right}" y1="${y}" y2="${y}" stroke="#8a8f98" stroke-opacity="0.25"/>`;
  return rule + text(BOX.left - 8, y + 4, name, 'end');
}

function text(x: number, y: number, words: string, anchor: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="#8a8f98" text-anchor="${anchor}">${words}</text>`;
}

function label(microseconds: number): string {
  return microseconds >= 1_000 ? `${(microseconds / 1_000).toLocaleString('en')} ms` : `${microseconds} µs`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
