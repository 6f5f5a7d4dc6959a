import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailFilterBar } from '@/components/developers/mail-filter-bar';
import { MailTable } from '@/components/developers/mail-table';
import { ConnectMailbox } from '@/components/developers/mail-view';
import { MAILS, mailsAddress, readMailFilters } from '@/components/developers/mails-address';
import { LivePage } from '@/components/log/live-page';
import { type AddressParams, first } from '@/components/log/log-filters';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFoot } from '@/components/ui/list-foot';
import { Notice } from '@/components/ui/notice';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { getFormats } from '@/lib/i18n/get-formats';
import { listMails, mailboxConnected } from '@/lib/services/mails/read';
import { may } from '@/lib/services/permit';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.page');
  return { title: t('title') };
}

export default async function MailsPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const context = await requireSession();
  const [t, formats, params] = await Promise.all([getTranslations('mail.page'), getFormats(), searchParams]);
  if (!may(context.actor, 'mails.read')) return <EmptyState title={t('forbidden')} />;
  const filters = readMailFilters({ search: first(params.search), state: first(params.state) });
  const cursor = first(params.cursor);
  const [connected, { items, next }] = await Promise.all([
    mailboxConnected(context),
    listMails(context, {
      limit: 50,
      ...(filters.search.trim() && { search: filters.search }),
      ...(filters.state && { state: filters.state }),
      ...(cursor && { cursor }),
    }),
  ]);
  const narrowed = filters.search !== '' || filters.state !== '' || cursor !== '';
  const [newest, oldest] = [items[0], items.at(-1)];
  return (
    <ClientMessages areas={['mail']}>
      {newest || narrowed ? <MailFilterBar filters={filters} live={cursor === ''} /> : null}
      {connected ? null : (
        <Notice tone="wait" action={<ConnectMailbox />} className="mx-5 mt-4 max-phone:mx-4 max-phone:flex-wrap">
          {t('notice')}
        </Notice>
      )}
      {newest && oldest ? (
        <>
          <MailTable mails={items} />
          <ListFoot
            range={t('range', { from: formats.exact(newest.at), to: formats.exact(oldest.at) })}
            previous={cursor === '' ? undefined : { href: mailsAddress(filters) }}
            next={next === null ? undefined : { href: mailsAddress(filters, next) }}
          />
        </>
      ) : narrowed ? (
        <EmptyState title={t('emptyFiltered')} actions={<ButtonLink href={MAILS}>{t('clear')}</ButtonLink>} />
      ) : (
        <>
          <EmptyState title={t('empty')} text={t('emptyText')} />
          <LivePage />
        </>
      )}
    </ClientMessages>
  );
}
