'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ResponseText } from '@/lib/engine/responses/response';
import { textIn, withText } from './draft';
import { useBotEditor } from './editor-context';
import { useLanguageNames } from './language-names';

interface VariantFieldProps {
  label: string;
  hideLabel?: boolean;
  value: ResponseText;
  /** Where its issues stand: `greeting` for `greeting.text` and `greeting.byLanguage.fr`. */
  path: string;
  hint?: string;
  /** One line. */
  short?: boolean;
  required?: boolean;
  maxLength: number;
  rows?: number;
  onChange: (value: ResponseText) => void;
}

/** A text in the language that is being written; the bot's own stands behind a variant that is empty. */
export function VariantField(props: VariantFieldProps) {
  const { label, hideLabel, value, path, hint, short, required, maxLength, rows = 2, onChange } = props;
  const t = useTranslations('bots.editor');
  const { variant, mayWrite, errors } = useBotEditor();
  const nameOf = useLanguageNames();
  const error = errors[variant === null ? `${path}.text` : `${path}.byLanguage.${variant}`];
  const control = {
    value: textIn(value, variant),
    maxLength,
    readOnly: !mayWrite,
    lang: variant ?? undefined,
    placeholder: variant === null ? undefined : value.text,
    onChange: ({ target }: { target: { value: string } }) => onChange(withText(value, variant, target.value)),
  };
  const inVariant = variant === null ? label : t('inLanguage', { label, language: nameOf(variant) });
  return (
    <Field label={inVariant} hideLabel={hideLabel} error={error} hint={hint} required={required && variant === null}>
      {short ? <Input {...control} /> : <Textarea rows={rows} {...control} />}
    </Field>
  );
}
