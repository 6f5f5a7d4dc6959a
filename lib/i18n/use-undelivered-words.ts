import { useTranslations } from 'next-intl';
import type { LineChange } from '@/lib/contracts/workspace';

type Undelivered = Extract<LineChange, { type: 'mail_undelivered' }>;

/** Why a mail did not arrive, with the other server's words where it said some. */
export function useUndeliveredWords(): (change: Pick<Undelivered, 'address' | 'reason' | 'detail'>) => string {
  const t = useTranslations('mail');
  const reasons = useTranslations('firings');
  return ({ address, reason, detail }) => {
    const said = { address, detail: detail ?? '', known: detail === null ? 'no' : 'yes' };
    if (reason === 'returned' || reason === 'delayed') return t(reason, said);
    const key = `reason.${reason}` as 'reason.timed_out';
    return t('notSent', { ...said, reason: reasons.has(key) ? reasons(key) : reason });
  };
}
