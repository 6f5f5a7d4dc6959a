import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConversationFilterBar } from '@/components/log/conversation-filter-bar';
import { ConversationTable } from '@/components/log/conversation-table';
import { conversationsAddress } from '@/components/log/conversations-address';
import { type AddressParams, first } from '@/components/log/log-filters';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getFormats } from '@/lib/i18n/get-formats';
import { listConversations } from '@/lib/services/conversations/read';
import { readReferences } from '../log/read-references';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('log.conversations');
  return { title: t('title') };
}

export default async function ConversationsPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const context = await requireSession();
  const params = await searchParams;
  const phase = (['open', 'ended'] as const).find((each) => each === first(params.phase));
  const filters = { search: first(params.search).slice(0, 200), phase: phase ?? ('' as const) };
  const cursor = first(params.cursor);
  const [t, formats, references, { items, next }] = await Promise.all([
    getTranslations('log'),
    getFormats(),
    readReferences(context),
    listConversations(context, {
      limit: 50,
      ...(filters.search.trim() && { search: filters.search }),
      ...(phase && { phase }),
      ...(cursor && { cursor }),
    }),
  ]);
  const narrowed = filters.search !== '' || phase !== undefined || cursor !== '';
  const [newest, oldest] = [items[0], items.at(-1)];
  return (
    <ClientMessages areas={['log', 'firings']}>
      <PageHeader title={t('conversations.title')} />
      <ConversationFilterBar filters={filters} live={cursor === ''} />
      {newest && oldest ? (
        <>
          <ConversationTable conversations={items} references={references} />
          <ListFoot
            range={t('foot.range', { from: formats.exact(newest.createdAt), to: formats.exact(oldest.createdAt) })}
            previous={cursor === '' ? undefined : { href: conversationsAddress(filters) }}
            next={next === null ? undefined : { href: conversationsAddress(filters, next) }}
          />
        </>
      ) : narrowed ? (
        <EmptyState
          title={t('conversations.emptyFiltered')}
          actions={<ButtonLink href="/conversations">{t('filter.clear')}</ButtonLink>}
        />
      ) : (
        <EmptyState title={t('conversations.empty')} text={t('conversations.emptyText')} />
      )}
    </ClientMessages>
  );
}
