'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { IconButton } from '@/components/ui/icon-button';
import { AddIcon, CloseIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { Menu } from '@/components/ui/menu';
import { MultiSelect } from '@/components/ui/multi-select';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import { Textarea } from '@/components/ui/textarea';
import type { Parameter } from '@/lib/engine/definition';
import type { Json } from '@/lib/engine/value';
import { useRuleEditor } from './editor-context';
import { LANGUAGES } from './language-tags';
import { OfferedControl } from './offered-control';
import { PlaceholderText } from './placeholder-text';
import { WRAPS } from './wraps';

/** Liquid comes along only where texts are written in it. */
const LiquidText = lazy(async () => ({ default: (await import('./liquid-text')).LiquidText }));

interface ControlProps<P extends Parameter = Parameter> {
  parameter: P;
  value: Json | undefined;
  /** `undefined` leaves an optional parameter out. */
  onChange: (value: Json | undefined) => void;
}

type Of<K extends Parameter['kind']> = ControlProps<Extract<Parameter, { kind: K }>>;

/** The control of one parameter of an action; it follows the parameter's kind. */
export function ParameterControl({ parameter, value, onChange }: ControlProps) {
  switch (parameter.kind) {
    case 'text':
      return <TextControl parameter={parameter} value={value} onChange={onChange} />;
    case 'texts':
      return <TextsControl parameter={parameter} value={value} onChange={onChange} />;
    case 'integer':
      return <DurationControl parameter={parameter} value={value} onChange={onChange} />;
    case 'boolean':
      return <BooleanControl parameter={parameter} value={value} onChange={onChange} />;
    case 'choices':
      return <ChoicesControl parameter={parameter} value={value} onChange={onChange} />;
    case 'tags':
      return <TagsControl parameter={parameter} value={value} onChange={onChange} />;
    case 'lines':
      return <LinesControl parameter={parameter} value={value} onChange={onChange} />;
    case 'tag':
    case 'email':
      return <PlainControl parameter={parameter} value={value} onChange={onChange} />;
    case 'reference':
      return <ReferenceControl parameter={parameter} value={value} onChange={onChange} />;
    case 'offered':
      return <OfferedParameter parameter={parameter} value={value} onChange={onChange} />;
    case 'language':
      return <LanguageControl parameter={parameter} value={value} onChange={onChange} />;
  }
}

function useLabel(parameter: Parameter): string {
  const t = useTranslations('rules');
  return t(`parameter.${parameter.name}` as 'parameter.text');
}

function TextControl({ parameter, value, onChange }: Of<'text'>) {
  const label = useLabel(parameter);
  const text = typeof value === 'string' ? value : '';
  const change = (next: string) => onChange(next === '' && parameter.optional ? undefined : next);
  const props = { label, value: text, placeholder: label, onChange: change, multiline: parameter.multiline };
  if (!parameter.placeholders) return <PlainControl parameter={parameter} value={value} onChange={onChange} />;
  if (!parameter.liquid) return <PlaceholderText {...props} />;
  return (
    <Suspense>
      <LiquidText {...props} />
    </Suspense>
  );
}

/** One short entry. Tags in use are offered. */
function PlainControl({ parameter, value, onChange }: Of<'tag' | 'email' | 'text'>) {
  const t = useTranslations('rules');
  const { references } = useRuleEditor();
  const label = useLabel(parameter);
  const listId = useId();
  const isTag = parameter.kind === 'tag';
  return (
    <>
      <Input
        aria-label={label}
        boxClassName="max-w-80"
        type={parameter.kind === 'email' ? 'email' : 'text'}
        list={isTag ? listId : undefined}
        placeholder={parameter.kind === 'email' ? t('editor.example.email') : label}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value)}
      />
      {isTag ? (
        <datalist id={listId}>
          {(references.tags ?? []).map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

function ReferenceControl({ parameter, value, onChange }: Of<'reference'>) {
  const t = useTranslations('rules');
  const { references } = useRuleEditor();
  return (
    <Combobox
      auto
      className={WRAPS}
      label={useLabel(parameter)}
      value={typeof value === 'string' && value !== '' ? value : null}
      placeholder={t('editor.chooseReference', { kind: t(`reference.${parameter.to}`) })}
      options={(references[parameter.to] ?? []).map(({ key, name, note }) => ({ value: key, label: name, hint: note }))}
      onChange={onChange}
    />
  );
}

function OfferedParameter({ parameter, value, onChange }: Of<'offered'>) {
  const label = useLabel(parameter);
  return (
    <OfferedControl
      by={parameter.by}
      label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
    />
  );
}

function LanguageControl({ parameter, value, onChange }: Of<'language'>) {
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const tags = chosen === null || LANGUAGES.includes(chosen) ? LANGUAGES : [chosen, ...LANGUAGES];
  return (
    <Combobox
      auto
      label={useLabel(parameter)}
      value={chosen}
      options={tags.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))}
      onChange={onChange}
    />
  );
}

/** Seconds, shown in the largest unit that keeps them whole. */
function DurationControl({ parameter, value, onChange }: Of<'integer'>) {
  const t = useTranslations('rules');
  const label = useLabel(parameter);
  const seconds = typeof value === 'number' ? value : null;
  const [unit, setUnit] = useState<Unit>(() => largestUnit(seconds ?? 0));
  const shown = seconds === null ? String(value ?? '') : String(seconds / UNITS[unit]);
  const set = (text: string, next: Unit) => onChange(/^\d{1,9}$/.test(text) ? Number(text) * UNITS[next] : text);
  return (
    <span className="flex gap-1.5">
      <Input
        aria-label={label}
        inputMode="numeric"
        boxClassName="w-20!"
        value={shown}
        onChange={(event) => set(event.target.value, unit)}
      />
      <Select
        auto
        label={t('editor.unit')}
        value={unit}
        options={UNIT_NAMES.map((each) => ({ value: each, label: t(`editor.${each}`) }))}
        onChange={(next) => {
          const chosen = UNIT_NAMES.find((each) => each === next) ?? 'seconds';
          setUnit(chosen);
          set(shown, chosen);
        }}
      />
    </span>
  );
}

type Unit = 'seconds' | 'minutes' | 'hours';
const UNITS: Record<Unit, number> = { seconds: 1, minutes: 60, hours: 3_600 };
const UNIT_NAMES: readonly Unit[] = ['seconds', 'minutes', 'hours'];

function largestUnit(seconds: number): Unit {
  if (seconds > 0 && seconds % 3_600 === 0) return 'hours';
  return seconds > 0 && seconds % 60 === 0 ? 'minutes' : 'seconds';
}

function BooleanControl({ parameter, value, onChange }: Of<'boolean'>) {
  const t = useTranslations('rules');
  const label = useLabel(parameter);
  const options = ['true', 'false'].map((each) => ({ value: each, label: t(`option.${each}` as 'option.true') }));
  // One that may be left out is off then.
  if (parameter.optional)
    return <Checkbox label={label} checked={value === true} onChange={(on) => onChange(on ? true : undefined)} />;
  return (
    <Select auto label={label} value={String(value)} options={options} onChange={(next) => onChange(next === 'true')} />
  );
}

function ChoicesControl({ parameter, value, onChange }: Of<'choices'>) {
  const t = useTranslations('rules');
  const label = useLabel(parameter);
  const options = parameter.options.map((each) => ({ value: each, label: t(`option.${each}` as 'option.online') }));
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2 max-phone:basis-full max-phone:flex-wrap">
      <span className="shrink-0 text-ink-3">{t('editor.unless')}</span>
      <MultiSelect
        label={label}
        value={listOf(value)}
        options={options}
        placeholder={t('editor.noUnless')}
        onChange={(next) => onChange(next.length === 0 && parameter.optional ? undefined : next)}
      />
    </span>
  );
}

function TagsControl({ parameter, value, onChange }: Of<'tags'>) {
  const { references } = useRuleEditor();
  return (
    <span className="min-w-40 flex-1">
      <TagInput label={useLabel(parameter)} value={listOf(value)} suggestions={references.tags} onChange={onChange} />
    </span>
  );
}

/** A short list, one entry a line; shown once it is asked for. */
function LinesControl({ parameter, value, onChange }: Of<'lines'>) {
  const t = useTranslations('rules');
  const label = useLabel(parameter);
  const [open, setOpen] = useState(listOf(value).length > 0);
  const [text, setText] = useState(listOf(value).join('\n'));
  if (!open) {
    return (
      <Button variant="quiet" size="sm" icon={<AddIcon />} onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  }
  const change = (next: string) => {
    setText(next);
    const lines = next.split('\n').filter((line) => line.trim() !== '');
    onChange(lines.length === 0 ? undefined : lines);
  };
  return (
    <span className="block basis-full text-xs text-ink-3">
      {label} · {t('editor.onePerLine')}
      <Textarea aria-label={label} rows={2} value={text} onChange={(event) => change(event.target.value)} />
    </span>
  );
}

function TextsControl({ value, onChange }: Of<'texts'>) {
  const t = useTranslations('rules');
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const texts: Readonly<Record<string, Json>> = isTexts(value) ? value : {};
  const change = (next: Record<string, Json>) => onChange(Object.keys(next).length === 0 ? undefined : next);
  const missing = OFFERED.filter((tag) => !(tag in texts));
  const nameOf = (tag: string) => names.of(tag) ?? tag;
  return (
    <div className="flex basis-full flex-col gap-1.5">
      {Object.entries(texts).map(([tag, text]) => (
        <div key={tag} className="flex items-start gap-1.5">
          <span className="mt-1.5 w-20 shrink-0 text-xs text-ink-3">{nameOf(tag)}</span>
          <PlaceholderText
            label={t('editor.textIn', { language: nameOf(tag) })}
            value={String(text)}
            multiline
            onChange={(next) => change({ ...texts, [tag]: next })}
          />
          <IconButton
            size="sm"
            label={t('editor.removeLanguage', { language: nameOf(tag) })}
            icon={<CloseIcon />}
            onClick={() => change(Object.fromEntries(Object.entries(texts).filter(([each]) => each !== tag)))}
          />
        </div>
      ))}
      <span>
        <Menu
          align="start"
          items={missing.map((tag) => ({
            id: tag,
            label: nameOf(tag),
            onSelect: () => change({ ...texts, [tag]: '' }),
          }))}
          trigger={
            <Button variant="quiet" size="sm" icon={<AddIcon />}>
              {t('editor.addLanguage')}
            </Button>
          }
        />
      </span>
    </div>
  );
}

const OFFERED = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pl', 'pt'];
const listOf = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

function isTexts(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
