import { type FieldErrors, type FieldValues, type Resolver, set } from 'react-hook-form';
import type * as z from 'zod';
import type { Issue } from '@/lib/contracts/app-error';
import { toIssues } from '@/lib/contracts/issues';

/** Words of an issue, in the reader's language. */
export type IssueWords = (issue: Issue) => string;

/** Validates a form by the contract that the API uses, with the same codes. */
export function contractResolver<Values extends FieldValues>(
  schema: z.ZodType<unknown, Values>,
  words: IssueWords,
): Resolver<Values> {
  return (values) => {
    const result = schema.safeParse(values, { reportInput: true });
    if (result.success) return { values, errors: {} };
    const errors: FieldErrors<Values> = {};
    for (const issue of toIssues(result.error.issues)) {
      // Of several at one field the first one is told.
      if (!Reflect.has(errors, issue.path)) set(errors, issue.path, { type: issue.code, message: words(issue) });
    }
    return { values: {}, errors };
  };
}
