'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { DarkThemeIcon, LightThemeIcon, SystemThemeIcon } from '@/components/ui/icons';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { fetchJson } from '@/lib/client/fetcher';
import { problemText } from '@/lib/client/problem-text';
import type { Locale } from '@/lib/i18n/locale';
import { useChangeLocale } from './use-change-locale';
import { usePreferences } from './use-preferences';

/** Language, theme and single keys; each takes effect at once. The language follows the user to other browsers. */
export function PreferencesCard({ locale }: { locale: Locale }) {
  const t = useTranslations('me.preferences');
  const shell = useTranslations('shell');
  const errors = useTranslations('errors');
  const changeLocale = useChangeLocale();
  const { theme, setTheme, singleKeys, setSingleKeys } = usePreferences();
  const choose = (language: Locale) => {
    changeLocale(language);
    fetchJson('/api/v1/me', { method: 'PUT', body: { language } }).catch((error: unknown) =>
      toast(problemText(error, errors('code.unavailable'))),
    );
  };
  return (
    <Card title={t('title')}>
      <div className="grid gap-4">
        <Line label={shell('user.language')}>
          <Segmented
            label={shell('user.language')}
            value={locale}
            onChange={choose}
            segments={[
              { value: 'en', label: shell('user.english') },
              { value: 'fr', label: shell('user.french') },
            ]}
          />
        </Line>
        <Line label={shell('user.theme')}>
          <Segmented
            label={shell('user.theme')}
            value={theme}
            onChange={setTheme}
            segments={[
              { value: 'light', label: shell('user.light'), icon: <LightThemeIcon className="size-3.5" /> },
              { value: 'dark', label: shell('user.dark'), icon: <DarkThemeIcon className="size-3.5" /> },
              { value: 'system', label: shell('user.system'), icon: <SystemThemeIcon className="size-3.5" /> },
            ]}
          />
        </Line>
        <div>
          <Switch label={shell('shortcuts.singleKeys')} checked={singleKeys} onChange={setSingleKeys} />
          <p className="mt-1 text-xs text-ink-3">{shell('shortcuts.singleKeysHint')}</p>
        </div>
      </div>
    </Card>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <div className="text-xs font-medium text-ink-2">{label}</div>
      {children}
    </div>
  );
}
