'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ProactiveView } from '@/lib/contracts/proactive';

type Reason = ProactiveView['candidates'][number]['reason'];

/** What became of a message on a page that was visited, as a sentence. */
export function useReasonWords(): (reason: Reason, nameOf: (id: string) => string) => string {
  const t = useTranslations('proactive.views.reason');
  return useCallback(
    (reason, nameOf) => {
      switch (reason.by) {
        case 'time':
          return t('time', { seconds: Number(reason.seconds) });
        case 'condition':
          return t(reason.verdict === 'unmet' ? 'condition' : 'unknown');
        case 'schedule':
          return t(reason.gone === true ? 'scheduleGone' : 'schedule');
        case 'frequency':
          return t(`frequency.${String(reason.frequency)}` as 'frequency.every_time');
        case 'priority':
          return t('priority', { name: nameOf(String(reason.winner)) });
        case 'server':
          return t(`server.${String(reason.refusal)}` as 'server.paused');
        case 'shown':
        case 'conversation':
        case 'page':
        case 'screen':
          return t(reason.by);
        default:
          return t('unknown');
      }
    },
    [t],
  );
}
