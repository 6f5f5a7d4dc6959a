'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { HeadCell, ListTable } from '@/components/ui/list-table';
import type { Firing } from '@/lib/contracts/firing';
import { FiringRow } from './firing-row';

export interface FiringTableProps {
  firings: readonly Firing[];
  openId: string | null;
  onOpen: (id: string | null) => void;
  readAt: string;
  references: References;
  mayRetry: boolean;
}

/** Firings, newest first; one at a time opens in place. */
export function FiringTable({ firings, openId, onOpen, ...rest }: FiringTableProps) {
  const t = useTranslations('log');
  return (
    <ListTable label={t('tableLabel')} sticky>
      <thead>
        <tr>
          <HeadCell>
            <span className="sr-only">{t('column.open')}</span>
          </HeadCell>
          <HeadCell>{t('column.time')}</HeadCell>
          <HeadCell kind="name">{t('column.rule')}</HeadCell>
          <HeadCell className="max-[1240px]:hidden">{t('column.event')}</HeadCell>
          <HeadCell>{t('column.conversation')}</HeadCell>
          <HeadCell>{t('column.outcome')}</HeadCell>
          <HeadCell align="end" className="max-[960px]:hidden">
            {t('column.steps')}
          </HeadCell>
          <HeadCell align="end" className="max-[1100px]:hidden">
            {t('column.duration')}
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {firings.map((firing) => (
          <FiringRow
            key={firing.id}
            firing={firing}
            open={openId === firing.id}
            onToggle={() => onOpen(openId === firing.id ? null : firing.id)}
            {...rest}
          />
        ))}
      </tbody>
    </ListTable>
  );
}
