import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ConversationsCard } from '@/components/people/conversations-card';
import { CustomerActions } from '@/components/people/customer-actions';
import { DetailsCard } from '@/components/people/details-card';
import { CustomerState } from '@/components/people/people-table';
import { SuspensionCard } from '@/components/people/suspension-card';
import { TagsCard } from '@/components/people/tags-card';
import { FiringLines } from '@/components/rule-editor/firing-lines';
import { customerName } from '@/components/shell/customer-name';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { HelpIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { may } from '@/lib/services/permit';
import { decoded } from '../../decoded';
import { orNotFound } from '../../log/or-not-found';
import { readPerson } from './read-person';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('customer') };
}

interface CustomerPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const context = await requireSession();
  const { actor } = context;
  const id = decoded((await params).id);
  const { before } = await searchParams;
  const cursor = typeof before === 'string' ? before : undefined;
  const [t, { customer, conversations, firings, tags, names }] = await Promise.all([
    getTranslations('customers'),
    orNotFound(readPerson(context, id, cursor)),
  ]);
  // Addresses hold the uuid, never what a person is called elsewhere; who was merged shows as the other one.
  if (customer.id !== id) redirect(`/people/${customer.id}`);
  const name = customerName(customer, await getTranslations('shell.customer'));
  const key = encodeURIComponent(customer.key);
  const allowed = {
    suspend: may(actor, 'customers.suspend'),
    merge: may(actor, 'customers.merge'),
    export: may(actor, 'customers.export'),
    erase: may(actor, 'customers.erase'),
  };
  return (
    <ClientMessages areas={['customers', 'firings', 'log', 'rules', 'problems']}>
      <PageHeader
        crumb={{ label: t('title'), href: '/people' }}
        title={
          <span className="flex items-center gap-2">
            <Avatar name={customer.name ?? customer.email ?? ''} id={customer.id} />
            <span className="min-w-0 truncate">{name}</span>
          </span>
        }
        state={
          <span className="ml-1 text-ink-2">
            <CustomerState customer={customer} />
          </span>
        }
        actions={<CustomerActions customer={customer} may={allowed} />}
      />
      <div className="grid gap-4 p-5 max-phone:p-4 min-[1100px]:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid content-start gap-4 min-[1100px]:col-start-2">
          <SuspensionCard customer={customer} mayLift={allowed.suspend} />
          <DetailsCard customer={customer} />
          <TagsCard customer={customer} known={tags} />
        </div>
        <div className="grid min-w-0 content-start gap-4 min-[1100px]:col-start-1 min-[1100px]:row-start-1">
          <ConversationsCard
            conversations={conversations.items}
            total={customer.conversations}
            names={names}
            footer={
              conversations.next || cursor ? (
                <span className="flex gap-4">
                  {cursor ? (
                    <Link href={`/people/${customer.id}`} className="link">
                      {t('conversations.newest')}
                    </Link>
                  ) : null}
                  {conversations.next ? (
                    <Link href={`/people/${customer.id}?before=${conversations.next}`} className="link">
                      {t('conversations.older')}
                    </Link>
                  ) : null}
                </span>
              ) : null
            }
          />
          <Card title={t('firings.title')}>
            <FiringLines firings={firings} mayRetry={may(actor, 'log.retry')} empty={t('firings.none')} withDate />
            <div className="mt-3 grid justify-items-start gap-2">
              {firings.length > 0 ? (
                <Link href={`/log?customer=${key}&range=30d`} className="link">
                  {t('firings.all')}
                </Link>
              ) : null}
              <Link
                href={`/proactive/views?customer=${key}`}
                className="inline-flex items-center gap-1.5 font-medium text-ink-2 hover:text-ink"
              >
                <HelpIcon className="size-3.5" />
                {t('firings.proactive')}
              </Link>
            </div>
          </Card>
        </div>
      </div>
    </ClientMessages>
  );
}
