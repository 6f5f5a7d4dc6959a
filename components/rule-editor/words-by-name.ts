'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { RuleIssue } from '@/lib/engine/validation/issues';
import { useIssueWords } from './issue-words';

/** What is wrong, with fields and connections by name: in a form nobody sees their ids. */
export function useWordsByName(): (issue: RuleIssue) => string {
  const t = useTranslations('rules');
  const words = useIssueWords();
  return useCallback(
    (issue) => {
      const named = Object.entries(issue.params ?? {}).map(([name, value]) => {
        const key = `${name === 'connector' ? name : 'field'}.${String(value)}` as 'field.message';
        return [name, NAMED.has(name) && t.has(key) ? t(key) : value];
      });
      return words({ ...issue, params: Object.fromEntries(named) });
    },
    [t, words],
  );
}

const NAMED = new Set(['field', 'other', 'connector']);
