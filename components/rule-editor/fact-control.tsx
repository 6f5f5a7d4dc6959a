'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import { fieldOf, placeholders } from '@/lib/engine/registry';
import type { FactValue, ValueType } from '@/lib/engine/value';
import type { References } from './editor-context';
import { fieldWords } from './value-words';

export interface FactControlProps {
  id: string;
  of?: string;
  value: FactValue | undefined;
  references: References;
  onChange: (value: FactValue) => void;
}

/** One fact, labelled and editable in the way of its type. */
export function FactControl({ id, of, value, references, onChange }: FactControlProps) {
  const t = useTranslations('rules');
  const field = fieldOf(id);
  const label = field
    ? fieldWords(t, id, field.of && of !== undefined ? { [field.of]: of } : undefined, references)
    : t(`placeholder.${id}` as 'placeholder.message');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] items-center gap-2 py-0.5">
      <span className="text-ink-2" aria-hidden="true">
        {label}
      </span>
      <Control label={label} id={id} value={value} references={references} onChange={onChange} />
    </div>
  );
}

function Control({ label, id, value, references, onChange }: FactControlProps & { label: string }) {
  const t = useTranslations('rules');
  const type = fieldOf(id)?.type ?? placeholderType(id);
  const choose = (options: { value: string; label: string }[], parse: (text: string) => FactValue = (text) => text) => (
    <Select
      label={label}
      value={value === null || value === undefined ? undefined : String(value)}
      options={options}
      onChange={(next) => onChange(parse(next))}
    />
  );
  switch (type.kind) {
    case 'boolean':
      return choose(
        ['true', 'false'].map((each) => ({ value: each, label: t(`option.${each}` as 'option.true') })),
        (text) => text === 'true',
      );
    case 'choice':
    case 'state':
      return choose(type.options.map((each) => ({ value: each, label: t(`option.${each}` as 'option.online') })));
    case 'reference':
      return choose((references[type.to] ?? []).map(({ key, name }) => ({ value: key, label: name })));
    case 'set':
      return (
        <TagInput
          label={label}
          value={Array.isArray(value) ? value.map(String) : []}
          suggestions={references.tags}
          onChange={onChange}
        />
      );
    case 'integer':
      if (type.labels)
        return choose(
          WEEKDAYS.map((each) => ({ value: each, label: t(`weekday.${each}` as 'weekday.0') })),
          Number,
        );
      return (
        <Input
          aria-label={label}
          inputMode="numeric"
          value={value === null || value === undefined ? '' : String(value)}
          onChange={(event) => onChange(/^\d{1,15}$/.test(event.target.value) ? Number(event.target.value) : null)}
        />
      );
    default:
      return (
        <Input aria-label={label} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
      );
  }
}

/** Placeholders that show no field: an estimate, the bot's name. */
function placeholderType(id: string): ValueType {
  const whole = placeholders.find((each) => each.id === id)?.type === 'integer';
  return whole ? { kind: 'integer', min: 0, max: 32_000 } : { kind: 'text' };
}

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'];
