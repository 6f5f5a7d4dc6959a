'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { readConnection, watchConnection } from '@/lib/client/live';
import { useTypists } from '@/lib/client/typing';
import type { WorkspaceConversation } from '@/lib/contracts/workspace';
import { useCustomerName } from './customer-name';

/** Who is typing at this moment; its room is always there, so that nothing jumps. */
export function TypingLine({ conversation }: { conversation: WorkspaceConversation }) {
  const t = useTranslations('workspace.thread');
  const customerName = useCustomerName();
  const told = useTypists(conversation.id);
  const connection = useSyncExternalStore(watchConnection, readConnection, () => 'connecting' as const);
  const typists = connection === 'polling' ? conversation.typing : told;
  const names = typists.map(({ kind, name }) =>
    kind === 'customer' ? customerName(conversation.customer) : (name ?? t('author.agent')),
  );
  return (
    <p role="status" className="h-5 truncate px-5 pl-[54px] text-xs text-ink-3 max-phone:px-4 max-phone:pl-[50px]">
      {names.length === 0 ? '' : t('typing', { name: names.join(', '), count: names.length })}
    </p>
  );
}
