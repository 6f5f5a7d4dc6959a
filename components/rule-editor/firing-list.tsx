'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { shortId } from '@/components/ui/short-id';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { Firing } from '@/lib/contracts/firing';

/** The newest firings of one trigger; each opens in the log. */
export function FiringList({ rule, firings }: { rule: string; firings: readonly Firing[] }) {
  const t = useTranslations('rules.firings');
  const words = useTranslations('firings');
  if (firings.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  return (
    <>
      <ListTable label={t('label')} rows="single">
        <thead>
          <tr>
            <HeadCell kind="name">{t('customer')}</HeadCell>
            <HeadCell>{t('outcome')}</HeadCell>
            <HeadCell align="end">{t('version')}</HeadCell>
            <HeadCell>{t('time')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {firings.map((firing) => (
            <Row key={firing.id}>
              <Cell kind="name">
                <RowName
                  href={`/log/${firing.id}`}
                  name={firing.customer?.name ?? shortId(firing.conversation ?? t('unknown'))}
                />
              </Cell>
              <Cell phone="left">
                <StatusDot tone={TONES[firing.outcome]}>{words(`state.${firing.outcome}`)}</StatusDot>
              </Cell>
              <Cell align="end" className="text-ink-2">
                {firing.rule.version}
              </Cell>
              <Cell phone="right" className="text-ink-2">
                <RelativeTime at={firing.createdAt} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </ListTable>
      <div className="px-5 py-3 max-phone:px-4">
        <ButtonLink size="sm" href={`/log?rule=${rule}`}>
          {t('all')}
        </ButtonLink>
      </div>
    </>
  );
}

const TONES: Record<Firing['outcome'], StatusTone> = {
  waiting: 'waiting',
  done: 'active',
  stopped: 'inactive',
  failed: 'broken',
  cancelled: 'inactive',
  skipped: 'inactive',
};
