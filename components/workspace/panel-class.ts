/** A part of the details, under a line of its own. */
export const SECTION = 'border-b border-line px-4 py-3 last:border-b-0';
