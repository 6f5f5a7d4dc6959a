'use client';

import { useTranslations } from 'next-intl';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import type { FieldDefinition } from '@/lib/engine/definition';
import { isConfiguration } from '@/lib/engine/references';
import { eventOf, fieldOf, fieldsFor, isAvailable } from '@/lib/engine/registry';
import type { Condition } from '@/lib/engine/rule';
import type { ReferenceKind } from '@/lib/engine/value';
import { conditionOn } from './draft';
import { useRuleEditor } from './editor-context';
import { WRAPS } from './wraps';

/** Chooses the field, and in the same step what it is asked of: "Group status · Workshop". */
export function FieldPicker({ condition, onChange }: { condition: Condition; onChange: (next: Condition) => void }) {
  const t = useTranslations('rules');
  const options = useFieldOptions();
  const field = fieldOf(condition.field);
  const of = isAskedHere(field) ? String(condition[field.of] ?? '') : '';
  const value = optionValue(condition.field, of);
  return (
    <Combobox
      label={t('editor.field')}
      className={WRAPS}
      value={condition.field === '' ? null : value}
      placeholder={t('editor.chooseField')}
      options={options}
      display={field && !options.some((option) => option.value === value) ? nameOf(t, field, of || '…') : undefined}
      onChange={(next) => {
        const [id = '', key = ''] = next.split('|');
        if (next === value) return;
        const fresh = conditionOn(id);
        const chosen = fieldOf(id);
        onChange(isAskedHere(chosen) ? { ...fresh, [chosen.of]: key } : fresh);
      }}
    />
  );
}

function useFieldOptions(): ComboOption[] {
  const t = useTranslations('rules');
  const { family, event, references } = useRuleEditor();
  const on = eventOf(event);
  return fieldsFor(family).flatMap((field): ComboOption[] => {
    const group = t(`section.${field.section}` as 'section.online');
    const disabledReason = on && !isAvailable(field, on) ? t('editor.notOnEvent') : undefined;
    if (!isAskedHere(field))
      return [{ value: optionValue(field.id, ''), label: nameOf(t, field), group, disabledReason }];
    return (references[field.of] ?? []).map(({ key, name }) => ({
      value: optionValue(field.id, key),
      label: nameOf(t, field, name),
      group,
      disabledReason,
    }));
  });
}

type Asked = FieldDefinition & { readonly of: ReferenceKind };

/** What the field is asked of is chosen with it; what stands in the value is chosen there. */
function isAskedHere(field: FieldDefinition | undefined): field is Asked {
  return isConfiguration(field?.of) && field?.within === undefined;
}

function nameOf(t: ReturnType<typeof useTranslations<'rules'>>, field: FieldDefinition, of?: string): string {
  const label = t(`field.${field.id}` as 'field.message');
  return of ? `${label} · ${of}` : label;
}

const optionValue = (field: string, of: string): string => `${field}|${of}`;
