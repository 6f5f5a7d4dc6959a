/** "Is it open?" and "when next?" of a schedule, in microseconds; writes docs/performance.md. */
import { prepareHours } from '@/lib/engine/hours/hours';
import type { Schedule } from '@/lib/engine/hours/schedule';
import { writeSection } from './section';

const ROUNDS = 41;
const YEAR = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

const weekdays = [0, 1, 2, 3, 4];
const shop: Omit<Schedule, 'timeZone'> = {
  intervals: weekdays.flatMap((day) => [
    { day, from: '09:00', to: '12:30' },
    { day, from: '13:30', to: '18:00' },
  ]),
  holidays: Array.from({ length: 12 }, (_, month) => {
    const date = `2026-${String(month + 1).padStart(2, '0')}-11`;
    return { name: 'Holiday', from: date, to: date };
  }),
};

const CASES: readonly [name: string, schedule: Schedule][] = [
  ['shop hours, 12 holidays, Europe/Paris', { ...shop, timeZone: 'Europe/Paris' }],
  ['the same, Australia/Lord_Howe', { ...shop, timeZone: 'Australia/Lord_Howe' }],
  ['the same, Asia/Kolkata', { ...shop, timeZone: 'Asia/Kolkata' }],
  [
    '48 intervals a day, 500 holidays, Africa/Casablanca',
    {
      timeZone: 'Africa/Casablanca',
      intervals: [0, 1, 2, 3, 4, 5, 6].flatMap((day) =>
        Array.from({ length: 48 }, (_, half) => ({ day, from: clock(half * 30), to: clock(half * 30 + 15) })),
      ),
      holidays: Array.from({ length: 500 }, (_, index) => {
        const date = new Date(YEAR + index * 7 * 1_440 * MINUTE).toISOString().slice(0, 10);
        return { name: 'Holiday', from: date, to: date };
      }),
    },
  ],
  ['never open (the search ends after two years)', { timeZone: 'Europe/Paris', intervals: [], holidays: [] }],
];

const rows = CASES.map(([name, schedule]) => {
  const hours = prepareHours(schedule);
  // Moments of one year, in no order.
  const moments = Array.from({ length: 500 }, (_, index) => new Date(YEAR + ((index * 104_729) % 525_600) * MINUTE));
  let inside = 0;
  const open = time(() => {
    for (const at of moments) if (hours.stateAt(at) === 'inside') inside++;
  }, moments.length);
  const next = time(() => {
    for (const at of moments) if (hours.nextChange(at)) inside++;
  }, moments.length);
  if (inside < 0) throw new Error('Nothing was counted');
  return `| ${name} | ${open} | ${next} |`;
});

const table = ['| µs | is it open? | when next? |', '|---|--:|--:|', ...rows].join('\n');
const told = `${table}\n\nMedian of ${ROUNDS} rounds over 500 moments of a year, schedules prepared once; Node ${process.versions.node}.`;
console.log(told);
writeSection(
  'hours',
  `## Business hours\n\n\`npm run bench -- hours\` asks schedules what every condition, response and proactive message asks them.`,
  told,
);

/** Microseconds of one question. */
function time(work: () => void, questions: number): string {
  work();
  const taken = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return ((performance.now() - start) * 1_000) / questions;
  }).sort((a, b) => a - b);
  const median = taken[ROUNDS >> 1] ?? 0;
  return median.toFixed(median < 10 ? 2 : 0);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
