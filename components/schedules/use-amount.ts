import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Minutes as "48 h", "5 h 30 min", "45 min": never as days, for nobody counts opening hours so. */
export function useAmount(): (minutes: number) => string {
  const t = useTranslations('schedules.amount');
  return useCallback(
    (total) => {
      const [hours, minutes] = [Math.floor(total / 60), total % 60];
      if (minutes === 0) return t('hours', { hours });
      return hours === 0 ? t('minutes', { minutes }) : t('both', { hours, minutes });
    },
    [t],
  );
}
