'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, memo } from 'react';
import { SortableRow } from '@/components/rule-editor/sortable';
import { useBrokenWords } from '@/components/rule-editor/use-broken-words';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, EditIcon, OptionsIcon, PauseIcon, ResumeIcon, SendIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { actOnRowKey, type RowKeys } from '@/components/ui/row-keys';
import { StatusDot } from '@/components/ui/status-dot';
import type { ProactiveStatus, ProactiveSummary } from '@/lib/contracts/proactive';

export interface RowActs {
  clone: (message: ProactiveSummary) => void;
  setLive: (message: ProactiveSummary, live: boolean) => void;
  remove: (message: ProactiveSummary) => void;
  move: (id: string, by: number) => void;
}

export interface MessageRowProps {
  message: ProactiveSummary;
  /** Place and brand in words. */
  where: string;
  /** Whether its place can be changed: the list shows all messages in their order. */
  movable: boolean;
  mayWrite: boolean;
  acts: RowActs;
}

/** One message: its place, name and first words, state, and what visitors did with it in four weeks. */
export const MessageRow = memo(function MessageRow({ message, where, movable, mayWrite, acts }: MessageRowProps) {
  const t = useTranslations('proactive');
  const brokenWords = useBrokenWords();
  const { id, name, priority } = message;
  const inside = (
    <div className="message-row group min-w-0 flex-1">
      <span
        className="w-7 shrink-0 pt-px text-right text-ink-3 tabular-nums max-phone:hidden"
        title={t('list.priority')}
      >
        {priority}
      </span>
      <div className="min-w-0">
        <Link
          href={`/proactive/${id}`}
          prefetch={false}
          data-row-link=""
          className="block max-w-fit truncate font-medium leading-[17px] max-phone:leading-5"
        >
          {name}
        </Link>
        <span className={`block truncate text-xs leading-[17px] ${message.broken ? 'text-stop-ink' : 'text-ink-3'}`}>
          {message.broken
            ? t('list.broken', { reason: brokenWords(message.broken) })
            : message.message || t('list.noText')}
        </span>
      </div>
      <StatusDot tone={TONES[message.broken ? 'broken' : message.status]}>{t(`status.${message.status}`)}</StatusDot>
      <span className="truncate text-ink-2 max-[1100px]:hidden" title={where}>
        {where}
      </span>
      <Results message={message} />
      <span className="text-ink-3 max-[1240px]:hidden">
        <RelativeTime at={message.updatedAt} />
      </span>
      <Menu
        trigger={<IconButton label={t('list.optionsOf', { name })} size="sm" icon={<OptionsIcon />} />}
        items={itemsOf(t, message, mayWrite, acts)}
      />
    </div>
  );
  const onKeyDown = (event: KeyboardEvent) => mayWrite && actOnRowKey(event, keysOf(message, acts));
  return (
    <li onKeyDown={onKeyDown} className="border-b border-line hover:bg-surface-2">
      {movable && mayWrite ? (
        <SortableRow
          id={id}
          label={t('list.move', { name })}
          onMove={(by) => acts.move(id, by)}
          className="items-center! px-3"
        >
          {inside}
        </SortableRow>
      ) : (
        <div className="flex px-5 py-[5px] max-phone:px-4">{inside}</div>
      )}
    </li>
  );
});

/** Shown, opened and replied, the rates behind them. */
function Results({ message: { shown, opened, replied } }: { message: ProactiveSummary }) {
  const t = useTranslations('proactive');
  const format = useFormatter();
  const rate = (count: number) =>
    shown === 0 ? '' : ` ${format.number(count / shown, { style: 'percent', maximumFractionDigits: 0 })}`;
  const cells = [
    { key: 'shown', count: shown, rate: '' },
    { key: 'opened', count: opened, rate: rate(opened) },
    { key: 'replied', count: replied, rate: rate(replied) },
  ] as const;
  return (
    <span className="grid grid-cols-3 gap-3 text-right tabular-nums max-phone:hidden">
      {cells.map(({ key, count, rate: percent }) => (
        <span key={key} title={t(`list.${key}`)}>
          {format.number(count)}
          <span className="text-xs text-ink-3">{percent}</span>
          <span className="sr-only"> {t(`list.${key}`)}</span>
        </span>
      ))}
    </span>
  );
}

function itemsOf(
  t: ReturnType<typeof useTranslations<'proactive'>>,
  message: ProactiveSummary,
  mayWrite: boolean,
  acts: RowActs,
): MenuItem[] {
  const { id, status } = message;
  const open: MenuItem = {
    id: 'edit',
    label: mayWrite ? t('verb.edit') : t('verb.view'),
    icon: <EditIcon />,
    shortcut: '↵',
    href: `/proactive/${id}`,
  };
  if (!mayWrite) return [open];
  const live = status === 'live';
  return [
    open,
    { id: 'clone', label: t('verb.clone'), icon: <CopyIcon />, shortcut: 'C', onSelect: () => acts.clone(message) },
    {
      id: 'switch',
      label: t(live ? 'verb.pause' : status === 'draft' ? 'verb.publish' : 'verb.resume'),
      icon: live ? <PauseIcon /> : status === 'draft' ? <SendIcon /> : <ResumeIcon />,
      shortcut: 'D',
      onSelect: () => acts.setLive(message, !live),
    },
    {
      id: 'delete',
      label: t('verb.delete'),
      icon: <DeleteIcon />,
      shortcut: '⌫',
      danger: true,
      onSelect: () => acts.remove(message),
    },
  ];
}

function keysOf(message: ProactiveSummary, acts: RowActs): RowKeys {
  const remove = () => acts.remove(message);
  return {
    c: () => acts.clone(message),
    d: () => acts.setLive(message, message.status !== 'live'),
    backspace: remove,
    delete: remove,
  };
}

const TONES = { live: 'active', draft: 'inactive', paused: 'waiting', broken: 'broken' } as const satisfies Record<
  ProactiveStatus | 'broken',
  string
>;
