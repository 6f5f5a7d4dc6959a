'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { memo, useRef } from 'react';
import { useBrokenWords } from '@/components/rule-editor/use-broken-words';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, EditIcon, LogIcon, OptionsIcon, PauseIcon, ResumeIcon } from '@/components/ui/icons';
import { Cell, Row, RowName } from '@/components/ui/list-table';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { actOnRowKey, type RowKeys } from '@/components/ui/row-keys';
import { Sparkline } from '@/components/ui/sparkline';
import { StatusDot } from '@/components/ui/status-dot';
import type { TriggerSummary } from '@/lib/contracts/trigger';

export interface RowActs {
  toggle: (id: string, range: boolean) => void;
  clone: (id: string) => void;
  setActive: (trigger: TriggerSummary, active: boolean) => void;
  remove: (trigger: TriggerSummary) => void;
}

export interface TriggerRowProps {
  trigger: TriggerSummary;
  selected: boolean;
  mayWrite: boolean;
  acts: RowActs;
}

/** One trigger. With the row's link focused: C clones, D switches, Backspace asks to delete. */
export const TriggerRow = memo(function TriggerRow({ trigger, selected, mayWrite, acts }: TriggerRowProps) {
  const t = useTranslations('triggers');
  const format = useFormatter();
  const brokenWords = useBrokenWords();
  const range = useRef(false);
  const { id, name, active, broken, fired, failed, days } = trigger;
  const tone = broken ? 'broken' : active ? 'active' : 'inactive';
  return (
    <Row selected={selected} onKeyDown={mayWrite ? (event) => actOnRowKey(event, keysOf(trigger, acts)) : undefined}>
      {mayWrite ? (
        <Cell kind="choice">
          <Checkbox
            checked={selected}
            onClick={(event) => {
              range.current = event.shiftKey;
            }}
            onChange={() => acts.toggle(id, range.current)}
            label={t('list.select', { name })}
            hideLabel
          />
        </Cell>
      ) : null}
      <Cell kind="name">
        <RowName
          href={`/triggers/${id}`}
          name={name}
          detail={broken ? brokenWords(broken) : trigger.description}
          broken={broken !== null}
          detailInColumn={broken === null}
        />
      </Cell>
      <Cell className="max-w-120 truncate text-ink-2 max-[1919px]:hidden">
        <span title={trigger.description}>{trigger.description}</span>
      </Cell>
      <Cell phone="left">
        <StatusDot tone={tone}>{t(`status.${tone}`)}</StatusDot>
      </Cell>
      <Cell className="text-ink-2 max-[1240px]:hidden">{t(`event.${trigger.on}` as 'event.message_sent')}</Cell>
      <Cell align="end" phone="right">
        <span className="max-phone:hidden">{format.number(fired)}</span>
        <span className="hidden text-ink-2 max-phone:inline">
          {t.rich('list.perWeek', { count: fired, b: (chunks) => <b className="font-medium text-ink">{chunks}</b> })}
        </span>
      </Cell>
      <Cell className="w-27">
        <Sparkline values={days} label={t('list.weekOf', { count: fired, days: days.join(', ') })} />
      </Cell>
      <Cell align="end" className={failed > 0 ? 'font-medium text-stop-ink' : 'text-ink-2'}>
        {failed}
      </Cell>
      <Cell className="text-ink-2">
        <span className="flex items-center gap-2">
          {trigger.updatedBy ? (
            <Avatar name={trigger.updatedBy} />
          ) : (
            <Avatar name={t('versions.system')} kind="system" />
          )}
          <span className="sr-only">{trigger.updatedBy ?? t('versions.system')}</span>
          <RelativeTime at={trigger.updatedAt} />
        </span>
      </Cell>
      <Cell kind="menu">
        <Menu
          trigger={<IconButton label={t('list.optionsOf', { name })} size="sm" icon={<OptionsIcon />} />}
          items={itemsOf(t, trigger, mayWrite, acts)}
        />
      </Cell>
    </Row>
  );
});

function itemsOf(
  t: ReturnType<typeof useTranslations<'triggers'>>,
  trigger: TriggerSummary,
  mayWrite: boolean,
  acts: RowActs,
): MenuItem[] {
  const { id, active } = trigger;
  const log: MenuItem = { id: 'firings', label: t('verb.firings'), icon: <LogIcon />, href: `/triggers/${id}/firings` };
  const open: MenuItem = {
    id: 'edit',
    label: mayWrite ? t('verb.edit') : t('verb.view'),
    icon: <EditIcon />,
    shortcut: '↵',
    href: `/triggers/${id}`,
  };
  if (!mayWrite) return [open, log];
  return [
    open,
    { id: 'clone', label: t('verb.clone'), icon: <CopyIcon />, shortcut: 'C', onSelect: () => acts.clone(id) },
    {
      id: 'switch',
      label: active ? t('verb.deactivate') : t('verb.activate'),
      icon: active ? <PauseIcon /> : <ResumeIcon />,
      shortcut: 'D',
      onSelect: () => acts.setActive(trigger, !active),
    },
    log,
    {
      id: 'delete',
      label: t('verb.delete'),
      icon: <DeleteIcon />,
      shortcut: '⌫',
      danger: true,
      onSelect: () => acts.remove(trigger),
    },
  ];
}

function keysOf(trigger: TriggerSummary, acts: RowActs): RowKeys {
  const remove = () => acts.remove(trigger);
  return {
    c: () => acts.clone(trigger.id),
    d: () => acts.setActive(trigger, !trigger.active),
    backspace: remove,
    delete: remove,
  };
}
