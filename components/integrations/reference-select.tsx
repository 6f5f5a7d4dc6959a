'use client';

import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { type ReferenceKind, useReferenceNames } from '@/lib/client/integrations';

/** Nothing chosen: no key, since keys begin with a letter or a digit. */
const NONE = '-';

interface ReferenceSelectProps {
  to: ReferenceKind;
  /** A key; empty: none. */
  value: string;
  onChange: (value: string) => void;
}

/** Chooses an inbox or a group by its name; what there is not any more stays shown, and says so. */
export function ReferenceSelect({ to, value, onChange }: ReferenceSelectProps) {
  const t = useTranslations('integrations.reference');
  const known = useReferenceNames(to);
  const options = [
    { value: NONE, label: t(`${to}.none`) },
    ...(known ?? []).map(({ key, name }) => ({ value: key, label: name })),
  ];
  const listed = options.some((option) => option.value === value);
  const gone = value !== '' && !listed ? [{ value, label: known ? t('gone', { key: value }) : value }] : [];
  return (
    <Combobox
      value={value === '' ? NONE : value}
      options={[...options, ...gone]}
      onChange={(next) => onChange(next === NONE ? '' : next)}
    />
  );
}
