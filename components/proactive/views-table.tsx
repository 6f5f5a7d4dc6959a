'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { HeadCell, ListTable } from '@/components/ui/list-table';
import type { ProactiveView } from '@/lib/contracts/proactive';
import { ViewRow } from './view-row';
import type { ViewsFilters } from './views-filters';

export interface ViewsTableProps {
  views: readonly ProactiveView[];
  filters: ViewsFilters;
  references: References;
  /** Times of other days than this one's carry their date; ISO 8601. */
  readAt: string;
}

/** Pages of visits, newest first; one at a time opens in place. */
export function ViewsTable({ views, ...rest }: ViewsTableProps) {
  const t = useTranslations('proactive.views');
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <ListTable label={t('title')} sticky>
      <thead>
        <tr>
          <HeadCell>{t('column.time')}</HeadCell>
          <HeadCell kind="name">{t('column.page')}</HeadCell>
          <HeadCell className="max-[960px]:hidden">{t('column.visitor')}</HeadCell>
          <HeadCell>{t('column.outcome')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            open={openId === view.id}
            onToggle={() => setOpenId(openId === view.id ? null : view.id)}
            {...rest}
          />
        ))}
      </tbody>
    </ListTable>
  );
}
