'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { LIMITS } from '@/lib/engine/limits';
import type { RuleArea } from './rule-tabs';

interface Names {
  readonly name: string;
  readonly description: string;
}

interface NameFieldsProps {
  area: RuleArea;
  settings: Names;
  errors: Readonly<Record<string, string>>;
  onChange: (settings: Partial<Names>) => void;
}

/** What a rule is called, and what it is for. */
export function NameFields({ area, settings, errors, onChange }: NameFieldsProps) {
  const t = useTranslations('rules.page');
  const own = useTranslations(`${area}.editor`);
  return (
    <>
      <Field label={t('name')} error={errors.name} required>
        <Input
          value={settings.name}
          maxLength={LIMITS.nameLength}
          placeholder={own('namePlaceholder')}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field label={t('description')} error={errors.description}>
        <Textarea
          value={settings.description}
          rows={1}
          // As high as the name beside it.
          className="max-phone:min-h-11! phone:min-h-8! phone:py-[5px]!"
          maxLength={LIMITS.descriptionLength}
          placeholder={own('descriptionPlaceholder')}
          onChange={(event) => onChange({ description: event.target.value.replaceAll('\n', ' ') })}
        />
      </Field>
    </>
  );
}
