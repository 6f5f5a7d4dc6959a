'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { CombinatorPicker, GroupItems } from '@/components/rule-editor/condition-group';
import type { Edit } from '@/components/rule-editor/edit-draft';
import { type References, RuleEditorProvider, type SeenVerdict } from '@/components/rule-editor/editor-context';
import { FieldError } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Verdict } from '@/components/ui/verdict';
import { eventOf, eventsFor, fieldsFor } from '@/lib/engine/registry';
import type { MessageForm, Settings } from './message-form';

interface RulesSectionProps {
  /** How many conditions there are in all. */
  conditions: number;
  form: MessageForm;
  references: References;
  errors: Readonly<Record<string, string>>;
  verdicts: Readonly<Record<string, SeenVerdict>>;
  dispatch: Dispatch<Edit>;
  onChange: (settings: Partial<Settings>) => void;
}

/** When the conditions are asked, and the conditions: the editor of every family's rules. */
export function RulesSection({
  form,
  conditions,
  references,
  errors,
  verdicts,
  dispatch,
  onChange,
}: RulesSectionProps) {
  const { on } = form.settings;
  const path = `when.${form.when.combinator}`;
  const top = verdicts.when;
  return (
    <RuleEditorProvider
      value={{
        family: 'proactive',
        event: on.event,
        nestsAfter: 2,
        conditions,
        references,
        errors,
        verdicts,
        dispatch,
      }}
    >
      <OccasionField
        on={on}
        error={errors['on.seconds'] ?? errors['on.event']}
        onChange={(next) => onChange({ on: next })}
      />
      <div className="grid gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <CombinatorPicker group={form.when} />
          {top ? (
            <span className="ml-auto">
              <Verdict state={top.verdict} />
            </span>
          ) : null}
        </div>
        <div className="rounded-md border border-line">
          <GroupItems group={form.when} path="when" depth={1} />
        </div>
        {errors.when || errors[path] ? <FieldError>{errors.when ?? errors[path]}</FieldError> : null}
        <Legend />
      </div>
    </RuleEditorProvider>
  );
}

interface OccasionFieldProps {
  on: Settings['on'];
  error: string | undefined;
  onChange: (on: Settings['on']) => void;
}

/** The event, and for how long the page must be in sight: minutes and seconds. */
function OccasionField({ on, error, onChange }: OccasionFieldProps) {
  const t = useTranslations('proactive.editor');
  const rules = useTranslations('rules');
  const limits = eventOf(on.event)?.seconds;
  const total = on.seconds ?? limits?.min ?? 0;
  const minutes = Math.floor(total / 60);
  const seconds = total - minutes * 60;
  const set = (m: number, s: number) => onChange({ ...on, seconds: Math.min(m, 59) * 60 + Math.min(s, 59) });
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('whenToCheck')}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          auto
          label={t('whenToCheck')}
          value={on.event}
          options={eventsFor('proactive').map(({ id: event }) => ({
            value: event,
            label: rules(`event.${event}` as 'event.page_loaded'),
          }))}
          onChange={(event) => onChange(eventOf(event)?.seconds ? { event, seconds: 30 } : { event })}
        />
        {limits ? (
          <>
            <span className="text-ink-2">{t('for')}</span>
            <Whole label={t('minutes')} unit={t('min')} value={minutes} onChange={(m) => set(m, seconds)} />
            <Whole label={t('seconds')} unit={t('s')} value={seconds} onChange={(s) => set(minutes, s)} />
          </>
        ) : null}
      </div>
      {error ? (
        <FieldError>{error}</FieldError>
      ) : (
        <p className="text-xs text-ink-3">{rules(`eventHint.${on.event}` as 'eventHint.page_loaded')}</p>
      )}
    </fieldset>
  );
}

interface WholeProps {
  label: string;
  unit: string;
  value: number;
  onChange: (value: number) => void;
}

function Whole({ label, unit, value, onChange }: WholeProps) {
  return (
    <Input
      boxClassName="w-20!"
      aria-label={label}
      type="number"
      min={0}
      max={59}
      value={value}
      tail={<span className="text-xs text-ink-3">{unit}</span>}
      onChange={(event) => onChange(Math.max(0, Math.trunc(Number(event.target.value)) || 0))}
    />
  );
}

/** What each field means. */
function Legend() {
  const t = useTranslations('proactive');
  const rules = useTranslations('rules');
  return (
    <details className="text-ink-2">
      <summary className="cursor-pointer text-xs text-ink-3 hover:text-ink">{t('editor.legend')}</summary>
      <dl className="mt-2 grid grid-cols-[minmax(0,12rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-phone:grid-cols-1">
        {fieldsFor('proactive').map(({ id }) => (
          <div key={id} className="contents">
            <dt className="font-medium">{rules(`field.${id}` as 'field.message')}</dt>
            <dd className="max-phone:mb-1">{t(`legend.${id}` as 'legend.schedule')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
