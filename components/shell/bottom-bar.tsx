import { useTranslations } from 'next-intl';
import { MoreIcon } from '@/components/ui/icons';
import { BarLink } from './bar-link';
import { MoreButton } from './more-button';
import { BUILT_PAGES, countOf, type NavigationPage } from './navigation';
import type { ShellData } from './shell-props';

/** A phone's navigation: four pages and the rest behind More. */
export function BottomBar({ data }: { data: ShellData }) {
  const t = useTranslations('shell');
  return (
    <nav
      aria-label={t('mainNavigation')}
      className="hidden min-h-14 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] max-phone:flex"
    >
      {BUILT_PAGES.filter((page) => page.phone).map((page) => (
        <BarLink
          key={page.id}
          href={page.href}
          label={shortLabel(page, t)}
          icon={<page.icon className="size-5!" />}
          count={countOf(page, data.counts)}
          className={ENTRY}
        />
      ))}
      <MoreButton data={data} className={ENTRY}>
        <MoreIcon className="size-5!" />
        <span>{t('more')}</span>
      </MoreButton>
    </nav>
  );
}

function shortLabel(page: NavigationPage, t: ReturnType<typeof useTranslations<'shell'>>): string {
  if (page.id === 'triggers') return t('triggersShort');
  return page.id === 'workspace' ? t('workspaceShort') : t(`pages.${page.id}`);
}

const ENTRY =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs/[14px] font-medium text-ink-2 -outline-offset-2! aria-[current]:text-ink [&_svg]:text-ink-3 aria-[current]:[&_svg]:text-ink';
