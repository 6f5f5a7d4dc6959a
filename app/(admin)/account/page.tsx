import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ChangePasswordForm } from '@/components/auth/change-password-form';
import { ProfileCard } from '@/components/me/profile-card';
import { StatusCard } from '@/components/me/status-card';
import { PreferencesCard } from '@/components/shell/preferences-card';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { zoneNames } from '@/lib/engine/hours/zone-names';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getMe } from '@/lib/services/session/me';
import { getWorkspaceMe } from '@/lib/services/workspace/me';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('me');
  return { title: t('title') };
}

export default async function AccountPage() {
  const context = await requireSession();
  const [t, locale, me, workspace] = await Promise.all([
    getTranslations('me'),
    getLocale(),
    getMe(context),
    getWorkspaceMe(context),
  ]);
  return (
    <ClientMessages areas={['me', 'auth', 'problems']}>
      <PageHeader title={t('title')} />
      <div className="grid max-w-160 gap-4 p-5 max-phone:p-4">
        <StatusCard initial={workspace} />
        <ProfileCard me={me} groups={workspace.groups.map(({ name }) => name)} zones={zoneNames(me.timeZone)} />
        <PreferencesCard locale={locale} />
        <Card title={t('password')}>
          {me.email && me.password ? <ChangePasswordForm email={me.email} /> : <p>{t('noPassword')}</p>}
        </Card>
      </div>
    </ClientMessages>
  );
}
