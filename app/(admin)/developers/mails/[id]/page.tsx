import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MailView } from '@/components/developers/mail-view';
import { EmptyState } from '@/components/ui/empty-state';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getMail, mailboxConnected } from '@/lib/services/mails/read';
import { may } from '@/lib/services/permit';
import { orNotFound } from '../../../log/or-not-found';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.page');
  return { title: t('title') };
}

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const context = await requireSession();
  const t = await getTranslations('mail.page');
  if (!may(context.actor, 'mails.read')) return <EmptyState title={t('forbidden')} />;
  const id = decode((await params).id);
  const [mail, connected] = await Promise.all([orNotFound(getMail(context, id)), mailboxConnected(context)]);
  return (
    <ClientMessages areas={['mail', 'firings']}>
      <MailView mail={mail} connected={connected} />
    </ClientMessages>
  );
}

/** What is written after `/developers/mails/`. */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    notFound();
  }
}
