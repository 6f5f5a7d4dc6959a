'use client';

import { useTranslations } from 'next-intl';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { PasswordInput } from './password-input';

export function NewPasswordField({
  error,
  label,
  ...register
}: UseFormRegisterReturn & { error: string | undefined; label?: string }) {
  const t = useTranslations('auth');
  return (
    <Field label={label ?? t('newPassword')} hint={t('passwordHint')} error={error} required>
      <PasswordInput {...register} autoComplete="new-password" size="lg" />
    </Field>
  );
}
