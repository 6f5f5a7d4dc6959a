'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { IssueWords } from '@/lib/client/contract-resolver';

/** Words for what is wrong in these forms, the general ones where none are special. */
export function useIssueWords(): IssueWords {
  const auth = useTranslations('auth');
  const errors = useTranslations('errors');
  return useCallback(
    ({ code, params }) => {
      const special = `issue.${code}` as Parameters<typeof auth.has>[0];
      // Keys put together from codes: `has` has looked.
      if (auth.has(special)) return auth(special as 'issue.bad_format', params as never);
      const general = `issue.${code}` as Parameters<typeof errors.has>[0];
      return errors(errors.has(general) ? (general as 'issue.required') : 'issue.not_valid', params as never);
    },
    [auth, errors],
  );
}
