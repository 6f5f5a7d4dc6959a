'use client';

import clsx from 'clsx';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from './link';
import { TAB, TAB_LIST, TabCount } from './tabs';

export interface LinkTab {
  href: string;
  label: ReactNode;
  count?: number;
  /** Also current on pages below its address. */
  nested?: boolean;
}

/** Parts of one object, each at its own address. `line={false}` where a bar already draws the line. */
export function LinkTabs({ tabs, label, line = true }: { tabs: readonly LinkTab[]; label: string; line?: boolean }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className={clsx(TAB_LIST, !line && 'border-b-0')}>
      {tabs.map((tab) => {
        const current = path === tab.href || (tab.nested && path.startsWith(`${tab.href}/`));
        return (
          <Link
            key={tab.href}
            href={tab.href}
            aria-current={current ? 'page' : undefined}
            className={clsx(TAB, 'aria-[current]:border-ink aria-[current]:text-ink', !line && 'h-11')}
          >
            {tab.label}
            <TabCount count={tab.count} />
          </Link>
        );
      })}
    </nav>
  );
}
