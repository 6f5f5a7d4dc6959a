'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { IdText } from '@/components/ui/id-text';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusDot, type StatusTone } from '@/components/ui/status-dot';
import type { Conversation } from '@/lib/contracts/conversation';

export interface ConversationsCardProps {
  conversations: readonly Conversation[];
  /** How many there are in all. */
  total: number;
  /** Names of groups and agents by key. */
  names: Readonly<Record<'group' | 'agent', Readonly<Record<string, string>>>>;
  footer?: ReactNode;
}

/** Conversations of one customer, newest first. */
export function ConversationsCard({ conversations, total, names, footer }: ConversationsCardProps) {
  const t = useTranslations('customers');
  const log = useTranslations('log');
  const nameOf = (kind: 'group' | 'agent', key: string | null) => (key === null ? '–' : (names[kind][key] ?? key));
  return (
    <Card title={t('conversations.title')} note={total} divided padded={false}>
      {conversations.length === 0 ? (
        <p className="px-4 py-3 text-ink-3">{total === 0 ? t('conversations.none') : t('conversations.hidden')}</p>
      ) : (
        <ListTable label={t('conversations.title')} inCard>
          <thead>
            <tr>
              <HeadCell kind="name">{t('conversations.conversation')}</HeadCell>
              <HeadCell>{log('conversations.phase')}</HeadCell>
              <HeadCell className="max-[1320px]:hidden">{log('conversations.group')}</HeadCell>
              <HeadCell className="max-[1320px]:hidden">{log('conversations.assignee')}</HeadCell>
              <HeadCell align="end">{log('conversations.last')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {conversations.map((each) => (
              <Row key={each.id}>
                <Cell kind="name">
                  <RowName
                    href={`/conversations/${encodeURIComponent(each.key)}`}
                    name={
                      each.number === null
                        ? log('conversations.noNumber')
                        : log('conversations.number', { number: each.number })
                    }
                    detail={<IdText id={each.key} />}
                  />
                </Cell>
                <Cell phone="left">
                  <StatusDot tone={toneOf(each.phase)}>{log(`phase.${each.phase}` as 'phase.queued')}</StatusDot>
                </Cell>
                <Cell className="text-ink-2 max-[1320px]:hidden">{nameOf('group', each.group)}</Cell>
                <Cell className="text-ink-2 max-[1320px]:hidden">{nameOf('agent', each.assignee)}</Cell>
                <Cell align="end" phone="right" className="text-ink-2">
                  <RelativeTime at={each.lastActivityAt} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </ListTable>
      )}
      {footer ? <div className="border-t border-line px-4 py-2.5">{footer}</div> : null}
    </Card>
  );
}

function toneOf(phase: string): StatusTone {
  if (phase === 'queued' || phase === 'requesting') return 'waiting';
  return phase === 'ended' ? 'inactive' : 'active';
}
