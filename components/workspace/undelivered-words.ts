import { useTranslations } from 'next-intl';
import type { LineChange } from '@/lib/contracts/workspace';

type Undelivered = Extract<LineChange, { type: 'mail_undelivered' }>;

/** Why a mail did not arrive, with the other server's words where it said some. */
export function useUndeliveredWords(): (change: Pick<Undelivered, 'address' | 'reason' | 'detail'>) => string {
  const t = useTranslations('mail');
  return ({ address, reason, detail }) => {
    const said = { address, detail: detail ?? '', known: detail === null ? 'no' : 'yes' };
    if (reason === 'returned' || reason === 'delayed') return t(reason, said);
    const key = `reason.${reason}` as 'reason.mail_refused';
    const words = t.has(key) ? t(key) : t('reason.other', { code: reason });
    return t('notSent', { ...said, reason: words });
  };
}
