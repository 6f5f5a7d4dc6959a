'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { TimeZoneIcon } from '@/components/ui/icons';
import { zoneNames } from '@/lib/engine/hours/zone-names';

interface ZonePickerProps {
  value: string;
  error?: string;
  now: Date;
  disabled: boolean;
  onChange: (zone: string) => void;
}

/** Any zone of the system, found by city, country's clock or offset, with what its clocks show now. */
export function ZonePicker({ value, error, now, disabled, onChange }: ZonePickerProps) {
  const t = useTranslations('schedules.editor');
  const locale = useLocale();
  const zones = useZones(value);
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  const options = useMemo(() => zones.map((zone) => optionOf(zone, locale, minute)), [zones, locale, minute]);
  const chosen = options.find((option) => option.value === value);
  return (
    <Field label={t('timeZone')} error={error}>
      <Combobox
        value={value}
        options={options}
        disabledReason={disabled ? t('readOnly') : null}
        display={
          <span className="flex min-w-0 items-center gap-1.5">
            <TimeZoneIcon className="shrink-0 text-ink-3" />
            <span className="truncate">{value}</span>
            <span className="shrink-0 text-ink-3 tabular-nums max-phone:hidden">
              {t('nowThere', { time: chosen?.hint ?? '' })}
            </span>
          </span>
        }
        onChange={onChange}
      />
    </Field>
  );
}

/** Only the chosen one at first: the other four hundred are worth no delay of the page. */
function useZones(value: string): readonly string[] {
  const [all, setAll] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setAll(zoneNames()), 0);
    return () => clearTimeout(timer);
  }, []);
  return useMemo(() => [...new Set([value, ...all])].sort(), [value, all]);
}

/** "14:28, UTC+1" under the name. */
function optionOf(zone: string, locale: string, minute: number): ComboOption {
  const format = (style: 'shortOffset' | 'longGeneric') =>
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
      ...{ timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: style },
    }).formatToParts(minute);
  const parts = format('shortOffset');
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', 'UTC');
  return {
    value: zone,
    label: zone.replaceAll('_', ' '),
    hint: `${part('hour')}:${part('minute')}, ${offset}`,
    keywords: [zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '', offset],
  };
}
