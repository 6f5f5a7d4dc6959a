import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountForm } from '@/components/settings/account-form';
import { requireSession } from '@/lib/auth/current-actor';
import { getAccount } from '@/lib/services/account/read';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const context = await requireSession();
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <AccountForm initial={await getAccount(context)} zones={zones} mayManage={may(context.actor, 'settings.manage')} />
  );
}
