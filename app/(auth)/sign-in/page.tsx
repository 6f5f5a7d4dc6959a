import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthScreen } from '@/components/auth/auth-screen';
import { SignInForm } from '@/components/auth/sign-in-form';
import { getDatabase } from '@/db/client';
import { currentActor } from '@/lib/auth/current-actor';
import { returnPath } from '@/lib/auth/return-path';
import { environment } from '@/lib/environment';
import { needsSetUp } from '@/lib/services/set-up/set-up';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('signIn') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { from, error } = await searchParams;
  const target = returnPath(typeof from === 'string' ? from : undefined);
  if (await needsSetUp(await getDatabase())) redirect('/set-up');
  if (await currentActor()) redirect(target);
  const t = await getTranslations('auth');
  return (
    <AuthScreen title={t('title')} note={t('note')}>
      <SignInForm from={target} singleSignOn={environment().oidc?.name ?? null} cameBack={cameBack(error)} />
    </AuthScreen>
  );
}

/** Why somebody comes back from single sign-on without a session; every failure of the issuer's is one of these. */
function cameBack(error: unknown): 'not_invited' | 'single_sign_on' | null {
  if (typeof error !== 'string') return null;
  return error === 'not_invited' || error === 'AccessDenied' ? 'not_invited' : 'single_sign_on';
}
