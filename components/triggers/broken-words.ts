import type { useTranslations } from 'next-intl';
import type { Broken } from '@/lib/contracts/trigger';

/** Why a trigger cannot run, in the reader's words: `Group “repairs” no longer exists`. */
export function brokenWords(t: ReturnType<typeof useTranslations<'triggers'>>, broken: Broken): string {
  if (broken.reason === 'reference_gone') {
    return broken.gone
      .map((each) => {
        const [kind = '', ...name] = each.split(':');
        return t('broken.gone', { kind, name: name.join(':') });
      })
      .join(' · ');
  }
  return broken.reason === 'limit' ? t('broken.limit', { path: broken.path ?? '' }) : t('broken.malformed');
}
