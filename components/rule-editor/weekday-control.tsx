'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useFieldWiring } from '@/components/ui/field-context';
import type { Json } from '@/lib/engine/value';
import { InZone } from './in-zone';

/** Seven days, each on or off; 0 is Monday. */
export function WeekdayControl({ value, onChange }: { value: Json; onChange: (value: Json) => void }) {
  const t = useTranslations('rules');
  const short = new Intl.DateTimeFormat(useLocale(), { weekday: 'short', timeZone: 'UTC' });
  const { 'aria-describedby': describedBy } = useFieldWiring({});
  const chosen = (Array.isArray(value) ? value : [value]).filter((day) => typeof day === 'number');
  const toggle = (day: number) => {
    const next = chosen.includes(day) ? chosen.filter((each) => each !== day) : [...chosen, day];
    onChange(next.sort((a, b) => a - b));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex row in every browser */}
      <div role="group" aria-label={t('editor.value')} aria-describedby={describedBy} className="flex flex-wrap gap-1">
        {DAYS.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={chosen.includes(day)}
            aria-label={t(`weekday.${day}` as 'weekday.0')}
            className="h-8 min-w-8 rounded-sm border border-line-2 bg-surface px-1.5 text-xs font-medium text-ink-2 hover:border-edge aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink max-phone:h-11 max-phone:min-w-11"
            onClick={() => toggle(day)}
          >
            {/* Monday, 1 January 2024, and the days after it. */}
            {short.format(Date.UTC(2024, 0, 1 + day))}
          </button>
        ))}
      </div>
      <InZone />
    </>
  );
}

const DAYS = [0, 1, 2, 3, 4, 5, 6];
