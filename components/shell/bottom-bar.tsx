'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoreIcon } from '@/components/ui/icons';
import { BUILT_PAGES, isCurrent, type NavigationPage } from './navigation';
import type { ShellData } from './shell-props';
import { useNavCount } from './use-nav-count';

const MoreSheet = dynamic(() => import('./more-sheet').then((module) => module.MoreSheet), { ssr: false });

/** A phone's navigation: four pages and the rest behind More. */
export function BottomBar({ data }: { data: ShellData }) {
  const t = useTranslations('shell');
  const [more, setMore] = useState(false);
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="hidden min-h-14 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] max-phone:flex"
    >
      {BUILT_PAGES.filter((page) => page.phone).map((page) => (
        <BarLink key={page.id} page={page} counts={data.counts} />
      ))}
      <button type="button" className={ENTRY} aria-haspopup="dialog" onClick={() => setMore(true)}>
        <MoreIcon className="size-5!" />
        <span>{t('more')}</span>
      </button>
      {more ? <MoreSheet data={data} onClose={() => setMore(false)} /> : null}
    </nav>
  );
}

function BarLink({ page, counts }: { page: NavigationPage; counts: ShellData['counts'] }) {
  const t = useTranslations('shell');
  const current = isCurrent(page, usePathname());
  const count = useNavCount(page, counts);
  return (
    <Link href={page.href} aria-current={current ? 'page' : undefined} className={ENTRY}>
      <span className="relative">
        <page.icon className="size-5!" />
        {count > 0 && page.count === 'waiting' ? (
          <span
            aria-hidden="true"
            className="absolute -top-1.5 left-3.5 min-w-4 rounded-full bg-accent px-1 text-center text-2xs text-on-accent tabular-nums"
          >
            {count}
          </span>
        ) : null}
        {count > 0 && page.count === 'failed' ? (
          <span aria-hidden="true" className="absolute -top-1 left-4 size-2 rounded-[2px] bg-stop" />
        ) : null}
      </span>
      <span className="max-w-full truncate">{shortLabel(page, t)}</span>
      {count > 0 && page.count ? <span className="sr-only">{t(page.count, { count })}</span> : null}
    </Link>
  );
}

function shortLabel(page: NavigationPage, t: ReturnType<typeof useTranslations<'shell'>>): string {
  if (page.id === 'triggers') return t('triggersShort');
  return page.id === 'workspace' ? t('workspaceShort') : t(`pages.${page.id}`);
}

const ENTRY =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs/[14px] font-medium text-ink-2 -outline-offset-2! aria-[current]:text-ink [&_svg]:text-ink-3 aria-[current]:[&_svg]:text-ink';
