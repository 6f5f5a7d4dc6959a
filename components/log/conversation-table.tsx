'use client';

import { useTranslations } from 'next-intl';
import type { References } from '@/components/rule-editor/editor-context';
import { customerCalled } from '@/components/shell/customer-name';
import { IdText } from '@/components/ui/id-text';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot } from '@/components/ui/status-dot';
import { Tag } from '@/components/ui/tag';
import type { Conversation } from '@/lib/contracts/conversation';
import { phaseTone } from './phase-tone';

interface ConversationTableProps {
  conversations: readonly Conversation[];
  references: References;
}

const TAGS_SHOWN = 2;

/** Conversations, newest first. */
export function ConversationTable({ conversations, references }: ConversationTableProps) {
  const t = useTranslations('log');
  const called = useTranslations('shell.customer');
  const nameOf = (kind: 'group' | 'agent', key: string | null) =>
    key === null ? '–' : (references[kind]?.find((each) => each.key === key)?.name ?? key);
  return (
    <ListTable label={t('conversations.tableLabel')} sticky>
      <thead>
        <tr>
          <HeadCell kind="name">{t('conversations.customer')}</HeadCell>
          <HeadCell>{t('conversations.phase')}</HeadCell>
          <HeadCell className="max-[960px]:hidden">{t('conversations.group')}</HeadCell>
          <HeadCell className="max-[960px]:hidden">{t('conversations.assignee')}</HeadCell>
          <HeadCell className="max-[1240px]:hidden">{t('conversations.tags')}</HeadCell>
          <HeadCell align="end">{t('conversations.last')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {conversations.map((each) => (
          <Row key={each.id}>
            <Cell kind="name">
              <RowName
                href={`/conversations/${encodeURIComponent(each.key)}`}
                name={customerCalled(each.customer, called)}
                detail={
                  <>
                    <IdText id={each.key} /> ·{' '}
                    {each.number === null
                      ? t('conversations.noNumber')
                      : t('conversations.number', { number: each.number })}
                  </>
                }
              />
            </Cell>
            <Cell phone="left">
              <StatusDot tone={phaseTone(each.phase)}>{t(`phase.${each.phase}` as 'phase.queued')}</StatusDot>
            </Cell>
            <Cell className="text-ink-2 max-[960px]:hidden">{nameOf('group', each.group)}</Cell>
            <Cell className="text-ink-2 max-[960px]:hidden">{nameOf('agent', each.assignee)}</Cell>
            <Cell className="max-[1240px]:hidden">
              <span className="inline-flex gap-1">
                {each.tags.slice(0, TAGS_SHOWN).map((tag) => (
                  <Tag key={tag}>{tag}</Tag>
                ))}
                {each.tags.length > TAGS_SHOWN ? (
                  <span title={each.tags.join(', ')} className="text-xs leading-5 text-ink-3">
                    +{each.tags.length - TAGS_SHOWN}
                  </span>
                ) : null}
              </span>
            </Cell>
            <Cell align="end" phone="right" className="text-ink-2">
              <RelativeTime at={each.lastActivityAt} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </ListTable>
  );
}
