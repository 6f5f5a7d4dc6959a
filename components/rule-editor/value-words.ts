import type { useTranslations } from 'next-intl';
import type { FieldDefinition } from '@/lib/engine/definition';
import { isConfiguration } from '@/lib/engine/references';
import { fieldOf } from '@/lib/engine/registry';
import type { Json } from '@/lib/engine/value';
import type { References } from './editor-context';
import { elapsedWords, rangeWords } from './operand-words';

type RulesTranslator = ReturnType<typeof useTranslations<'rules'>>;

/** A value of a field in the reader's words: names instead of keys, weekdays by name, lists joined. */
export function valueWords(t: RulesTranslator, fieldId: string, value: Json, references: References = {}): string {
  const field = fieldOf(fieldId);
  const type = field?.type;
  // A condition that names no value means whichever it is.
  if (type?.occurs && (value === null || value === undefined)) return t('trace.notHappened');
  if (type?.kind === 'occurrence') return t('trace.happened');
  if (value === null || value === undefined) return t('trace.noValue');
  if (Array.isArray(value)) {
    return value.length === 0
      ? t('trace.nothing')
      : value.map((each) => valueWords(t, fieldId, each, references)).join(', ');
  }
  if (type?.kind === 'elapsed') return elapsedWords(t, value);
  if (typeof value === 'object' && field?.of && field.within)
    return withinWords(t, field, value as WithinValue, references);
  if (typeof value === 'object') return rangeWords(t, value);
  const text = String(value);
  if (text === '') return t('trace.emptyText');
  if (type?.kind === 'boolean') return t(`option.${text}` as 'option.true');
  if (type?.kind === 'integer' && type.labels) return t(`weekday.${text}` as 'weekday.0');
  if (type?.kind === 'weekday') return t(`weekday.${text}` as 'weekday.0');
  if (type?.kind === 'choice' || type?.kind === 'state') return optionWords(t, text);
  if (type?.kind === 'reference') return references[type.to]?.find(({ key }) => key === text)?.name ?? text;
  return text;
}

/** One that is open takes others than it declares. */
function optionWords(t: RulesTranslator, option: string): string {
  const key = `option.${option}` as 'option.online';
  return t.has(key) ? t(key) : option;
}

type WithinValue = { readonly [key: string]: Json };

/** "Inside business hours · Ada": both stand in the value. */
function withinWords(t: RulesTranslator, field: FieldDefinition, value: WithinValue, references: References): string {
  const { of, within = '' } = field;
  const key = of === undefined ? '' : String(value[of] ?? '');
  const name = isConfiguration(of) ? references[of]?.find((each) => each.key === key)?.name : undefined;
  return `${optionWords(t, String(value[within] ?? ''))} · ${name ?? key}`;
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
