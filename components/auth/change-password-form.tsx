'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { contractResolver } from '@/lib/client/contract-resolver';
import { fetchJson, Problem, problemText } from '@/lib/client/fetcher';
import { type PasswordChange, passwordChange } from '@/lib/contracts/team';
import { enter } from './enter';
import { NewPasswordField } from './new-password-field';
import { PasswordInput } from './password-input';
import { useIssueWords } from './use-issue-words';

const EMPTY: PasswordChange = { currentPassword: '', newPassword: '' };

/** Every other session ends; this browser signs in anew with what was just typed. */
export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations('auth.change');
  const errors = useTranslations('errors');
  const words = useIssueWords();
  const [failure, setFailure] = useState<string>();
  const { register, handleSubmit, setError, reset, formState } = useForm<PasswordChange>({
    resolver: contractResolver(passwordChange, words),
    defaultValues: EMPTY,
  });
  const submit = handleSubmit(async (values) => {
    setFailure(undefined);
    try {
      await fetchJson('/api/v1/me/password', { method: 'PUT', body: values });
      if (await enter(email, values.newPassword)) return window.location.assign('/sign-in');
      reset(EMPTY);
      toast(t('done'));
    } catch (error) {
      const issues = error instanceof Problem ? error.issues : [];
      for (const { path, code, message } of issues) {
        if (path === 'currentPassword' || path === 'newPassword')
          setError(path, { type: code, message }, { shouldFocus: true });
      }
      if (issues.length === 0) setFailure(problemText(error, errors('code.unavailable')));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {/* Tells password managers whose password changes. */}
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      {failure ? <Notice tone="stop">{failure}</Notice> : null}
      <Field label={t('current')} error={formState.errors.currentPassword?.message} required>
        <PasswordInput {...register('currentPassword')} autoComplete="current-password" />
      </Field>
      <NewPasswordField {...register('newPassword')} label={t('new')} error={formState.errors.newPassword?.message} />
      <p className="text-xs text-ink-3">{t('others')}</p>
      <div>
        <Button type="submit" busy={formState.isSubmitting}>
          {t('verb')}
        </Button>
      </div>
    </form>
  );
}
