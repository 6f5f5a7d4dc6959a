'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { later } from '@/components/ui/later';
import type { Locale } from '@/lib/i18n/locale';

interface ProvidersProps {
  locale: Locale;
  messages: AbstractIntlMessages;
  timeZone: string;
  now: Date;
  children: ReactNode;
}

const Toaster = later(() => import('@/components/ui/toaster').then((module) => module.Toaster));

/** What every page's client components may rely on: words, queries, toasts. */
export function Providers({ locale, messages, timeZone, now, children }: ProvidersProps) {
  const [queries] = useState(newQueryClient);
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={timeZone} now={now}>
      <QueryClientProvider client={queries}>
        {children}
        <Toaster />
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}

function newQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: 1 }, mutations: { retry: 0 } } });
}
