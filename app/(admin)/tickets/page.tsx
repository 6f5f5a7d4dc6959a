import type { Metadata } from 'next';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { TicketList } from '@/components/tickets/ticket-list';
import { type Params, queryOf, readFilters } from '@/components/tickets/tickets-address';
import { requireSession } from '@/lib/auth/current-actor';
import { AppError } from '@/lib/contracts/app-error';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { listTicketChoices, listTicketWords } from '@/lib/services/tickets/choices';
import { listTickets } from '@/lib/services/tickets/list';
import { daysOf } from './days';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tickets');
  return { title: t('title') };
}

export default async function TicketsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const context = await requireSession();
  const filters = readFilters(await searchParams);
  const query = queryOf(filters, daysOf(new Date().toISOString(), await getTimeZone()));
  const [choices, words, slice] = await Promise.all([
    listTicketChoices(context),
    listTicketWords(context),
    listTickets(context, query).catch((error: unknown) => {
      // A cursor of another order, typed or kept: the first page instead.
      if (error instanceof AppError && error.code === 'invalid')
        return listTickets(context, { ...query, cursor: undefined });
      throw error;
    }),
  ]);
  return (
    <ClientMessages areas={['tickets', 'rules', 'problems']}>
      <TicketList choices={{ ...choices, ...words }} initial={{ filters, slice }} />
    </ClientMessages>
  );
}
