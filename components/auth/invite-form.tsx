'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { contractResolver } from '@/lib/client/contract-resolver';
import { type AcceptInvitationInput, acceptInvitationInput } from '@/lib/contracts/team';
import { NewPasswordField } from './new-password-field';
import { useIssueWords } from './use-issue-words';
import { useOpeningForm } from './use-opening-form';

export interface InviteFormProps {
  token: string;
  email: string;
  name: string;
  /** A link for a new password: the button says so. */
  known: boolean;
}

export function InviteForm({ token, email, name, known }: InviteFormProps) {
  const t = useTranslations('auth');
  const words = useIssueWords();
  const form = useForm<AcceptInvitationInput>({
    resolver: contractResolver(acceptInvitationInput, words),
    defaultValues: { token, name, password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { submit, failure } = useOpeningForm(form, '/api/v1/invitations/accept');
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure ? <Notice tone="stop">{failure}</Notice> : null}
      <Field label={t('email')}>
        <Input value={email} readOnly autoComplete="username" size="lg" />
      </Field>
      <Field label={t('name')} error={errors.name?.message} required>
        <Input {...form.register('name')} autoComplete="name" size="lg" />
      </Field>
      <NewPasswordField {...form.register('password')} error={errors.password?.message} />
      <Button type="submit" variant="primary" size="lg" busy={isSubmitting} className="mt-1 self-start">
        {known ? t('setPassword') : t('join')}
      </Button>
    </form>
  );
}
