/** The parts of the form, in their order; `none` when all are closed. */
export const PARTS = ['create', 'compose', 'rules', 'send'] as const;
export type PartId = (typeof PARTS)[number] | 'none';

/** The part in which a place of the message is edited. */
export function partOf(path: string): Exclude<PartId, 'none'> {
  if (/^(message|reply)\b/.test(path)) return 'compose';
  if (/^(on|when)\b/.test(path)) return 'rules';
  return /^(send|frequency|tags)\b/.test(path) ? 'send' : 'create';
}
