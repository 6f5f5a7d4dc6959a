'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { ELAPSED_UNITS } from '@/lib/engine/elapsed';
import type { Json } from '@/lib/engine/value';

/** An amount of time and its unit. What is no number stays as it is typed and is refused by the validation. */
export function ElapsedControl({ value, onChange }: { value: Json; onChange: (value: Json) => void }) {
  const t = useTranslations('rules.editor');
  const { amount, unit } = partsOf(value);
  return (
    <span className="flex gap-1.5">
      <Input
        aria-label={t('amount')}
        inputMode="numeric"
        boxClassName="w-20!"
        className="tabular-nums"
        value={String(amount)}
        onChange={({ target }) =>
          onChange({ amount: /^\d{1,9}$/.test(target.value) ? Number(target.value) : target.value, unit })
        }
      />
      <Select
        label={t('unit')}
        value={unit}
        options={ELAPSED_UNITS.map((each) => ({ value: each, label: t(each) }))}
        onChange={(next) => onChange({ amount, unit: next })}
      />
    </span>
  );
}

function partsOf(value: Json): { amount: string | number; unit: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { amount: '', unit: 'hours' };
  const { amount, unit } = value as { readonly [key: string]: Json };
  return { amount: typeof amount === 'number' ? amount : String(amount ?? ''), unit: String(unit ?? 'hours') };
}
