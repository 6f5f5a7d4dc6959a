'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import { LOCALES, type Locale } from '@/lib/i18n/locale';
import { setLocale } from '@/lib/i18n/set-locale';

const names: Record<Locale, string> = { en: 'English', fr: 'Français' };

export function LanguageSwitch({ className }: { className?: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const router = useRouter();
  const change = async (wanted: Locale) => {
    await setLocale(wanted);
    router.refresh();
  };
  const segments = LOCALES.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }));
  return <Segmented className={className} label={t('language')} value={locale} onChange={change} segments={segments} />;
}
