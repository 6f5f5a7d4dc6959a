import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReplyList } from '@/components/workspace/reply-list';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace.replies');
  return { title: t('title') };
}

export default async function CannedRepliesPage() {
  const { actor } = await requireSession();
  return (
    <ClientMessages areas={['workspace', 'rules']}>
      <ReplyList mayShare={actor.role !== 'agent'} />
    </ClientMessages>
  );
}
