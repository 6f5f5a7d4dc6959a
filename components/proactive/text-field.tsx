'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { EmojiButton } from '@/components/ui/emoji-button';
import { Field } from '@/components/ui/field';
import { CheckIcon } from '@/components/ui/icons';
import { insertText } from '@/components/ui/insert-text';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import { LIMITS } from '@/lib/engine/limits';
import type { ProactiveText } from '@/lib/engine/proactive/message';
import { textIn, withText } from './message-form';

interface TextFieldProps {
  label: string;
  hint?: string;
  error?: string;
  value: ProactiveText;
  rows?: number;
  onChange: (value: ProactiveText) => void;
}

const LANGUAGES = ['en', 'fr'] as const;
type Shown = 'all' | (typeof LANGUAGES)[number];

/** A text for everybody with variants by language, an emoji picker, and how much is left. */
export function TextField({ label, hint, error, value, rows = 3, onChange }: TextFieldProps) {
  const t = useTranslations('proactive.editor');
  const [shown, setShown] = useState<Shown>('all');
  const area = useRef<HTMLTextAreaElement>(null);
  const language = shown === 'all' ? null : shown;
  const text = textIn(value, language);
  return (
    <Field
      label={label}
      hint={language === null ? hint : t('variantHint')}
      error={error}
      aside={
        <Segmented
          label={t('variant')}
          value={shown}
          onChange={setShown}
          segments={[
            { value: 'all', label: t('everybody') },
            ...LANGUAGES.map((each) => ({
              value: each,
              label: each.toUpperCase(),
              icon: textIn(value, each) === '' ? undefined : <CheckIcon className="size-3" aria-hidden="true" />,
            })),
          ]}
        />
      }
    >
      <div className="grid gap-1">
        <Textarea
          ref={area}
          rows={rows}
          lang={language ?? undefined}
          value={text}
          maxLength={LIMITS.textLength}
          placeholder={language === null ? undefined : textIn(value, null)}
          onChange={(event) => onChange(withText(value, language, event.target.value))}
        />
        <span className="flex items-center gap-2">
          <EmojiButton onChoose={(emoji) => area.current && insertText(area.current, emoji)} />
          <span className="ml-auto text-xs text-ink-3 tabular-nums" aria-live="off">
            {t('length', { count: text.length })}
          </span>
        </span>
      </div>
    </Field>
  );
}
