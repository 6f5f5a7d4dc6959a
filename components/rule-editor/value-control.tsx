'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import { MultiSelect } from '@/components/ui/multi-select';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import type { OperatorDefinition } from '@/lib/engine/definition';
import type { Json, ValueType } from '@/lib/engine/value';
import { useRuleEditor } from './editor-context';
import { PatternInput } from './pattern-input';

export interface ValueControlProps {
  type: ValueType;
  operator: OperatorDefinition;
  value: Json;
  onChange: (value: Json) => void;
}

/** The control for a condition's value: it follows the field's type and the shape the operator takes. */
export function ValueControl(props: ValueControlProps) {
  const { type, operator, value } = props;
  const listed = operator.operand === 'many';
  if (type.kind === 'set') return <Tags {...props} />;
  if (type.kind === 'integer') return type.labels ? <Weekday {...props} /> : <Whole {...props} />;
  if (type.kind === 'boolean') return <Truth {...props} />;
  if (operator.operand === 'pattern') {
    return (
      <PatternInput value={String(value ?? '')} ignoreCase={operator.ignoresCase ?? false} onChange={props.onChange} />
    );
  }
  if (type.kind === 'page_text') return listed ? <Phrases {...props} /> : <Text {...props} />;
  if (type.kind === 'text') return <Text {...props} />;
  return listed ? <Several {...props} /> : <One {...props} />;
}

function useOptions(type: ValueType): { value: string; label: string }[] {
  const t = useTranslations('rules');
  const locale = useLocale();
  const { references } = useRuleEditor();
  if (type.kind === 'choice' || type.kind === 'state') {
    return type.options.map((option) => ({ value: option, label: t(`option.${option}` as 'option.online') }));
  }
  if (type.kind === 'reference')
    return (references[type.to] ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return LANGUAGES.map((tag) => ({ value: tag, label: `${names.of(tag) ?? tag} (${tag})` }));
}

function One({ type, value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  const options = useOptions(type);
  const label = t('editor.value');
  const current = typeof value === 'string' && value !== '' ? value : undefined;
  if (options.length > 7 || type.kind === 'reference') {
    const kind = type.kind === 'reference' ? t(`reference.${type.to}`) : label;
    return (
      <Combobox
        label={label}
        value={current}
        options={options}
        onChange={onChange}
        placeholder={t('editor.chooseReference', { kind })}
      />
    );
  }
  return <Select label={label} value={current} options={options} onChange={onChange} />;
}

function Several({ type, value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  return <MultiSelect label={t('editor.value')} value={listOf(value)} options={useOptions(type)} onChange={onChange} />;
}

function Tags({ value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  const { references } = useRuleEditor();
  return <TagInput label={t('editor.value')} value={listOf(value)} suggestions={references.tags} onChange={onChange} />;
}

function Phrases({ value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  return <TagInput label={t('editor.value')} value={listOf(value)} onChange={onChange} />;
}

function Truth({ value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  const options = ['true', 'false'].map((each) => ({ value: each, label: t(`option.${each}` as 'option.true') }));
  return (
    <Select
      label={t('editor.value')}
      value={String(value)}
      options={options}
      onChange={(next) => onChange(next === 'true')}
    />
  );
}

function Weekday({ value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  const options = WEEKDAYS.map((day) => ({ value: day, label: t(`weekday.${day}` as 'weekday.0') }));
  return (
    <Select
      label={t('editor.value')}
      value={String(value)}
      options={options}
      onChange={(next) => onChange(Number(next))}
    />
  );
}

/** What is typed stays typed: something that is no whole number is kept as text and refused by the validation. */
function Whole({ value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  return (
    <Input
      aria-label={t('editor.value')}
      inputMode="numeric"
      value={typeof value === 'number' ? String(value) : String(value ?? '')}
      onChange={(event) =>
        onChange(/^-?\d{1,16}$/.test(event.target.value) ? Number(event.target.value) : event.target.value)
      }
    />
  );
}

function Text({ value, onChange }: ValueControlProps) {
  const t = useTranslations('rules');
  return (
    <Input
      aria-label={t('editor.value')}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

const listOf = (value: Json): string[] => (Array.isArray(value) ? value.map(String) : []);
const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'];
const LANGUAGES = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'pt-BR',
  'nl',
  'pl',
  'cs',
  'sk',
  'da',
  'sv',
  'nb',
  'fi',
  'hu',
  'ro',
  'bg',
  'el',
  'tr',
  'uk',
  'ru',
  'ar',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
  'fr-CA',
  'en-GB',
];
