import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ExampleFiring } from './example-firing';
import { LanguageSwitch } from './language-switch';

/** The frame of pages before the session: form at the left, an example of what the product does at the right. */
export function AuthScreen({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const t = useTranslations('auth');
  return (
    <div className="grid min-h-dvh grid-cols-1 bg-surface panel:grid-cols-2">
      <main className="flex flex-col px-4 pt-5 pb-5 phone:px-10 phone:pt-7">
        <p className="flex items-center gap-2 text-sm font-semibold">
          <Mark />
          {t('product')}
        </p>
        <div className="mx-auto my-auto flex w-full max-w-[400px] flex-col gap-4 py-10 phone:max-w-[360px]">
          <h1 className="text-xl font-semibold tracking-[-0.01em]">{title}</h1>
          {children}
        </div>
        <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 text-xs text-ink-3">
          {note ? <p>{note}</p> : null}
          <LanguageSwitch className="ml-auto" />
        </footer>
      </main>
      <ExampleFiring />
    </div>
  );
}

function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="5" y=".5" width="10" height="15" rx="5" fill="var(--color-ink)" />
      <circle cx="10" cy="5.2" r="2.1" fill="var(--color-surface)" opacity=".35" />
      <circle cx="10" cy="10.6" r="2.4" fill="var(--color-go)" />
      <path d="M10 15.5V20" stroke="var(--color-ink)" strokeWidth="2.4" />
    </svg>
  );
}
