'use client';

import { useTranslations } from 'next-intl';
import { IdText } from '@/components/ui/id-text';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import type { MailSummary } from '@/lib/contracts/mail';
import { MailStateDot } from './mail-state-dot';
import { mailAddress } from './mails-address';

/** Outgoing mails, newest first. */
export function MailTable({ mails }: { mails: readonly MailSummary[] }) {
  const t = useTranslations('mail.page');
  return (
    <ListTable label={t('title')} sticky>
      <thead>
        <tr>
          <HeadCell kind="name">{t('column.mail')}</HeadCell>
          <HeadCell>{t('column.state')}</HeadCell>
          <HeadCell className="max-[960px]:hidden">{t('column.conversation')}</HeadCell>
          <HeadCell align="end">{t('column.at')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ id, state, to, subject, conversation, at }) => (
          <Row key={id}>
            <Cell kind="name">
              <RowName href={mailAddress(id)} name={subject || t('noSubject')} detail={to.join(', ') || t('nobody')} />
            </Cell>
            <Cell phone="left">
              <MailStateDot state={state} />
            </Cell>
            <Cell className="text-ink-2 max-[960px]:hidden">
              {conversation === null ? '–' : <IdText id={conversation} />}
            </Cell>
            <Cell align="end" phone="right" className="text-ink-2">
              <RelativeTime at={at} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </ListTable>
  );
}
