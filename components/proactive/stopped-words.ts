'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type StoppedLike = { readonly by: string; readonly [detail: string]: unknown };

/** What stopped a message, as a sentence. */
export function useStoppedWords(): (stopped: StoppedLike, nameOf: (id: string) => string) => string {
  const t = useTranslations('proactive.stopped');
  return useCallback(
    (stopped, nameOf) => {
      switch (stopped.by) {
        case 'time':
          return t('time', { seconds: Number(stopped.seconds) });
        case 'condition':
          return t(stopped.verdict === 'unmet' ? 'condition' : 'unknown');
        case 'schedule':
          return t(stopped.gone === true ? 'scheduleGone' : 'schedule');
        case 'frequency':
          return t(`frequency.${String(stopped.frequency)}` as 'frequency.every_time');
        case 'priority':
          return t('priority', { name: nameOf(String(stopped.winner)) });
        case 'conversation':
        case 'page':
        case 'screen':
          return t(stopped.by);
        default:
          return t('unknown');
      }
    },
    [t],
  );
}
