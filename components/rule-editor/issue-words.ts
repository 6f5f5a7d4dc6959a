'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { RuleIssue } from '@/lib/engine/validation/issues';

/** What is wrong and what to do, in the reader's language: the same words as the API's answers. */
export function useIssueWords(): (issue: RuleIssue) => string {
  const problems = useTranslations('problems');
  const errors = useTranslations('errors');
  return useCallback(
    ({ code, params = {} }) => {
      const values = Object.fromEntries(
        Object.entries(params).map(([key, value]) => [key, typeof value === 'boolean' ? String(value) : value]),
      );
      const kind = `expected.${String(values.expected)}` as 'expected.int';
      if (values.expected !== undefined && problems.has(kind)) values.expected = problems(kind);
      const own = `issue.${code}`;
      // Codes come from the validation; both catalogues are asked whether they know one.
      if (problems.has(own as 'issue.name_taken')) return problems(own as 'issue.name_taken', values);
      if (errors.has(own as 'issue.required')) return errors(own as 'issue.required', values as never);
      return errors('issue.not_valid');
    },
    [problems, errors],
  );
}
