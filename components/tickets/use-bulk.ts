'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toastUndo } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { useChangeTickets } from '@/lib/client/tickets';
import type { Ticket, TicketsChange, TicketsChanged } from '@/lib/contracts/ticket';

export interface BulkFailure {
  title: string;
  lines: readonly string[];
}

/** What happened to so many, in words. */
type Said = (count: number) => string;

/** Reasons shown one by one. */
const LINES = 8;

/** Verbs on the selected tickets: undone from the toast, told in place where one is refused. */
export function useBulk() {
  const t = useTranslations('tickets.bulk');
  const errors = useTranslations('errors');
  const send = useChangeTickets();
  const [failure, setFailure] = useState<BulkFailure | null>(null);

  const attempt = async (change: TicketsChange, tickets: readonly Ticket[]): Promise<TicketsChanged | null> => {
    try {
      const result = await send(change);
      if (result.failed.length > 0) setFailure(told(result, tickets));
      return result;
    } catch (error) {
      setFailure({ title: problemText(error, t('failed')), lines: [] });
      return null;
    }
  };
  const told = ({ failed }: TicketsChanged, tickets: readonly Ticket[]): BulkFailure => ({
    title: t('someFailed', { count: failed.length }),
    lines: failed.slice(0, LINES).map(({ id, code }) => {
      const number = tickets.find((ticket) => ticket.id === id)?.number;
      const reason = t.has(`reason.${code}` as 'reason.no_ticket')
        ? t(`reason.${code}` as 'reason.no_ticket')
        : errors.has(`code.${code}` as 'code.conflict')
          ? errors(`code.${code}` as 'code.conflict')
          : code;
      return `#${number ?? id}: ${reason}`;
    }),
  });

  /** Those that are so already stay out of it, so that Undo does not change what was never changed. */
  const set = async (what: 'status' | 'assignee', value: string | null, tickets: readonly Ticket[], said: Said) => {
    setFailure(null);
    const changed = tickets.filter((ticket) => (ticket[what]?.key ?? null) !== value);
    if (changed.length === 0) return;
    const result = await attempt({ ids: idsOf(changed), change: { [what]: value } }, changed);
    const done = changed.filter(({ id }) => result?.done.includes(id));
    if (done.length === 0) return;
    toastUndo(said(done.length), async () => {
      const before = Map.groupBy(done, (ticket) => ticket[what]?.key ?? null);
      for (const [key, some] of before) await attempt({ ids: idsOf(some), change: { [what]: key } }, some);
    });
  };
  const addTags = async (tags: readonly string[], tickets: readonly Ticket[]) => {
    setFailure(null);
    const changed = tickets.filter((ticket) => tags.some((tag) => !ticket.tags.includes(tag)));
    if (changed.length === 0) return;
    const result = await attempt({ ids: idsOf(changed), addTags: [...tags] }, changed);
    const done = changed.filter(({ id }) => result?.done.includes(id));
    if (done.length === 0) return;
    toastUndo(t('tagged', { count: done.length, tags: tags.join(', ') }), async () => {
      const added = Map.groupBy(done, (ticket) => tags.filter((tag) => !ticket.tags.includes(tag)).join(','));
      for (const [list, some] of added) await attempt({ ids: idsOf(some), removeTags: list.split(',') }, some);
    });
  };
  return { set, addTags, failure, dismiss: () => setFailure(null) };
}

function idsOf(tickets: readonly Ticket[]): string[] {
  return tickets.map(({ id }) => id);
}
