import { describe, expect, it } from 'vitest';
import { holidaysIn } from './read-calendar';

const range = { from: '2026-01-01', to: '2028-12-31' };
const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}@example.org`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const read = (...events: string[][]) => holidaysIn(calendar(...events), range);
const days = (...events: string[][]) => read(...events)?.holidays.map(({ name, from, to }) => `${name} ${from}/${to}`);

describe('an iCalendar file', () => {
  it('gives whole days, whose end is exclusive there and inclusive here', () => {
    expect(days(['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas'])).toEqual([
      'Christmas 2026-12-24/2026-12-26',
    ]);
    expect(days(['DTSTART;VALUE=DATE:20261111', 'SUMMARY;LANGUAGE=fr:Armistice\\, 1918'])).toEqual([
      'Armistice, 1918 2026-11-11/2026-11-11',
    ]);
  });

  it('unfolds what repeats within the range, without what is left out of it', () => {
    const yearly = ['DTSTART;VALUE=DATE:20200714', 'SUMMARY:Fête nationale', 'RRULE:FREQ=YEARLY'];
    expect(read(yearly)?.holidays).toEqual(
      [2026, 2027, 2028].map((year) => ({
        ...{ name: 'Fête nationale', from: `${year}-07-14`, to: `${year}-07-14`, repeats: true },
      })),
    );
    expect(days([...yearly, 'EXDATE;VALUE=DATE:20270714'])).toHaveLength(2);
    expect(days(['DTSTART;VALUE=DATE:20200525', 'SUMMARY:M', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'])).toEqual([
      'M 2026-05-25/2026-05-25',
      'M 2027-05-31/2027-05-31',
      'M 2028-05-29/2028-05-29',
    ]);
  });

  it('takes midnight to midnight in the zone of the entry for whole days', () => {
    const zoned = ['DTSTART;TZID=America/New_York:20261126T000000', 'DTEND;TZID=America/New_York:20261127T000000'];
    expect(days([...zoned, 'SUMMARY:Thanksgiving'])).toEqual(['Thanksgiving 2026-11-26/2026-11-26']);
  });

  it('lists the same day of two calendars once', () => {
    const one = ['DTSTART;VALUE=DATE:20260501', 'SUMMARY:May Day'];
    expect(days(one, one)).toEqual(['May Day 2026-05-01/2026-05-01']);
  });

  it.each<[string, string[]]>([
    ['not_whole_days', ['DTSTART;TZID=Europe/Paris:20261224T140000', 'DTEND;TZID=Europe/Paris:20261224T180000']],
    ['outside_range', ['DTSTART;VALUE=DATE:20190101']],
    ['repeats_too_often', ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=SECONDLY']],
    ['repeats_too_often', ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMINUTE=0,1,2']],
    ['repeats_too_often', ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30']],
    ['cancelled', ['DTSTART;VALUE=DATE:20260101', 'STATUS:CANCELLED']],
    ['no_date', ['DESCRIPTION:Nothing']],
    ['too_many', ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY']],
  ])('lists what it leaves out: %s', (reason, lines) => {
    const good = ['DTSTART;VALUE=DATE:20260501', 'SUMMARY:May Day'];
    const result = read([...lines, 'SUMMARY:Strange'], good);
    expect(result?.skipped).toEqual([{ name: 'Strange', reason }]);
    expect(result?.holidays).toHaveLength(1);
  });

  it('is refused when it is none', () => {
    for (const text of ['', 'hello', '{"a":1}', 'BEGIN:VCARD\nEND:VCARD', '\u0000'])
      expect(holidaysIn(text, range)).toBeUndefined();
  });
});
