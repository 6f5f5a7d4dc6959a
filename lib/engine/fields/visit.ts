import { defineField } from '../definition';

const VISITOR = 'visitor';
const DEVICE = 'device';

/** What the page of a visitor says; read in the widget, and again on the server from what the widget reports. */
export const visitFields = [
  defineField({
    id: 'visitor_page_url',
    families: ['proactive'],
    section: VISITOR,
    type: { kind: 'page_text' },
    switches: ['ignoreCase'],
    read: (state) => state.visit?.url ?? null,
  }),
  defineField({
    id: 'visitor_page_title',
    families: ['proactive'],
    section: VISITOR,
    type: { kind: 'page_text' },
    switches: ['ignoreCase'],
    read: (state) => state.visit?.title ?? null,
  }),
  defineField({
    id: 'visitor_history',
    families: ['proactive'],
    section: VISITOR,
    type: { kind: 'state', options: ['new', 'returning'] },
    read: (state) => (state.visit ? (state.visit.returning ? 'returning' : 'new') : null),
  }),
  defineField({
    id: 'visitor_last_visit_hours',
    families: ['proactive'],
    section: VISITOR,
    type: { kind: 'integer', min: 0, max: 100_000 },
    read: (state) => state.visit?.hoursSinceLastVisit ?? null,
  }),
  defineField({
    id: 'visitor_referrer',
    families: ['proactive'],
    section: VISITOR,
    type: { kind: 'page_text' },
    switches: ['ignoreCase'],
    read: (state) => state.visit?.referrer ?? null,
  }),
  defineField({
    id: 'page_metadata',
    families: ['proactive'],
    section: VISITOR,
    type: { kind: 'page_text' },
    of: 'metadata',
    switches: ['ignoreCase'],
    read: (state) => state.visit?.metadata ?? null,
  }),
  defineField({
    id: 'device_language',
    families: ['proactive'],
    section: DEVICE,
    type: { kind: 'language' },
    read: (state) => state.visit?.language ?? null,
  }),
];
