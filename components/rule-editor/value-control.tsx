'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { Input } from '@/components/ui/input';
import { MultiSelect } from '@/components/ui/multi-select';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import type { FieldDefinition, OperatorDefinition } from '@/lib/engine/definition';
import type { Json, ValueType } from '@/lib/engine/value';
import { DaytimeControl } from './daytime-control';
import { useRuleEditor } from './editor-context';
import { ElapsedControl } from './elapsed-control';
import { LANGUAGES } from './language-tags';
import { PatternInput } from './pattern-input';
import { WeekdayControl } from './weekday-control';

export interface ValueControlProps {
  field: FieldDefinition;
  operator: OperatorDefinition;
  value: Json;
  /** `undefined` where the condition names no value. */
  onChange: (value: Json | undefined) => void;
}

interface KindProps<T extends ValueType = ValueType> extends Omit<ValueControlProps, 'field'> {
  type: T;
}

/** The control for a condition's value: it follows the field's type and the shape the operator takes. */
export function ValueControl({ field, ...rest }: ValueControlProps) {
  const { type, id } = field;
  const { operator, value, onChange } = rest;
  const props = { ...rest, type };
  const listed = operator.operand === 'many' || type.several === true;
  switch (type.kind) {
    case 'occurrence':
      return null;
    case 'weekday':
      return <WeekdayControl value={value} onChange={onChange} />;
    case 'daytime':
      return <DaytimeControl value={value} onChange={onChange} />;
    case 'elapsed':
      return <ElapsedControl value={value} onChange={onChange} />;
    case 'set':
    case 'added':
      return <Tags {...props} />;
    case 'phrases':
    case 'address':
      return <Phrases {...props} example={type.kind} />;
    case 'integer':
      return type.labels ? <Weekday {...props} /> : <Whole {...props} />;
    case 'boolean':
      return <Truth {...props} />;
    case 'choice':
      return type.open ? <OpenChoice {...props} type={type} field={id} /> : <Choice {...props} listed={listed} />;
    case 'page_text':
      return listed ? <Phrases {...props} example="phrases" /> : <Text {...props} />;
    case 'text':
      if (operator.operand !== 'pattern') return <Text {...props} />;
      return (
        <PatternInput value={String(value ?? '')} ignoreCase={operator.ignoresCase ?? false} onChange={onChange} />
      );
    default:
      return <Choice {...props} listed={listed} />;
  }
}

function Choice({ listed, ...props }: KindProps & { listed: boolean }) {
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
    return (references[type.to] ?? []).map(({ key, name, note }) => ({ value: key, label: name, hint: note }));
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return LANGUAGES.map((tag) => ({ value: tag, label: `${names.of(tag) ?? tag} (${tag})` }));
}

function One({ type, value, onChange }: KindProps) {
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

function Several({ type, value, onChange }: KindProps) {
  const t = useTranslations('rules');
  const optional = type.kind === 'choice' && type.optional === true;
  return (
    <MultiSelect
      label={t('editor.value')}
      value={listOf(value)}
      options={useOptions(type)}
      placeholder={t(optional ? 'editor.anyOfThem' : 'editor.chooseValues')}
      onChange={(next) => onChange(optional && next.length === 0 ? undefined : next)}
    />
  );
}

type Open = Extract<ValueType, { kind: 'choice' }>;

/** Options that are known, and others that the account has seen; where none are known they are typed. */
function OpenChoice({ type, field, value, onChange }: KindProps<Open> & { field: string }) {
  const t = useTranslations('rules');
  const { references } = useRuleEditor();
  const seen = references.seen?.[field] ?? [];
  const known = useOptions(type);
  const label = t('editor.value');
  if (type.options.length === 0)
    return (
      <TagInput
        label={label}
        value={listOf(value)}
        suggestions={seen}
        placeholder={t('editor.typeValues')}
        onChange={onChange}
      />
    );
  const others = seen.filter((each) => !type.options.includes(each)).map((each) => ({ value: each, label: each }));
  return (
    <MultiSelect
      label={label}
      value={listOf(value)}
      options={[...known, ...others]}
      placeholder={t('editor.chooseValues')}
      onChange={onChange}
    />
  );
}

function Tags({ value, onChange }: KindProps) {
  const t = useTranslations('rules');
  const { references } = useRuleEditor();
  return <TagInput label={t('editor.value')} value={listOf(value)} suggestions={references.tags} onChange={onChange} />;
}

function Phrases({ value, onChange, example }: KindProps & { example: 'phrases' | 'address' }) {
  const t = useTranslations('rules');
  return (
    <TagInput
      label={t('editor.value')}
      value={listOf(value)}
      placeholder={t(`editor.example.${example}`)}
      onChange={onChange}
    />
  );
}

function Truth({ value, onChange }: KindProps) {
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

function Weekday({ value, onChange }: KindProps) {
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
function Whole({ value, onChange }: KindProps) {
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

function Text({ value, onChange }: KindProps) {
  const t = useTranslations('rules');
  return (
    <Input
      aria-label={t('editor.value')}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function listOf(value: Json): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === '' ? [] : [String(value)];
}
const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'];
