'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Countdown } from '@/components/ui/countdown';
import { Link } from '@/components/ui/link';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';

export interface WaitingTableProps {
  waits: readonly { firing: string; rule: string; customer: string | null; next: string | null; dueAt: string }[];
  count: number;
}

/** The waits that end first. */
export function WaitingTable({ waits, count }: WaitingTableProps) {
  const t = useTranslations('home.waits');
  const rules = useTranslations('rules');
  return (
    <Card
      divided
      padded={false}
      title={t('title')}
      note={count > 0 ? count : undefined}
      action={
        count > waits.length ? (
          <Link href="/log?range=30d&outcome=waiting" className="link pr-2">
            {t('all')}
          </Link>
        ) : null
      }
    >
      {waits.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('none')}</p>
      ) : (
        <ListTable label={t('title')} rows="single" inCard>
          <thead>
            <tr>
              <HeadCell kind="name">{t('rule')}</HeadCell>
              <HeadCell>{t('customer')}</HeadCell>
              <HeadCell>{t('next')}</HeadCell>
              <HeadCell align="end">{t('due')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {waits.map((wait) => (
              <Row key={wait.firing}>
                <Cell kind="name">
                  <RowName href={`/log/${wait.firing}`} name={wait.rule} />
                </Cell>
                <Cell className="max-w-40 truncate text-ink-2" phone="left">
                  {wait.customer}
                </Cell>
                <Cell className="text-ink-2">
                  {wait.next === null ? t('end') : rules(`action.${wait.next}` as 'action.wait')}
                </Cell>
                <Cell align="end" phone="right" className="font-medium">
                  <Countdown until={wait.dueAt} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </ListTable>
      )}
    </Card>
  );
}
