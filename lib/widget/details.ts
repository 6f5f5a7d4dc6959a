import type { DetailField } from './protocol';
import type { FormError } from './state';

export type Details = Readonly<Partial<Record<DetailField, string>>>;

/** What is wrong with the answers to a form, by field; empty when they may be sent. */
export function problemsOf(fields: readonly DetailField[], values: Details): Partial<Record<DetailField, FormError>> {
  const problems: Partial<Record<DetailField, FormError>> = {};
  if (fields.includes('name') && !values.name?.trim()) problems.name = 'nameMissing';
  const email = fields.includes('email') && emailProblem(values.email?.trim() ?? '');
  if (email) problems.email = email;
  return problems;
}

function emailProblem(email: string): FormError | undefined {
  if (!email) return 'emailMissing';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is meant.
  if (!/^[\u0000-\u007f]*$/.test(email)) return 'emailAscii';
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email) ? undefined : 'emailWrong';
}
