import type { useTranslations } from 'next-intl';
import { fieldOf } from '@/lib/engine/registry';
import type { Json } from '@/lib/engine/value';
import type { References } from './editor-context';

type RulesTranslator = ReturnType<typeof useTranslations<'rules'>>;

/** A value of a field in the reader's words: names instead of keys, weekdays by name, lists joined. */
export function valueWords(t: RulesTranslator, fieldId: string, value: Json, references: References = {}): string {
  const type = fieldOf(fieldId)?.type;
  if (value === null || value === undefined) return t('trace.noValue');
  if (Array.isArray(value)) {
    return value.length === 0
      ? t('trace.nothing')
      : value.map((each) => valueWords(t, fieldId, each, references)).join(', ');
  }
  const text = String(value);
  if (text === '') return t('trace.emptyText');
  if (type?.kind === 'boolean') return t(`option.${text}` as 'option.true');
  if (type?.kind === 'integer' && type.labels) return t(`weekday.${text}` as 'weekday.0');
  if (type?.kind === 'choice' || type?.kind === 'state') return t(`option.${text}` as 'option.online');
  if (type?.kind === 'reference') return references[type.to]?.find(({ key }) => key === text)?.name ?? text;
  return text;
}

/** The field's label, with what it was asked of: "Group status · Support". */
export function fieldWords(
  t: RulesTranslator,
  fieldId: string,
  of: Readonly<Record<string, Json>> | undefined,
  references: References = {},
): string {
  const field = fieldOf(fieldId);
  if (!field) return fieldId;
  const label = t(`field.${field.id}` as 'field.message');
  const key = field.of ? of?.[field.of] : undefined;
  if (!field.of || key === undefined) return label;
  return `${label} · ${references[field.of]?.find((each) => each.key === key)?.name ?? String(key)}`;
}
