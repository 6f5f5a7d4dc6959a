'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, CloseIcon, OptionsIcon } from '@/components/ui/icons';
import { DayMenu } from './day-menu';
import { HoursFields } from './hours-fields';
import type { WeekActs } from './use-week-acts';
import { DAYS, hoursOn, timeOf, type Week } from './week';

interface WeekTimesProps {
  week: Week;
  mayWrite: boolean;
  acts: WeekActs;
}

/** The week as lists of times: for phones, for screen readers, and for those who would rather type. */
export function WeekTimes({ week, mayWrite, acts }: WeekTimesProps) {
  const t = useTranslations('schedules.hours');
  const days = useTranslations('schedules.day');
  return (
    <div className="divide-y divide-line rounded-md border border-line">
      {DAYS.map((day) => {
        const name = days(`${day}` as '0');
        const hours = hoursOn(week, day);
        return (
          <fieldset
            key={day}
            className="grid grid-cols-[120px_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 px-4 py-2.5 max-phone:grid-cols-[minmax(0,1fr)_auto]"
          >
            <legend className="sr-only">{name}</legend>
            <span aria-hidden="true" className="py-1.5 font-medium max-phone:self-center">
              {name}
            </span>
            <div className="grid gap-2 max-phone:order-3 max-phone:col-span-2">
              {hours.length === 0 ? <span className="py-1.5 text-ink-3">{t('closed')}</span> : null}
              {hours.map((each) => (
                <div key={each.id} className="flex items-start gap-2" data-hours={each.id}>
                  <HoursFields week={week} hours={each} bare disabled={!mayWrite} onEdit={acts.take} />
                  {mayWrite ? (
                    <IconButton
                      label={t('removeNamed', { day: name, from: timeOf(each.from), to: timeOf(each.to) })}
                      icon={<CloseIcon />}
                      onClick={() => acts.remove(each.id)}
                    />
                  ) : null}
                </div>
              ))}
            </div>
            {mayWrite ? (
              <div className="flex gap-1 max-phone:order-2">
                <Button
                  variant="quiet"
                  size="sm"
                  icon={<AddIcon />}
                  data-add={day}
                  aria-label={t('addOn', { day: name })}
                  onClick={() => acts.add(day)}
                >
                  {t('add')}
                </Button>
                <DayMenu
                  week={week}
                  day={day}
                  onWeek={acts.replace}
                  trigger={<IconButton size="sm" label={t('options', { day: name })} icon={<OptionsIcon />} />}
                />
              </div>
            ) : null}
          </fieldset>
        );
      })}
    </div>
  );
}
