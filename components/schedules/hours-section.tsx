'use client';

import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { DeleteIcon } from '@/components/ui/icons';
import { PanelSection } from '@/components/ui/side-panel';
import { HoursFields } from './hours-fields';
import { useAmount } from './use-amount';
import type { WeekActs } from './use-week-acts';
import type { Week } from './week';

interface HoursSectionProps {
  week: Week;
  selected: number | null;
  mayWrite: boolean;
  acts: WeekActs;
}

/** The selected hours as fields that say the same as the grid. */
export function HoursSection({ week, selected, mayWrite, acts }: HoursSectionProps) {
  const t = useTranslations('schedules.hours');
  const days = useTranslations('schedules.day');
  const amount = useAmount();
  const hours = week.find(({ id }) => id === selected);
  if (!hours) return mayWrite ? <PanelSection title={t('selected')}>{t('selectHint')}</PanelSection> : null;
  return (
    <PanelSection>
      <div className="mb-2 flex items-center">
        <h3 className="text-xs font-semibold">{days(`${hours.day}` as '0')}</h3>
        {mayWrite ? (
          <IconButton
            size="sm"
            className="-my-1.5 ml-auto"
            label={t('removeThese')}
            icon={<DeleteIcon />}
            onClick={() => acts.remove(hours.id)}
          />
        ) : null}
      </div>
      <HoursFields key={hours.id} week={week} hours={hours} disabled={!mayWrite} onEdit={acts.take} />
      <p className="mt-1.5 text-xs text-ink-3">{t('length', { amount: amount(hours.to - hours.from) })}</p>
    </PanelSection>
  );
}
