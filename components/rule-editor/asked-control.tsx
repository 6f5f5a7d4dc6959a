'use client';

import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import type { FieldDefinition } from '@/lib/engine/definition';
import { askingOf, keyAsked } from '@/lib/engine/operand';
import { isConfiguration } from '@/lib/engine/references';
import type { Condition } from '@/lib/engine/rule';
import { useRuleEditor } from './editor-context';
import { WRAPS } from './wraps';

interface AskedControlProps {
  field: FieldDefinition;
  condition: Condition;
  onChange: (next: Condition) => void;
}

/** Of whom or what a field is asked whose value names it: the employee whose hours are meant. */
export function AskedControl({ field, condition, onChange }: AskedControlProps) {
  const t = useTranslations('rules');
  const { references } = useRuleEditor();
  const { of } = field;
  if (of === undefined || !isConfiguration(of)) return null;
  const key = keyAsked(field, condition);
  const kind = t(`reference.${of}`);
  return (
    <Combobox
      label={kind}
      className={WRAPS}
      value={typeof key === 'string' && key !== '' ? key : null}
      placeholder={t('editor.chooseReference', { kind })}
      options={(references[of] ?? []).map(({ key: value, name, note }) => ({ value, label: name, hint: note }))}
      onChange={(next) => onChange(askingOf(field, condition, next))}
    />
  );
}
