'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { IntegrationDraft } from '@/lib/client/integrations';
import type { ConnectorDefinition, ConnectorField } from '@/lib/contracts/connectors/definition';
import { ReferenceSelect } from './reference-select';

interface ConnectorFieldsProps {
  definition: ConnectorDefinition;
  draft: IntegrationDraft;
  /** Names of the secrets that are kept already. */
  kept: readonly string[];
  /** By the path of the contract. */
  errorAt: (path: string) => string | undefined;
  onChange: (change: Partial<IntegrationDraft>) => void;
}

/** What a kind of integration asks for, as its definition says. */
export function ConnectorFields({ definition, draft, kept, errorAt, onChange }: ConnectorFieldsProps) {
  const t = useTranslations('integrations');
  const sections = [...new Set(definition.fields.map(({ section }) => section))];
  const render = (field: ConnectorField) => (
    <FieldControl key={field.name} {...{ field, draft, kept, errorAt, onChange }} />
  );
  return sections.map((section) => {
    const fields = definition.fields.filter((field) => field.section === section).map(render);
    if (section === undefined) return fields;
    return (
      <fieldset key={section} className="grid gap-4 border-t border-line pt-3">
        <legend className="sr-only">{t(`section.${section}` as 'section.limits')}</legend>
        <span aria-hidden="true" className="text-xs font-semibold">
          {t(`section.${section}` as 'section.limits')}
        </span>
        {fields}
      </fieldset>
    );
  });
}

interface FieldControlProps extends Omit<ConnectorFieldsProps, 'definition'> {
  field: ConnectorField;
}

function FieldControl({ field, draft, kept, errorAt, onChange }: FieldControlProps) {
  const t = useTranslations('integrations');
  const { name, required = false } = field;
  const words = `kind.${draft.kind}.field.${name}` as 'kind.ai.field.model';
  const hintKey = `kind.${draft.kind}.hint.${name}` as 'kind.ai.hint.address';
  const hint = t.has(hintKey) ? t(hintKey) : undefined;
  const value = draft.settings[name];
  const set = (next: unknown) => onChange({ settings: { ...draft.settings, [name]: next } });
  if (field.control === 'boolean')
    return <Checkbox label={t(words)} hint={hint} checked={value === true} onChange={set} />;
  if (field.control === 'secret') {
    const isKept = kept.includes(name);
    const change = (text: string) => {
      const { [name]: _, ...others } = draft.secrets;
      onChange({ secrets: text === '' ? others : { ...others, [name]: text } });
    };
    return (
      <Field
        label={t(words)}
        hint={isKept ? t('keptHint') : hint}
        error={errorAt(`secrets.${name}`)}
        required={required && !isKept}
      >
        <Input
          type="password"
          autoComplete="new-password"
          placeholder={isKept ? t('kept') : undefined}
          value={draft.secrets[name] ?? ''}
          onChange={(event) => change(event.target.value)}
        />
      </Field>
    );
  }
  return (
    <Field label={t(words)} hint={hint} error={errorAt(`settings.${name}`)} required={required}>
      {field.control === 'reference' ? (
        <ReferenceSelect to={field.to} value={String(value ?? '')} onChange={set} />
      ) : field.control === 'choice' ? (
        <Select
          value={String(value ?? '')}
          options={field.options.map((each) => ({
            value: each,
            label: t(`kind.${draft.kind}.option.${each}` as 'kind.ai.option.en'),
          }))}
          onChange={set}
        />
      ) : field.control === 'number' ? (
        <Input
          inputMode="numeric"
          value={String(value ?? '')}
          onChange={(event) =>
            set(/^\d{1,12}$/.test(event.target.value) ? Number(event.target.value) : event.target.value)
          }
        />
      ) : (
        <Input
          placeholder={field.example}
          value={String(value ?? '')}
          onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </Field>
  );
}
