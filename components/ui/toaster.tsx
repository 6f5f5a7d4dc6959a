'use client';

import { useTranslations } from 'next-intl';
import { Toaster as Sonner } from 'sonner';

/** Where toasts appear: bottom right, above the bar on a phone. Mounted once, lazily, by app/providers.tsx. */
export function Toaster() {
  const t = useTranslations('ui');
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t('notifications')}
      visibleToasts={3}
      gap={8}
      offset={{ bottom: 16, right: 16 }}
      mobileOffset={{ bottom: 68, left: 12, right: 12 }}
    />
  );
}
