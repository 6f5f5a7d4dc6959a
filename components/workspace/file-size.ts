'use client';

import { useTranslations } from 'next-intl';
import { useFormats } from '@/lib/i18n/use-formats';

/** "840 KB", "2.4 MB". */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations('workspace.attachment');
  const { number } = useFormats();
  return (bytes) => {
    if (bytes < 1_000) return t('bytes', { size: number(bytes) });
    if (bytes < 1_000_000) return t('kilobytes', { size: number(Math.round(bytes / 1_000)) });
    return t('megabytes', { size: number(Math.round(bytes / 100_000) / 10) });
  };
}
