'use client';

import { useTranslations } from 'next-intl';
import { Toaster as Sonner } from 'sonner';

/**
 * Where toasts appear: bottom right, above the bar on a phone, one above the other: stacked, those behind would show
 * slivers of buttons that nobody can hit. Mounted once, lazily, by app/providers.tsx.
 */
export function Toaster() {
  const t = useTranslations('ui');
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t('notifications')}
      expand
      visibleToasts={3}
      gap={8}
      offset={{ bottom: 16, right: 16 }}
      mobileOffset={{ bottom: 68, left: 12, right: 12 }}
    />
  );
}
