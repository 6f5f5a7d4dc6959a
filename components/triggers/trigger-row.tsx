'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { memo, useRef } from 'react';
import { useBrokenWords } from '@/components/rule-editor/use-broken-words';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { OptionsIcon } from '@/components/ui/icons';
import { later } from '@/components/ui/later';
import { Cell, Row, RowName } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { actOnRowKey, type RowKeys } from '@/components/ui/row-keys';
import { Sparkline } from '@/components/ui/sparkline';
import { StatusDot } from '@/components/ui/status-dot';
import type { TriggerSummary } from '@/lib/contracts/trigger';

const loadMenu = () => import('./trigger-menu');
const TriggerMenu = later(() => loadMenu().then((module) => module.TriggerMenu));

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
          load={loadMenu}
          layer={(open) => <TriggerMenu {...open} trigger={trigger} mayWrite={mayWrite} acts={acts} />}
        />
      </Cell>
    </Row>
  );
});

function keysOf(trigger: TriggerSummary, acts: RowActs): RowKeys {
  const remove = () => acts.remove(trigger);
  return {
    c: () => acts.clone(trigger.id),
    d: () => acts.setActive(trigger, !trigger.active),
    backspace: remove,
    delete: remove,
  };
}
