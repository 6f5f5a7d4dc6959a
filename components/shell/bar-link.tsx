'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { type NavEntry, useNavEntry } from './use-nav-entry';

/** One page in a phone's bar. */
export function BarLink({ icon, className, ...entry }: NavEntry & { icon: ReactNode; className: string }) {
  const t = useTranslations('shell');
  const { href, label, count } = entry;
  const { current, number } = useNavEntry(entry);
  return (
    <Link href={href} aria-current={current ? 'page' : undefined} className={className}>
      <span className="relative">
        {icon}
        {number > 0 && count?.kind === 'waiting' ? (
          <span
            aria-hidden="true"
            className="absolute -top-1.5 left-3.5 min-w-4 rounded-full bg-accent px-1 text-center text-2xs text-on-accent tabular-nums"
          >
            {number}
          </span>
        ) : null}
        {number > 0 && count?.kind === 'failed' ? (
          <span aria-hidden="true" className="absolute -top-1 left-4 size-2 rounded-[2px] bg-stop" />
        ) : null}
      </span>
      <span className="max-w-full truncate">{label}</span>
      {count && number > 0 ? <span className="sr-only">{t(count.kind, { count: number })}</span> : null}
    </Link>
  );
}
