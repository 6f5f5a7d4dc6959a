'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Broken } from '@/lib/contracts/trigger';

/** Why a rule cannot run, in the reader's words: `Group “repairs” no longer exists`. */
export function useBrokenWords(): (broken: Broken) => string {
  const t = useTranslations('lists.broken');
  return useCallback(
    (broken) => {
      if (broken.reason === 'reference_gone') {
        return broken.gone
          .map((each) => {
            const [kind = '', ...name] = each.split(':');
            return t('gone', { kind, name: name.join(':') });
          })
          .join(' · ');
      }
      return broken.reason === 'limit' ? t('limit', { path: broken.path ?? '' }) : t('malformed');
    },
    [t],
  );
}
