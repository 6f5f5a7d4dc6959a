import { useTranslations } from 'next-intl';
import type { ThreadLine } from '@/lib/contracts/workspace';
import { useUndeliveredWords } from './use-undelivered-words';

/** A line between messages in words: what changed, and who changed it where that is known. */
export function useLineWords(): (line: Pick<ThreadLine, 'change' | 'actor'>) => string {
  const t = useTranslations('log.line');
  const words = useTranslations('rules.option');
  const option = (value: string) => (words.has(value as 'order') ? words(value as 'order') : value);
  const mailWords = useUndeliveredWords();
  return ({ change, actor }) => {
    const by = actor?.name ?? '';
    const known = by ? 'yes' : 'no';
    switch (change.type) {
      case 'requested':
        return t('requested');
      case 'queued':
        return t('queued', { group: change.group?.name ?? t('noGroup'), place: change.place ?? 0 });
      case 'transferred': {
        const group = change.to?.name ?? t('noGroup');
        if (change.overflow) return t('overflow', { from: change.from?.name ?? t('noGroup'), group });
        return t('transferred', { by, known: by ? 'yes' : 'no', group });
      }
      case 'assigned': {
        const to = change.to?.name ?? '';
        if (change.via !== 'assignment') return t(change.via, { to });
        return by === '' || by === to ? t('taken', { to }) : t('assignment', { by, to });
      }
      case 'unassigned':
        return t('unassigned', { from: change.from?.name ?? '' });
      case 'tags':
        return tagWords(t, by, change);
      case 'status':
        return t('status', { to: change.to.name, by, known });
      case 'filed':
        return t(change.to === null ? 'filedNothing' : 'filed', {
          ...{ by, known, field: t(`field.${change.field}`) },
          to: change.to === null ? '' : option(change.to),
        });
      case 'orders':
        return ordersWords(t, by, change);
      case 'inactive':
        return change.capacityReleased ? t('released') : t('inactive');
      case 'mail_undelivered':
        return mailWords(change);
      case 'ended':
        if (change.by === 'inactivity' || change.by === 'suspension') return t(change.by);
        return t('ended', { by: by || (change.by ?? ''), known: by || change.by ? 'yes' : 'no' });
    }
  };
}

function tagWords(
  t: ReturnType<typeof useTranslations<'log.line'>>,
  by: string,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): string {
  const who = { by, known: by ? 'yes' : 'no' };
  const plus = added.length > 0 ? t('tagsAdded', { ...who, tags: added.join(', '), count: added.length }) : '';
  const minus = removed.length > 0 ? t('tagsRemoved', { ...who, tags: removed.join(', '), count: removed.length }) : '';
  return [plus, minus].filter(Boolean).join(' · ');
}

function ordersWords(
  t: ReturnType<typeof useTranslations<'log.line'>>,
  by: string,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): string {
  const who = { by, known: by ? 'yes' : 'no' };
  const plus = added.length > 0 ? t('ordersAdded', { ...who, orders: added.join(', '), count: added.length }) : '';
  const minus =
    removed.length > 0 ? t('ordersRemoved', { ...who, orders: removed.join(', '), count: removed.length }) : '';
  return [plus, minus].filter(Boolean).join(' · ');
}
