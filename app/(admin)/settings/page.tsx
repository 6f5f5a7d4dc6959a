import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountForm } from '@/components/settings/account-form';
import { requireSession } from '@/lib/auth/current-actor';
import { zoneNames } from '@/lib/engine/hours/zone-names';
import { getAccount } from '@/lib/services/account/read';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const context = await requireSession();
  const account = await getAccount(context);
  const zones = zoneNames(account.timeZone);
  return <AccountForm initial={account} zones={zones} mayManage={may(context.actor, 'settings.manage')} />;
}
