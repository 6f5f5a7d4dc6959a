import { useTranslations } from 'next-intl';
import { customerCalled } from '@/components/shell/customer-name';
import type { Ticket } from '@/lib/contracts/ticket';

/** A ticket in words: what it is called, who wrote where, what it is about. */
export function useTicketWords() {
  const called = useTranslations('shell.customer');
  const words = useTranslations('rules.option');
  const option = (value: string) => (words.has(value as 'order') ? words(value as 'order') : value);
  const who = ({ customer }: Ticket) => customerCalled(customer, called);
  return {
    name: (ticket: Ticket) => ticket.subject?.trim() || who(ticket),
    detail: (ticket: Ticket) => {
      const from = ticket.integration?.name ?? (ticket.source ? option(ticket.source) : ticket.channel.name);
      return [`#${ticket.number}`, ticket.subject?.trim() ? who(ticket) : '', from].filter(Boolean).join(' · ');
    },
    /** An ordinary type says nothing. */
    about: ({ type, context, sentiment }: Ticket) =>
      [type === 'ordinary' ? null : type, context === type ? null : context, sentiment === 'neutral' ? null : sentiment]
        .flatMap((value) => (value === null ? [] : [option(value)]))
        .join(' · '),
  };
}
