import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthScreen } from '@/components/auth/auth-screen';
import { InviteForm } from '@/components/auth/invite-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { getDatabase } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { findInvitation, type OpenInvitation } from '@/lib/services/team/accept-invitation';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('join'), referrer: 'no-referrer' };
}

export default async function InvitePage({ params }: Props) {
  const { token } = await params;
  const invitation = await find(token);
  const t = await getTranslations('auth');
  if (!invitation)
    return (
      <AuthScreen title={t('inviteGone')}>
        <Notice tone="wait">{t('inviteGoneText')}</Notice>
        <ButtonLink href="/sign-in" className="self-start">
          {t('toSignIn')}
        </ButtonLink>
      </AuthScreen>
    );
  const { email, name, accountName, hasPassword } = invitation;
  return (
    <AuthScreen title={hasPassword ? t('newPasswordTitle') : t('inviteTitle', { account: accountName })}>
      <InviteForm token={token} email={email} name={name} known={hasPassword} />
    </AuthScreen>
  );
}

async function find(token: string): Promise<OpenInvitation | undefined> {
  try {
    return await findInvitation(await getDatabase(), token);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
