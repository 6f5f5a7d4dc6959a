import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BottomBar } from './bottom-bar';
import { GlobalLayers } from './global-layers';
import { LiveUpdatesLater } from './live-updates-later';
import type { ShellData } from './shell-props';
import { Sidebar } from './sidebar';

export interface ShellProps {
  data: ShellData;
  /** The sidebar as a 52 px rail at every width: the workspace. */
  rail?: boolean;
  children: ReactNode;
}

/** Sidebar, page, and on a phone the bar below. The page is the only thing that scrolls. */
export function Shell({ data, rail = false, children }: ShellProps) {
  const t = useTranslations('shell');
  return (
    <div
      data-rail={rail}
      className={`grid h-dvh max-phone:grid-cols-1! max-phone:grid-rows-[minmax(0,1fr)_auto] ${rail ? 'grid-cols-[52px_minmax(0,1fr)]' : 'grid-cols-[232px_minmax(0,1fr)] max-rail:grid-cols-[52px_minmax(0,1fr)]'}`}
    >
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-solid px-3 py-2 font-medium text-on-solid focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <Sidebar data={data} />
      <main
        id="content"
        tabIndex={-1}
        className="relative flex min-h-0 min-w-0 flex-col overflow-y-auto bg-surface outline-none!"
      >
        {children}
      </main>
      <BottomBar data={data} />
      <GlobalLayers locale={data.locale} />
      <LiveUpdatesLater />
    </div>
  );
}
