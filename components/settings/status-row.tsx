'use client';

import { useTranslations } from 'next-intl';
import { SortableRow } from '@/components/rule-editor/sortable';
import { ColourDot } from '@/components/ui/colour-dot';
import { IconButton } from '@/components/ui/icon-button';
import { DeleteIcon, EditIcon, OptionsIcon, SortDownIcon, SortUpIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import type { Use } from '@/lib/contracts/app-error';
import type { Status } from '@/lib/contracts/status';
import { UsedWords } from './used-words';

export interface StatusRowProps {
  status: Status;
  used: { rules: readonly Use[]; tickets: number };
  /** Absent for those who only read. */
  onAsk?: (act: 'edit' | 'delete') => void;
  onMove: (by: number) => void;
}

const FLAGS = ['requiresResponse', 'visibleInInbox', 'openOnNewMessage'] as const;

/** One status: what it is called, counts as and does, and where it is used. */
export function StatusRow({ status, used, onAsk, onMove }: StatusRowProps) {
  const t = useTranslations('settings.statuses');
  const { name, key, colour, system } = status;
  const does = FLAGS.filter((flag) => status[flag]).map((flag) => t(`flag.${flag}`));
  const inside = (
    <div className="grid min-h-9 min-w-0 flex-1 grid-cols-[minmax(0,1.2fr)_90px_minmax(0,1.8fr)_minmax(0,1fr)_28px] items-center gap-3 max-[960px]:grid-cols-[minmax(0,1fr)_90px_minmax(0,1fr)_28px] max-phone:grid-cols-[minmax(0,1fr)_auto_44px]">
      <div className="min-w-0">
        <ColourDot colour={colour} hollow={status.class === 'closed'} className="max-w-full font-medium">
          {name}
        </ColourDot>
        <span className="flex items-baseline gap-1.5 pl-[15px] text-xs text-ink-3">
          <code className="truncate font-mono">{key}</code>
          {system ? <span>· {t('system')}</span> : null}
        </span>
      </div>
      <span>{t(`class.${status.class}`)}</span>
      <span className="text-xs text-ink-2 max-[960px]:hidden">{does.join(' · ') || '–'}</span>
      <span className="text-xs max-phone:hidden">
        <UsedWords {...used} href={`/tickets?class=any&status=${key}`} />
      </span>
      {onAsk ? (
        <Menu
          items={[
            { id: 'edit', label: t('edit'), icon: <EditIcon />, onSelect: () => onAsk('edit') },
            { id: 'up', label: t('up'), icon: <SortUpIcon />, shortcut: 'Alt ↑', onSelect: () => onMove(-1) },
            { id: 'down', label: t('down'), icon: <SortDownIcon />, shortcut: 'Alt ↓', onSelect: () => onMove(1) },
            {
              ...{ id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true },
              disabledReason: system ? t('systemStays') : null,
              onSelect: () => onAsk('delete'),
            },
          ]}
          trigger={<IconButton label={t('options', { name })} size="sm" icon={<OptionsIcon />} />}
        />
      ) : null}
    </div>
  );
  return (
    <li className="border-b border-line hover:bg-surface-2">
      {onAsk ? (
        <SortableRow id={status.id} label={t('move', { name })} onMove={onMove} className="items-center! px-3">
          {inside}
        </SortableRow>
      ) : (
        <div className="flex px-5 py-[5px] max-phone:px-4">{inside}</div>
      )}
    </li>
  );
}
