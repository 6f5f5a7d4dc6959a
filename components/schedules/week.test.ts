import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleInput } from '@/lib/contracts/schedule';
import * as edit from './week';

const write = (week: edit.Week | undefined) =>
  week && edit.intervalsOf(week).map(({ day, from, to }) => `${day} ${from}-${to}`);
const read = (...texts: string[]) =>
  edit.weekOf(
    texts.map((text) => {
      const [day, times = ''] = text.split(' ');
      const [from = '', to = ''] = times.split('-');
      return { day: Number(day), from, to };
    }),
  );

describe('hours of a week', () => {
  it('are split at midnight', () => {
    expect(write(edit.place([], undefined, 4, 1_320, 120)?.week)).toEqual(['4 22:00-24:00', '5 00:00-02:00']);
    expect(write(edit.place([], undefined, 6, 1_320, 120)?.week)).toEqual(['0 00:00-02:00', '6 22:00-24:00']);
    expect(write(edit.place([], undefined, 4, 0, 1_440)?.week)).toEqual(['4 00:00-24:00']);
    const night = read('4 22:00-24:00');
    const longer = edit.stretch(night, 0, 'to', 15);
    expect(write(longer?.week)).toEqual(['4 22:00-24:00', '5 00:00-00:15']);
    expect(write(edit.stretch(longer?.week ?? [], 0, 'to', 15)?.week)).toEqual(['4 22:00-24:00', '5 00:00-00:30']);
  });

  it('move as far as their neighbours allow', () => {
    const week = read('0 09:00-12:00', '0 12:30-18:00');
    expect(write(edit.shift(week, 0, 45)?.week)).toEqual(['0 09:30-12:30', '0 12:30-18:00']);
    expect(edit.shift(read('0 00:00-01:00'), 0, -15)).toBeUndefined();
    expect(write(edit.stretch(week, 0, 'to', -600)?.week)).toEqual(['0 09:00-09:15', '0 12:30-18:00']);
    expect(edit.moveToDay(read('0 09:00-12:00', '1 11:00-13:00'), 0, 1)).toBeUndefined();
    expect(write(edit.dragTo(read('0 09:00-12:00', '1 11:00-13:00'), 0, 1, 600)?.week)).toEqual([
      '1 08:00-11:00',
      '1 11:00-13:00',
    ]);
    expect(edit.dragTo(read('0 00:00-23:00', '1 11:00-13:00'), 0, 1, 0)).toBeUndefined();
  });

  it('are drawn in both directions, up to the next ones', () => {
    const week = read('0 12:00-13:00');
    expect(write(edit.draw(week, 0, 605, 900)?.week)).toEqual(['0 10:00-12:00', '0 12:00-13:00']);
    expect(write(edit.draw(week, 0, 1_000, 200)?.week)).toEqual(['0 12:00-13:00', '0 13:00-16:45']);
    expect(write(edit.draw(week, 1, 600, 600)?.week)).toEqual(['0 12:00-13:00', '1 10:00-10:15']);
    expect(edit.draw(week, 0, 730, 900)).toBeUndefined();
  });

  it('are added where there is room', () => {
    expect(write(edit.add([], 2)?.week)).toEqual(['2 09:00-17:00']);
    expect(write(edit.add(read('2 09:00-12:00'), 2)?.week)).toEqual(['2 09:00-12:00', '2 13:00-15:00']);
    expect(write(edit.add(read('2 09:00-24:00'), 2)?.week)).toEqual(['2 00:00-02:00', '2 09:00-24:00']);
    expect(edit.add(read('2 00:00-24:00'), 2)).toBeUndefined();
  });

  it('are copied to other days instead of what those had', () => {
    const week = read('0 09:00-12:00', '0 13:00-17:00', '1 10:00-11:00', '5 10:00-17:00');
    expect(write(edit.copyDay(week, 0, edit.WEEKDAYS))).toEqual([
      ...[0, 1, 2, 3, 4].flatMap((day) => [`${day} 09:00-12:00`, `${day} 13:00-17:00`]),
      '5 10:00-17:00',
    ]);
    expect(write(edit.copyDay(week, 6, [0]))).toEqual(['1 10:00-11:00', '5 10:00-17:00']);
  });

  it.each([
    ['9', 540],
    ['09:30', 570],
    ['9h30', 570],
    ['9 h', 540],
    ['930', 570],
    ['1815', 1_095],
    ['24:00', 1_440],
    ['24', 1_440],
    ['24:15', undefined],
    ['9:75', undefined],
    ['', undefined],
    ['noon', undefined],
  ])('read %s as a time', (text, minutes) => {
    expect(edit.timeTyped(text)).toBe(minutes);
  });

  it('stay what the API takes, whatever is done to them', () => {
    const operation = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.nat(9), fc.nat(6), fc.nat(1_440), fc.nat(1_440));
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 25 }), (operations) => {
        let week: edit.Week = [];
        for (const [kind, which, day, a, b] of operations) {
          const id = week[which % Math.max(1, week.length)]?.id ?? 0;
          const by = edit.snap(a - b);
          const next = [
            () => edit.add(week, day)?.week,
            () => edit.place(week, which % 2 ? id : undefined, day, edit.snap(a) % 1_440, edit.snap(b))?.week,
            () => edit.shift(week, id, by)?.week,
            () => edit.stretch(week, id, which % 2 ? 'from' : 'to', by)?.week,
            () => edit.moveToDay(week, id, day)?.week,
            () => edit.dragTo(week, id, day, a)?.week,
            () => edit.draw(week, day, a, b)?.week,
            () => edit.copyDay(week, day, edit.WEEKDAYS),
            () => edit.stretchTo(week, id, which % 2 ? 'from' : 'to', a)?.week,
          ][kind]?.();
          week = next ?? week;
          expect(new Set(week.map((each) => each.id)).size).toBe(week.length);
          const input = { name: 'S', timeZone: 'UTC', intervals: edit.intervalsOf(week) };
          expect(scheduleInput.safeParse(input).error?.issues ?? []).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
