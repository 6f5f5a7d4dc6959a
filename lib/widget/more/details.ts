import type { DetailField } from '../protocol';
import type { FormError } from '../state';

type Problems = Record<string, FormError>;
export type Details = Readonly<Partial<Record<DetailField, string>>>;

/** What is wrong with the answers to a form, by field; undefined when they may be sent. */
export function problemsOf(fields: readonly DetailField[], values: Details): Problems | undefined {
  const problems: Problems = {};
  for (const field of fields) {
    const value = values[field]?.trim() ?? '';
    const problem = field === 'email' ? emailProblem(value) : value ? undefined : 'nameMissing';
    if (problem) problems[field] = problem;
  }
  return Object.keys(problems).length > 0 ? problems : undefined;
}

function emailProblem(email: string): FormError | undefined {
  if (!email) return 'emailMissing';
  if (/[^ -~]/.test(email)) return 'emailAscii';
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email) ? undefined : 'emailWrong';
}

/** The server's complaints about the same answers. */
export function errorsOf(issues: readonly { path: string; code: string }[] = []): Problems {
  const errors: Problems = {};
  for (const { path, code } of issues) {
    if (path === 'email') errors[path] = code === 'email_not_ascii' ? 'emailAscii' : 'emailWrong';
    else errors[path] = 'nameMissing';
  }
  return issues.length > 0 ? errors : { form: 'formFailed' };
}
