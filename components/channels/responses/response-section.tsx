'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { UndoIcon } from '@/components/ui/icons';
import { MultiSelect } from '@/components/ui/multi-select';
import { SectionCard } from '@/components/ui/section-card';
import { Textarea } from '@/components/ui/textarea';
import { type MessagingResponse, RESPONSE_TEXT_LENGTH, responseDetail } from '@/lib/contracts/responses';
import { useFormats } from '@/lib/i18n/use-formats';
import { type Kind, type TextField, textIn, withText } from './responses-draft';

export type Step = 'greeting' | 'details' | 'follow-up';

interface ResponseSectionProps {
  kind: Kind;
  response: MessagingResponse;
  /** Null: the plain texts are edited. */
  variant: string | null;
  /** Name of the language that serves readers of an empty variant. */
  baseLanguage: string;
  inUse: boolean;
  note: ReactNode;
  /** Why it does not apply at the moment; the fields are disabled then. */
  disabledReason: string | null;
  isDefault: boolean;
  mayWrite: boolean;
  errorAt: (path: string) => string | undefined;
  onChange: (response: MessagingResponse) => void;
  onReset: () => void;
  /** Which part of the conversation is being written: the preview shows it. */
  onStep: (step: Step) => void;
}

/** First message, customer details and follow-up message of one of the two responses. */
export function ResponseSection(props: ResponseSectionProps) {
  const { kind, response, variant, inUse, note, disabledReason, isDefault, mayWrite, errorAt, onChange, onStep } =
    props;
  const t = useTranslations('responses');
  const put = (change: Partial<MessagingResponse>) => onChange({ ...response, ...change });
  return (
    <SectionCard
      title={t(`section.${kind}`)}
      badge={disabledReason ? <Badge>{t('disabled')}</Badge> : inUse ? <Badge tone="go">{t('inUse')}</Badge> : null}
      note={note}
      action={
        mayWrite && !disabledReason ? (
          <Button
            size="xs"
            variant="quiet"
            icon={<UndoIcon className="size-3.5" />}
            disabledReason={isDefault ? t('isDefault') : null}
            onClick={props.onReset}
          >
            {t('useDefaults')}
          </Button>
        ) : null
      }
    >
      {disabledReason ? <p className="mb-3 text-ink-2">{disabledReason}</p> : null}
      <fieldset
        disabled={!mayWrite || disabledReason !== null}
        className="m-0 grid min-w-0 gap-3 border-0 p-0 disabled:[&_label]:text-ink-3"
      >
        <legend className="sr-only">{t(`section.${kind}`)}</legend>
        <TextOf
          field="firstMessage"
          when={t('when.firstMessage')}
          {...{ kind, response, variant, errorAt, put, baseLanguage: props.baseLanguage }}
          onFocus={() => onStep('greeting')}
        />
        <div className="grid gap-3 phone:grid-cols-[296px_minmax(0,1fr)]">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: focus is noticed, nothing is done */}
          <div onFocus={() => onStep('details')}>
            <Field
              label={<Labelled name={t('details')} when={t('when.details')} />}
              hint={t(response.details.includes('email') ? 'asciiHint' : 'detailsHint')}
              error={errorAt(`${kind}.details`)}
            >
              <MultiSelect
                value={response.details}
                placeholder={t('nothingAsked')}
                options={responseDetail.options.map((value) => ({ value, label: t(`detail.${value}`) }))}
                onChange={(chosen) => put({ details: responseDetail.options.filter((each) => chosen.includes(each)) })}
              />
            </Field>
          </div>
          <TextOf
            field="followUp"
            when={t('when.followUp')}
            {...{ kind, response, variant, errorAt, put, baseLanguage: props.baseLanguage }}
            onFocus={() => onStep('follow-up')}
          />
        </div>
      </fieldset>
    </SectionCard>
  );
}

interface TextOfProps {
  field: TextField;
  when: string;
  kind: Kind;
  response: MessagingResponse;
  variant: string | null;
  baseLanguage: string;
  errorAt: (path: string) => string | undefined;
  put: (change: Partial<MessagingResponse>) => void;
  onFocus: () => void;
}

/** One text in the language that is being edited. */
function TextOf({ field, when, kind, response, variant, baseLanguage, errorAt, put, onFocus }: TextOfProps) {
  const t = useTranslations('responses');
  const formats = useFormats();
  const given = response[field];
  const text = textIn(given, variant);
  const path = `${kind}.${field}.${variant === null ? 'text' : `byLanguage.${variant}`}`;
  const missing = variant !== null && text === '';
  return (
    <Field
      label={<Labelled name={t(field)} when={when} />}
      hint={missing ? t('noVariant', { language: baseLanguage }) : text === '' ? t('saysNothing') : null}
      error={
        errorAt(path) ?? (text.length > RESPONSE_TEXT_LENGTH ? t('tooLong', { maximum: RESPONSE_TEXT_LENGTH }) : null)
      }
      aside={
        <span className="text-xs text-ink-3 tabular-nums">
          {t('count', { count: formats.number(text.length), maximum: formats.number(RESPONSE_TEXT_LENGTH) })}
        </span>
      }
    >
      <Textarea
        rows={2}
        lang={variant ?? undefined}
        value={text}
        placeholder={missing ? given.text : undefined}
        onFocus={onFocus}
        onChange={(event) => put({ [field]: withText(given, variant, event.target.value) })}
      />
    </Field>
  );
}

function Labelled({ name, when }: { name: string; when: string }) {
  return (
    <>
      {name} <span className="ml-1 font-normal text-ink-3">{when}</span>
    </>
  );
}
