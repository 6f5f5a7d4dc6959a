import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getMessages, getNow, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { isTheme, SHORTCUTS_COOKIE, THEME_COOKIE } from '@/components/shell/preferences';
import './globals.css';
import { Providers } from './providers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: { default: t('product'), template: `%s · ${t('product')}` } };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0e0f12' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { ui, shell, errors }, timeZone, now, jar] = await Promise.all([
    getLocale(),
    getMessages(),
    getTimeZone(),
    getNow(),
    cookies(),
  ]);
  const theme = jar.get(THEME_COOKIE)?.value;
  return (
    <html
      lang={locale}
      data-theme={isTheme(theme) ? theme : undefined}
      data-shortcuts={jar.get(SHORTCUTS_COOKIE)?.value === 'off' ? 'off' : undefined}
    >
      <body>
        <Providers locale={locale} messages={{ ui, shell, errors }} timeZone={timeZone} now={now}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
