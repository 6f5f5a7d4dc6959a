'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { CopyIcon, DeleteIcon, EditIcon, OptionsIcon } from '@/components/ui/icons';
import { Cell, Row, RowName } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { StatusDot } from '@/components/ui/status-dot';
import { Tooltip } from '@/components/ui/tooltip';
import type { Schedule } from '@/lib/contracts/schedule';
import { prepareHours } from '@/lib/engine/hours/hours';
import { minutesInWeek, wallClock } from '@/lib/engine/hours/upcoming';
import { useFormats } from '@/lib/i18n/use-formats';
import { useAmount } from './use-amount';

interface ScheduleRowProps {
  schedule: Schedule;
  now: Date;
  mayWrite: boolean;
  onDelete: () => void;
}

export function ScheduleRow({ schedule, now, mayWrite, onDelete }: ScheduleRowProps) {
  const t = useTranslations('schedules.list');
  const next = useTranslations('schedules.next');
  const formats = useFormats(schedule.timeZone);
  const amount = useAmount();
  const hours = useMemo(() => prepareHours(schedule), [schedule]);
  const { id, name, timeZone, uses } = schedule;
  const open = hours.stateAt(now) === 'inside';
  const change = hours.nextChange(now);
  const today = change && wallClock(timeZone, change.at).day === wallClock(timeZone, now).day;
  const moment = change
    ? today
      ? next('today', { time: formats.time(change.at) })
      : next('on', { moment: formats.dayTime(change.at, now) })
    : null;
  const week = minutesInWeek({ ...schedule, holidays: [] }, 0);
  const edit = { id: 'edit', label: t(mayWrite ? 'edit' : 'show'), icon: <EditIcon />, href: `/schedules/${id}` };
  return (
    <Row>
      <Cell kind="name">
        <RowName
          href={`/schedules/${id}`}
          name={name}
          detail={t('detail', { week: amount(week), holidays: schedule.holidays.length })}
        />
      </Cell>
      <Cell phone="left">
        <StatusDot tone={open ? 'active' : 'inactive'}>{open ? t('open') : t('closed')}</StatusDot>
      </Cell>
      <Cell phone="right" className="text-ink-2 tabular-nums">
        {moment === null ? next(open ? 'alwaysOpen' : 'neverOpen') : t(open ? 'closes' : 'opens', { moment })}
      </Cell>
      <Cell className="text-ink-2 tabular-nums">
        {timeZone.replaceAll('_', ' ')} <span className="text-ink-3">{formats.time(now)}</span>
      </Cell>
      <Cell align="end">
        {uses.length === 0 ? (
          <span className="text-ink-3">{t('unused')}</span>
        ) : (
          <Tooltip text={uses.map((use) => use.name).join(', ')}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the names are told on focus */}
            <span tabIndex={0}>{uses.length}</span>
          </Tooltip>
        )}
      </Cell>
      <Cell kind="menu">
        <Menu
          trigger={<IconButton size="sm" label={t('options', { name })} icon={<OptionsIcon />} />}
          items={
            mayWrite
              ? [
                  edit,
                  { id: 'clone', label: t('clone'), icon: <CopyIcon />, href: `/schedules/new?from=${id}` },
                  { id: 'delete', label: t('delete'), icon: <DeleteIcon />, danger: true, onSelect: onDelete },
                ]
              : [edit]
          }
        />
      </Cell>
    </Row>
  );
}
