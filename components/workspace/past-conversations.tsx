'use client';

import { useTranslations } from 'next-intl';
import { useNow } from '@/components/ui/use-now';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { useFormats } from '@/lib/i18n/use-formats';
import { SECTION } from './panel-class';
import { onPlainClick } from './use-address';

export interface PastConversationsProps {
  conversation: WorkspaceConversation;
  onOpen: (conversation: string) => void;
}

/** The customer's other conversations, newest first. */
export function PastConversations({ conversation, onOpen }: PastConversationsProps) {
  const t = useTranslations('workspace.past');
  const formats = useFormats();
  const now = useNow(60_000);
  const { items, total } = conversation.past;
  return (
    <section aria-labelledby="past" className={SECTION}>
      <h3 id="past" className="flex text-xs font-semibold">
        {t('title')}
        <span className="ml-auto font-normal text-ink-3 tabular-nums">{total}</span>
      </h3>
      {items.length === 0 ? <p className="mt-1.5 text-ink-3">{t('none')}</p> : null}
      <ul className="-mx-2 mt-1">
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={`/workspace/${item.id}`}
              onClick={onPlainClick(() => onOpen(item.id))}
              className="block rounded-sm px-2 py-1.5 hover:bg-surface-3/60"
            >
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 flex-1 truncate" title={item.excerpt}>
                  {item.excerpt || t('noText')}
                </span>
                <span className="shrink-0 text-xs text-ink-3 tabular-nums" suppressHydrationWarning>
                  {formats.relative(item.endedAt ?? item.createdAt, now)}
                </span>
              </span>
              <span className="block truncate text-xs text-ink-3">
                {[item.channel.name, item.assignee, item.phase === 'ended' ? null : t('open')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {total > items.length ? (
        <a href={`/people/${encodeURIComponent(conversation.customer.id)}`} className="link">
          {t('all', { count: total })}
        </a>
      ) : null}
    </section>
  );
}
