'use client';

import { useTranslations } from 'next-intl';
import { customerName } from '@/components/shell/customer-name';
import type { MergePreview } from '@/lib/contracts/customer';

const MOVES = ['conversations', 'messages', 'attachments', 'firings', 'identities', 'sessions'] as const;

/** What moves, what the other takes over, and what stays as it is. */
export function MergeEffects({ preview }: { preview: MergePreview }) {
  const t = useTranslations('customers.merge');
  const { moves, into, fills, tags, suspension } = preview;
  const name = customerName(into, useTranslations('shell.customer'));
  const moving = MOVES.filter((each) => moves[each] > 0);
  return (
    <section aria-label={t('effects', { name })} className="rounded-sm bg-surface-2 px-3 py-2.5">
      <h3 className="mb-1 font-medium">{t('effects', { name })}</h3>
      <ul className="list-disc pl-4 text-ink-2 marker:text-ink-3">
        {moving.length === 0 ? <li>{t('nothing')}</li> : null}
        {moving.map((each) => (
          <li key={each}>{t(`moves.${each}`, { count: moves[each] })}</li>
        ))}
        {fills.length > 0 ? (
          <li>{t('fills', { fields: fills.map((field) => t(`field.${field}`)).join(', ') })}</li>
        ) : null}
        {tags.length > 0 ? <li>{t('tags', { count: tags.length, tags: tags.join(', ') })}</li> : null}
        {suspension ? <li className="text-stop-ink">{t(`suspends.${suspension}`)}</li> : null}
        <li>{t('pointer')}</li>
      </ul>
    </section>
  );
}
