import { useTranslations } from 'next-intl';
import { SearchIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { NavLink } from './nav-link';
import { BUILT_PAGES, countOf } from './navigation';
import { SearchButton } from './search-button';
import type { ShellData } from './shell-props';
import { SignalMark } from './signal-mark';
import { UserMenu } from './user-menu';

const GROUPS = ['top', 'automation', 'channels', 'organisation'] as const;

export function Sidebar({ data }: { data: ShellData }) {
  const t = useTranslations('shell');
  return (
    <aside
      aria-label={t('mainNavigation')}
      className="flex min-h-0 flex-col overflow-y-auto border-r border-line bg-canvas px-2 py-2.5 in-rail:items-center in-rail:px-0 max-phone:hidden"
    >
      <Link
        href="/"
        className="mb-1.5 flex h-9 shrink-0 items-center gap-2 rounded-sm px-1.5 font-semibold hover:bg-surface-3 in-rail:px-2"
      >
        <SignalMark />
        <span className="truncate in-rail:sr-only">{data.account.name}</span>
      </Link>
      <SearchButton icon={<SearchIcon />} label={t('search')} />
      <nav aria-label={t('mainNavigation')} className="flex flex-col gap-px">
        {GROUPS.map((group) => (
          <Group key={group} group={group} counts={data.counts} />
        ))}
      </nav>
      <UserMenu data={data} />
    </aside>
  );
}

function Group({ group, counts }: { group: (typeof GROUPS)[number]; counts: ShellData['counts'] }) {
  const t = useTranslations('shell');
  const pages = BUILT_PAGES.filter((page) => page.group === group);
  if (pages.length === 0) return null;
  return (
    <>
      {group === 'top' ? null : (
        <div className="px-2 pt-3.5 pb-1 text-xs font-medium text-ink-3 in-rail:h-3.5 in-rail:p-0">
          <span className="in-rail:sr-only">{t(`groups.${group}`)}</span>
        </div>
      )}
      {pages.map((page) => (
        <NavLink
          key={page.id}
          href={page.href}
          label={t(`pages.${page.id}`)}
          icon={<page.icon className="text-ink-3 group-aria-[current]/nav:text-ink" />}
          count={countOf(page, counts)}
        />
      ))}
    </>
  );
}
