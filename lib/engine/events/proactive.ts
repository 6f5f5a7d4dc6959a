import { defineEvent } from '../definition';

export const proactiveEvents = [
  defineEvent({ id: 'page_loaded', families: ['proactive'], provides: [] }),
  defineEvent({ id: 'on_page', families: ['proactive'], provides: [], seconds: { min: 1, max: 3_599 } }),
];
