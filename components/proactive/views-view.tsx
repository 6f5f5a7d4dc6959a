'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import type { ProactiveView } from '@/lib/contracts/proactive';
import { ViewsFilterBar, type ViewsFilterBarProps } from './views-filter-bar';
import { NO_FILTERS, type ViewsFilters, viewsAddress } from './views-filters';
import { ViewsTable } from './views-table';

export interface ViewsViewProps extends Omit<ViewsFilterBarProps, 'onChange'> {
  views: readonly ProactiveView[];
  next: string | null;
  references: References;
  readAt: string;
}

/** "Why was nothing shown?": the pages that visitors saw lately, and what stopped each message there. */
export function ViewsView({ views, next, references, readAt, ...bar }: ViewsViewProps) {
  const t = useTranslations('proactive.views');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const { filters } = bar;
  const change = (changes: Partial<ViewsFilters>) =>
    startTransition(() => router.replace(viewsAddress(filters, changes), { scroll: false }));
  const narrowed = Object.values({ ...filters, cursor: '' }).some((value) => value !== '');
  return (
    <>
      <ViewsFilterBar {...bar} onChange={change} />
      <div aria-busy={pending} className={pending ? 'opacity-60 transition-opacity delay-200' : undefined}>
        {views.length > 0 ? (
          <ViewsTable {...{ views, filters, references, readAt }} />
        ) : narrowed ? (
          <EmptyState
            title={t('noMatch')}
            text={t('emptyText')}
            actions={<Button onClick={() => change(NO_FILTERS)}>{t('showAll')}</Button>}
          />
        ) : (
          <EmptyState
            title={t('empty')}
            text={t('emptyText')}
            actions={<ButtonLink href="/proactive">{t('toMessages')}</ButtonLink>}
          />
        )}
      </div>
      {views.length > 0 ? (
        <ListFoot
          range={t('kept')}
          previous={filters.cursor === '' ? undefined : { href: viewsAddress(filters) }}
          next={next === null ? undefined : { href: viewsAddress(filters, { cursor: next }) }}
        />
      ) : null}
    </>
  );
}
