import { defineField } from '../definition';

const SECTION = 'date_time';

export const scheduleField = defineField({
  id: 'schedule',
  families: ['trigger', 'proactive'],
  section: SECTION,
  type: { kind: 'state', options: ['inside', 'outside'] },
  of: 'schedule',
  read: (state) => state.account.schedules,
});

export const dateAndTimeFields = [
  defineField({
    id: 'hour_of_day',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'integer', min: 0, max: 23 },
    read: (state) => state.at.getUTCHours(),
  }),
  defineField({
    id: 'day_of_week',
    families: ['trigger'],
    section: SECTION,
    type: { kind: 'integer', min: 0, max: 6, labels: 'weekday' },
    // Monday is 0 here, Sunday is 0 in JavaScript.
    read: (state) => (state.at.getUTCDay() + 6) % 7,
  }),
  scheduleField,
];
