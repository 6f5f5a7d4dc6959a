'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import { retryStep } from '@/lib/client/firings';

/**
 * Tries failed steps again and shows what became of them; `error` is said where the button stands. The page is read
 * again, unless `onDone` knows better.
 */
export function useRetry(
  firingId: string,
  onDone?: () => void,
): { retry: (step: number) => void; busy: boolean; error: string | null } {
  const t = useTranslations('log.firing');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const retry = (step: number) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    retryStep(firingId, step)
      .then(() => toast(t('retried')))
      .catch(() => setError(t('retryFailed')))
      .finally(() => {
        setBusy(false);
        if (onDone) onDone();
        else router.refresh();
      });
  };
  return { retry, busy, error };
}
