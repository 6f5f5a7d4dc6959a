'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Issue } from '@/lib/contracts/app-error';

/** What is wrong and what to do, in the same words as the API's answers. */
export function useScheduleWords(): (issue: Issue) => string {
  const problems = useTranslations('problems');
  const errors = useTranslations('errors');
  return useCallback(
    ({ code, params }) => {
      const key = `issue.${code}`;
      // Codes come from the validation; both catalogues are asked whether they know one.
      if (problems.has(key as 'issue.bad_time')) return problems(key as 'issue.bad_time', params as never);
      return errors(
        errors.has(key as 'issue.required') ? (key as 'issue.required') : 'issue.not_valid',
        params as never,
      );
    },
    [problems, errors],
  );
}
