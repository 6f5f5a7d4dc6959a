'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { contractResolver } from '@/lib/client/contract-resolver';
import { type Credentials, credentials } from '@/lib/contracts/team';
import { enter, type Refusal } from './enter';
import { PasswordInput } from './password-input';
import { useIssueWords } from './use-issue-words';

export interface SignInFormProps {
  /** Path of ours to go to afterwards. */
  from: string;
  /** Name of single sign-on, if there is any. */
  singleSignOn: string | null;
  /** Why the visitor came back without a session. */
  cameBack: 'not_invited' | 'single_sign_on' | null;
}

export function SignInForm({ from, singleSignOn, cameBack }: SignInFormProps) {
  const t = useTranslations('auth');
  const words = useIssueWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const { register, handleSubmit, formState, setFocus } = useForm<Credentials>({
    resolver: contractResolver(credentials, words),
    defaultValues: { email: '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ email, password }) => {
    const refused = await enter(email, password);
    setRefusal(refused);
    if (refused) setFocus('password');
    // A whole load: what was rendered for a stranger is of no use.
    else window.location.assign(from);
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refusal ? <Notice tone="stop">{t(`refusal.${refusal.code}`, { seconds: refusal.seconds })}</Notice> : null}
      {cameBack && !refusal ? <Notice tone="stop">{t(`refusal.${cameBack}`)}</Notice> : null}
      <Field label={t('email')} error={errors.email?.message}>
        <Input {...register('email')} type="email" autoComplete="username" autoFocus size="lg" />
      </Field>
      <Field label={t('password')} error={errors.password?.message}>
        <PasswordInput {...register('password')} autoComplete="current-password" size="lg" />
      </Field>
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" size="lg" busy={isSubmitting}>
          {t('signIn')}
        </Button>
        {singleSignOn ? (
          <Button size="lg" onClick={() => signIn('oidc', { callbackUrl: from })}>
            {t('signInWith', { name: singleSignOn })}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
