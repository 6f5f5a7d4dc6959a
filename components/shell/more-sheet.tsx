'use client';

import { useTranslations } from 'next-intl';
import { SearchIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Sheet } from '@/components/ui/sheet';
import { openLayer } from './layers';
import { BUILT_PAGES } from './navigation';
import type { ShellData } from './shell-props';
import { useUserMenuSections } from './user-menu-sections';

/** What a phone's bar has no room for: the other pages, search, own settings. */
export function MoreSheet({ data, onClose }: { data: ShellData; onClose: () => void }) {
  const t = useTranslations('shell');
  const sections = useUserMenuSections(data);
  const act = (run?: () => void) => () => {
    onClose();
    run?.();
  };
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} side="bottom" title={data.account.name}>
      <div className="p-2">
        <button type="button" className={LINE} onClick={act(() => openLayer('palette'))}>
          <SearchIcon />
          {t('search')}
        </button>
        {BUILT_PAGES.filter((page) => !page.phone).map((page) => (
          <Link key={page.id} href={page.href} className={LINE} onClick={onClose}>
            <page.icon />
            {t(`pages.${page.id}`)}
          </Link>
        ))}
        {sections.map((section) => (
          <section key={section.id} className="mt-2 border-t border-line pt-2">
            {section.label ? <h3 className="px-2 py-1 text-xs text-ink-3">{section.label}</h3> : null}
            {section.items.map((item) => (
              <button
                key={item.id}
                type="button"
                className={LINE}
                aria-pressed={item.checked}
                onClick={act(item.onSelect)}
              >
                {item.icon}
                <span className="flex-1">{item.label}</span>
                {item.checked ? <span aria-hidden="true">✓</span> : null}
              </button>
            ))}
          </section>
        ))}
      </div>
    </Sheet>
  );
}

const LINE =
  'flex h-11 w-full items-center gap-3 rounded-sm px-2 text-left font-medium hover:bg-surface-2 [&>svg]:text-ink-3';
