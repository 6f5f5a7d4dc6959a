'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Tooltip } from '@/components/ui/tooltip';
import { isCurrent, type NavigationPage } from './navigation';
import type { ShellData } from './shell-props';
import { useNavCount } from './use-nav-count';

/** One line of the sidebar; in the rail its icon, with the name as a tooltip and the count as a dot. */
export function NavLink({ page, counts }: { page: NavigationPage; counts: ShellData['counts'] }) {
  const t = useTranslations('shell');
  const current = isCurrent(page, usePathname());
  const count = useNavCount(page, counts);
  const label = t(`pages.${page.id}`);
  return (
    <Tooltip text={label} side="right" className="rail:hidden">
      <Link
        href={page.href}
        aria-current={current ? 'page' : undefined}
        className="group/nav relative flex h-[29px] items-center gap-2 rounded-sm px-2 font-medium whitespace-nowrap text-ink-2 hover:bg-surface-3 aria-[current]:bg-surface-3 aria-[current]:text-ink in-rail:h-[34px] in-rail:w-9 in-rail:justify-center in-rail:px-0"
      >
        <page.icon className="text-ink-3 group-aria-[current]/nav:text-ink" />
        <span className="in-rail:sr-only">{label}</span>
        {count > 0 ? <NavCount kind={page.count} count={count} /> : null}
      </Link>
    </Tooltip>
  );
}

function NavCount({ kind, count }: { kind: NavigationPage['count']; count: number }) {
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
