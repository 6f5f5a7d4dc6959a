'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { Tooltip } from '@/components/ui/tooltip';
import { type NavEntry, useNavEntry } from './use-nav-entry';

/** One line of the sidebar; in the rail its icon, with the name as a tooltip and the count as a dot. */
export function NavLink({ icon, ...entry }: NavEntry & { icon: ReactNode }) {
  const { href, label, count } = entry;
  const { current, number } = useNavEntry(entry);
  return (
    <Tooltip text={label} side="right" className="rail:hidden">
      <Link
        href={href}
        aria-current={current ? 'page' : undefined}
        className="group/nav relative flex h-[29px] items-center gap-2 rounded-sm px-2 font-medium whitespace-nowrap text-ink-2 hover:bg-surface-3 aria-[current]:bg-surface-3 aria-[current]:text-ink in-rail:h-[34px] in-rail:w-9 in-rail:justify-center in-rail:px-0"
      >
        {icon}
        <span className="in-rail:sr-only">{label}</span>
        {count && number > 0 ? <NavCount kind={count.kind} count={number} /> : null}
      </Link>
    </Tooltip>
  );
}

function NavCount({ kind, count }: { kind: 'waiting' | 'failed'; count: number }) {
  const t = useTranslations('shell');
  const failed = kind === 'failed';
  return (
    <>
      <span
        className={`ml-auto text-xs tabular-nums in-rail:sr-only ${failed ? 'text-stop-ink' : 'font-normal text-ink-3'}`}
      >
        {failed ? t('failed', { count }) : <span aria-hidden="true">{count}</span>}
        {failed ? null : <span className="sr-only">{t('waiting', { count })}</span>}
      </span>
      <span
        aria-hidden="true"
        className={`absolute top-1 right-1 hidden size-2.5 border-[1.5px] border-canvas in-rail:block ${failed ? 'rounded-[3px] bg-stop' : 'rounded-full bg-accent'}`}
      />
    </>
  );
}
