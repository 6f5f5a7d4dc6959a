'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, DeleteIcon, EditIcon, ImportIcon, OptionsIcon } from '@/components/ui/icons';
import { later } from '@/components/ui/later';
import { Menu } from '@/components/ui/menu';
import { PanelSection } from '@/components/ui/side-panel';
import type { HolidayInput } from '@/lib/contracts/schedule';
import { MAX_HOLIDAYS } from '@/lib/contracts/schedule';
import { useHolidayWords } from './use-holiday-words';
import { inOrder } from './use-schedule-form';

const HolidayDialog = later(() => import('./holiday-dialog').then((module) => module.HolidayDialog));
const CalendarDialog = later(() => import('./calendar-dialog').then((module) => module.CalendarDialog));

interface HolidaySectionProps {
  holidays: readonly HolidayInput[];
  /** First and last day of this week, and today, as `YYYY-MM-DD` in the zone of the schedule. */
  week: { from: string; to: string; today: string };
  mayWrite: boolean;
  error?: string;
  onChange: (holidays: readonly HolidayInput[]) => void;
}

/** Days wholly outside the hours: those to come, and behind a button those that are over. */
export function HolidaySection({ holidays, week, mayWrite, error, onChange }: HolidaySectionProps) {
  const t = useTranslations('schedules.holidays');
  const [asked, setAsked] = useState<'new' | 'import' | HolidayInput | null>(null);
  const [past, setPast] = useState(false);
  const over = holidays.filter(({ to }) => to < week.today);
  const shown = past ? holidays : holidays.filter(({ to }) => to >= week.today);
  const close = () => setAsked(null);
  const put = (next: readonly HolidayInput[]) => {
    close();
    onChange(inOrder(next).slice(0, MAX_HOLIDAYS));
  };
  const changing = asked !== null && typeof asked === 'object' ? asked : undefined;
  return (
    <PanelSection>
      <div className="mb-1 flex items-center">
        <h3 className="text-xs font-semibold">{t('title')}</h3>
        {mayWrite ? (
          <span className="ml-auto flex gap-1">
            <Button
              variant="quiet"
              size="xs"
              icon={<ImportIcon className="size-3.5" />}
              onClick={() => setAsked('import')}
            >
              {t('import')}
            </Button>
            <Button variant="quiet" size="xs" icon={<AddIcon className="size-3.5" />} onClick={() => setAsked('new')}>
              {t('add')}
            </Button>
          </span>
        ) : null}
      </div>
      {error ? (
        <p role="alert" className="py-1 text-xs text-stop-ink">
          {error}
        </p>
      ) : null}
      {shown.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="divide-y divide-line">
        {shown.map((holiday) => (
          <HolidayRow
            key={`${holiday.from} ${holiday.to} ${holiday.name}`}
            holiday={holiday}
            thisWeek={holiday.from <= week.to && holiday.to >= week.from}
            mayWrite={mayWrite}
            onEdit={() => setAsked(holiday)}
            onRemove={() => onChange(holidays.filter((each) => each !== holiday))}
          />
        ))}
      </ul>
      {over.length > 0 ? (
        <Button variant="quiet" size="xs" className="-ml-1.5 mt-1" aria-expanded={past} onClick={() => setPast(!past)}>
          {past ? t('hidePast') : t('showPast', { count: over.length })}
        </Button>
      ) : null}
      {asked === 'new' || changing ? (
        <HolidayDialog
          holiday={changing}
          onClose={close}
          onDone={(holiday) => put([...holidays.filter((each) => each !== changing), holiday])}
        />
      ) : null}
      {asked === 'import' ? (
        <CalendarDialog known={holidays} onClose={close} onDone={(found) => put([...holidays, ...found])} />
      ) : null}
    </PanelSection>
  );
}

interface HolidayRowProps {
  holiday: HolidayInput;
  thisWeek: boolean;
  mayWrite: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

function HolidayRow({ holiday, thisWeek, mayWrite, onEdit, onRemove }: HolidayRowProps) {
  const t = useTranslations('schedules.holidays');
  const words = useHolidayWords();
  return (
    <li className="flex items-center gap-2 py-1.5">
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium" title={holiday.name}>
          {holiday.name}
        </div>
        <div className="text-xs text-ink-2 tabular-nums">{words(holiday)}</div>
      </div>
      {thisWeek ? <Badge>{t('thisWeek')}</Badge> : null}
      {mayWrite ? (
        <Menu
          trigger={
            <IconButton
              size="xs"
              label={t('options', { name: holiday.name })}
              icon={<OptionsIcon className="size-3.5" />}
            />
          }
          items={[
            { id: 'edit', label: t('edit'), icon: <EditIcon />, onSelect: onEdit },
            { id: 'remove', label: t('remove'), icon: <DeleteIcon />, danger: true, onSelect: onRemove },
          ]}
        />
      ) : null}
    </li>
  );
}
