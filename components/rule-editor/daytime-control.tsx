'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, CloseIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import type { Json } from '@/lib/engine/value';
import { InZone } from './in-zone';

type Range = { readonly from: string; readonly to: string };

/** Ranges of the day, typed; one that ends before it begins goes on until the next day. */
export function DaytimeControl({ value, onChange }: { value: Json; onChange: (value: Json) => void }) {
  const t = useTranslations('rules.editor');
  const ranges = (Array.isArray(value) ? value : [value]).map(rangeIn);
  // One that was written without a list stays so.
  const set = (next: readonly Range[]) => onChange(Array.isArray(value) || next.length !== 1 ? next : (next[0] ?? []));
  const change = (index: number, part: Partial<Range>) =>
    set(ranges.map((range, each) => (each === index ? { ...range, ...part } : range)));
  return (
    <>
      {ranges.map((range, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a range is known by its place
        <div key={index} className="flex flex-wrap items-center gap-1.5">
          <TimeInput
            label={t('from', { number: index + 1 })}
            value={range.from}
            onChange={(from) => change(index, { from })}
          />
          <span aria-hidden="true" className="text-ink-3">
            –
          </span>
          <TimeInput
            label={t('until', { number: index + 1 })}
            value={range.to}
            onChange={(to) => change(index, { to })}
          />
          {ranges.length > 1 ? (
            <IconButton
              size="sm"
              label={t('removeRange', { number: index + 1 })}
              icon={<CloseIcon />}
              onClick={() => set(ranges.filter((_, each) => each !== index))}
            />
          ) : null}
          {TIME.test(range.from) && TIME.test(range.to) && range.to < range.from ? (
            <span className="basis-full text-xs text-ink-3">{t('nextDay')}</span>
          ) : null}
        </div>
      ))}
      <span>
        <Button variant="quiet" size="sm" icon={<AddIcon />} onClick={() => set([...ranges, { from: '', to: '' }])}>
          {t('addRange')}
        </Button>
      </span>
      <InZone />
    </>
  );
}

interface TimeInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function TimeInput({ label, value, onChange }: TimeInputProps) {
  return (
    <Input
      aria-label={label}
      boxClassName="w-18! shrink-0"
      className="tabular-nums"
      inputMode="numeric"
      maxLength={5}
      placeholder="18:00"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => written(value) !== value && onChange(written(value))}
    />
  );
}

/** `9`, `930`, `9h30` and `9.30` are times, too. */
function written(text: string): string {
  const [, hour, minute = '00'] = text.trim().match(/^(\d{1,2}?)[:.h]?(\d{2})?$/i) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}

function rangeIn(value: Json): Range {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { from: '', to: '' };
  const { from, to } = value as { readonly [key: string]: Json };
  return { from: String(from ?? ''), to: String(to ?? '') };
}

const TIME = /^\d{2}:\d{2}$/;
