'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import type { FieldDefinition } from '@/lib/engine/definition';
import { operatorOf, operatorsFor } from '@/lib/engine/registry';
import { WRAPS } from './wraps';

interface OperatorPickerProps {
  field: FieldDefinition;
  operator: string;
  onChange: (operator: string) => void;
}

/** How the field is compared. Where one and several values are said alike, "Is one of" is no choice beside "Is". */
export function OperatorPicker({ field, operator, onChange }: OperatorPickerProps) {
  const t = useTranslations('rules');
  const offered = operatorsFor(field).filter(({ ofOne }) => !field.type.several || ofOne === undefined);
  const shown = (field.type.several ? operatorOf(operator)?.ofOne : undefined) ?? operator;
  return (
    <Select
      label={t('editor.operator')}
      className={WRAPS}
      value={shown || undefined}
      options={offered.map(({ id }) => ({ value: id, label: t(`operator.${id}` as 'operator.is') }))}
      onChange={(next) => next !== shown && onChange(next)}
    />
  );
}
