'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { CountPill } from '@/components/ui/badge';
import { useNow } from '@/components/ui/use-now';
import { useHasDraft } from '@/lib/client/drafts';
import { useTypists } from '@/lib/client/typing';
import type { WorkspaceRow } from '@/lib/contracts/workspace';
import { knownName, useCustomerName } from './customer-name';
import { onPlainClick } from './use-address';
import { useShortTime, WaitingTime } from './waiting-time';

export interface ConversationRowProps {
  row: WorkspaceRow;
  href: string;
  current: boolean;
  /** The one of the list that Tab reaches. */
  reachable: boolean;
  /** Says who has it, where others' conversations stand too. */
  withAssignee: boolean;
  /** Own key as an agent. */
  me: string | null;
  onOpen: (id: string) => void;
}

/** Who, since when, what was said last, and where it stands. */
export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { row, href, current, reachable, withAssignee, me, onOpen } = props;
  const t = useTranslations('workspace.row');
  const name = useCustomerName()(row.customer);
  return (
    <li className="[contain-intrinsic-size:auto_72px] [content-visibility:auto]">
      <a
        href={href}
        data-conversation={row.id}
        aria-current={current ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        onClick={onPlainClick(() => onOpen(row.id))}
        className={clsx(
          'mx-1 flex gap-2.5 rounded-sm px-3 py-[9px] leading-[18px] -outline-offset-2! max-phone:mx-0 max-phone:rounded-none max-phone:border-b max-phone:border-line max-phone:px-4 max-phone:py-3',
          current ? 'bg-surface inset-ring inset-ring-line max-phone:inset-ring-0' : 'hover:bg-surface-3/60',
        )}
      >
        <Avatar name={knownName(row.customer)} id={row.customer.id} size="md" />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate font-semibold" title={name}>
              {name}
            </span>
            <span className="shrink-0 text-xs">
              {row.waiting ? <WaitingTime since={row.waiting.since} /> : <LastHeard row={row} />}
            </span>
          </span>
          <span className="flex items-center gap-2">
            <LastWords row={row} me={me} draft={!current} />
            {row.unread > 0 ? <CountPill count={row.unread} label={t('unread', { count: row.unread })} /> : null}
          </span>
          <RowFacts row={row} withAssignee={withAssignee} me={me} />
        </span>
      </a>
    </li>
  );
});

function LastHeard({ row }: { row: WorkspaceRow }) {
  const now = useNow(10_000);
  const shortTime = useShortTime();
  return (
    <span className="text-ink-3 tabular-nums" suppressHydrationWarning>
      {shortTime(row.endedAt ?? row.lastMessage?.at ?? row.lastActivityAt, now)}
    </span>
  );
}

function LastWords({ row, me, draft }: Pick<ConversationRowProps, 'row' | 'me'> & { draft: boolean }) {
  const t = useTranslations('workspace.row');
  const begun = useHasDraft(row.id) && draft;
  const types = useTypists(row.id).some(({ kind }) => kind === 'customer');
  const className = clsx('min-w-0 flex-1 truncate', row.unread > 0 ? 'font-medium text-ink' : 'text-ink-2');
  if (types) return <span className={className}>{t('typing')}</span>;
  const last = row.lastMessage;
  if (!last) return <span className={className}>{t('nothing')}</span>;
  const text = last.text.trim() || (last.attachments > 0 ? t('files', { count: last.attachments }) : t('nothing'));
  const mine = last.author.kind === 'agent' && last.author.id !== null && last.author.id === me;
  return (
    <span className={className}>
      {begun ? <span className="font-medium text-accent-ink">{t('draft')} </span> : null}
      {mine ? t('you', { text }) : text}
    </span>
  );
}

function RowFacts({ row, withAssignee, me }: Pick<ConversationRowProps, 'row' | 'withAssignee' | 'me'>) {
  const t = useTranslations('workspace.row');
  const facts = [
    row.group?.name ?? t('noGroup'),
    row.waiting?.overflowFrom ? t('overflow', { group: row.waiting.overflowFrom.name }) : null,
    withAssignee && row.assignee ? (row.assignee.key === me ? t('me') : row.assignee.name) : null,
    row.inactive && row.phase !== 'ended' ? t('inactive') : null,
    row.customer.suspended ? t('suspended') : null,
  ].filter((fact) => fact !== null);
  return <span className="block truncate text-xs text-ink-3">{facts.join(' · ')}</span>;
}
