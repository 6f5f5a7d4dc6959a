'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { contractResolver } from '@/lib/client/contract-resolver';
import { type SetUpInput, setUpInput } from '@/lib/contracts/team';
import { todaysName, zoneNames } from '@/lib/engine/hours/zone-names';
import { NewPasswordField } from './new-password-field';
import { useIssueWords } from './use-issue-words';
import { useOpeningForm } from './use-opening-form';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
];

/** The first account and its administrator. */
export function SetUpForm() {
  const t = useTranslations('auth');
  const locale = useLocale();
  const words = useIssueWords();
  const form = useForm<SetUpInput>({
    resolver: contractResolver(setUpInput, words),
    defaultValues: { accountName: '', language: locale, timeZone: 'UTC', name: '', email: '', password: '' },
  });
  const { register, control, setValue, formState } = form;
  const { errors, isSubmitting } = formState;
  const { submit, failure } = useOpeningForm(form, '/api/v1/set-up');
  const zones = useMemo(() => zoneNames().map((value) => ({ value, label: value })), []);
  // Known in the browser only.
  useEffect(
    () => setValue('timeZone', todaysName(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC')),
    [setValue],
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure ? <Notice tone="stop">{failure}</Notice> : null}
      <Field label={t('team')} hint={t('teamHint')} error={errors.accountName?.message} required>
        <Input {...register('accountName')} autoComplete="organization" autoFocus size="lg" />
      </Field>
      <div className="grid gap-4 phone:grid-cols-2">
        <Field label={t('language')} error={errors.language?.message}>
          <Controller
            control={control}
            name="language"
            render={({ field }) => (
              <Select value={field.value} onChange={field.onChange} options={languages} size="lg" />
            )}
          />
        </Field>
        <Field label={t('timeZone')} error={errors.timeZone?.message}>
          <Controller
            control={control}
            name="timeZone"
            render={({ field }) => <Combobox value={field.value} onChange={field.onChange} options={zones} size="lg" />}
          />
        </Field>
      </div>
      <Field label={t('name')} error={errors.name?.message} required>
        <Input {...register('name')} autoComplete="name" size="lg" />
      </Field>
      <Field label={t('email')} error={errors.email?.message} required>
        <Input {...register('email')} type="email" autoComplete="username" size="lg" />
      </Field>
      <NewPasswordField {...register('password')} error={errors.password?.message} />
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting} className="mt-1 self-start">
        {t('createAccount')}
      </Button>
    </form>
  );
}
