import { endpoint } from '../endpoint';
import { forceQuery } from '../list';
import {
  calendarInput,
  calendarPreview,
  schedule,
  scheduleChange,
  scheduleInput,
  schedulePage,
  scheduleQuery,
} from '../schedule';

const path = '/api/v1/schedules';
const tag = 'Schedules';
const one = { path: `${path}/{id}`, tag } as const;

const example = {
  name: 'Shop opening hours',
  timeZone: 'Europe/Paris',
  intervals: [
    { day: 0, from: '09:00', to: '12:30' },
    { day: 0, from: '13:30', to: '18:00' },
  ],
  holidays: [{ name: 'Christmas', from: '2026-12-24', to: '2026-12-26' }],
};

export const scheduleEndpoints = {
  list: endpoint({ path, tag, method: 'GET', summary: 'List schedules', query: scheduleQuery, answer: schedulePage }),
  create: endpoint({
    ...{ path, tag },
    method: 'POST',
    summary: 'Create a schedule',
    description:
      'Days count from 0 (Monday). Hours are in steps of 15 minutes, do not overlap and end at 24:00 at the latest; ends are exclusive. Holidays are whole days in the zone of the schedule.',
    body: scheduleInput,
    answer: schedule,
    status: 201,
    errors: ['name_taken'],
    example,
  }),
  previewHolidays: endpoint({
    path: '/api/v1/holidays/preview',
    tag,
    method: 'POST',
    summary: 'Read the holidays of an iCalendar file',
    description: 'Stores nothing. What is wanted of the answer goes into `holidays` of a schedule.',
    body: calendarInput,
    answer: calendarPreview,
    example: {
      calendar:
        'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20260714\nSUMMARY:Fête nationale\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR',
    },
  }),
  get: endpoint({ ...one, method: 'GET', summary: 'Read a schedule', answer: schedule }),
  update: endpoint({
    ...one,
    method: 'PUT',
    summary: 'Change a schedule',
    description: 'What is absent stays as it is. `version` may stand in `If-Match` instead.',
    body: scheduleChange,
    answer: schedule,
    errors: ['stale_version', 'name_taken'],
    example: { holidays: example.holidays, version: 1 },
  }),
  clone: endpoint({
    path: `${path}/{id}/clone`,
    tag,
    method: 'POST',
    summary: 'Store a copy of a schedule',
    answer: schedule,
    status: 201,
  }),
  delete: endpoint({
    ...one,
    method: 'DELETE',
    summary: 'Delete a schedule',
    description:
      'Refused with the list of what uses it, unless `force` is given; rules that name it become broken, channels answer as during business hours at any time.',
    query: forceQuery,
    errors: ['in_use'],
  }),
};
