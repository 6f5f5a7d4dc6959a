'use client';

import { useTranslations } from 'next-intl';
import type { ConversationVerbs } from '@/lib/contracts/workspace';

type Possibility = ConversationVerbs[keyof ConversationVerbs];

/** Why a verb is not possible now, in words; null when it is. */
export function useVerbReason(): (verb: Possibility) => string | null {
  const t = useTranslations('workspace.reason');
  return ({ allowed, reason }) => {
    if (allowed) return null;
    const known = String(reason) as 'forbidden';
    return t.has(known) ? t(known) : t('other');
  };
}
