import * as z from 'zod';
import { defineConnector } from './definition';

/** An account elsewhere whose messages somebody brings in through the events API: tickets name it as `integration`. */
export const source = defineConnector({
  kind: 'source',
  icon: 'plug',
  single: false,
  testable: false,
  settings: z.strictObject({ note: z.string().trim().max(500).default('') }),
  fields: [{ name: 'note', control: 'text' }],
});
