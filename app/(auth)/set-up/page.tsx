import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AuthScreen } from '@/components/auth/auth-screen';
import { SetUpForm } from '@/components/auth/set-up-form';
import { getDatabase } from '@/db/client';
import { needsSetUp } from '@/lib/services/set-up/set-up';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('setUpTitle') };
}

/** Only on an empty database. */
export default async function SetUpPage() {
  if (!(await needsSetUp(await getDatabase()))) redirect('/sign-in');
  const t = await getTranslations('auth');
  return (
    <AuthScreen title={t('setUpTitle')}>
      <SetUpForm />
    </AuthScreen>
  );
}
