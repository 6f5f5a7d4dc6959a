'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Integration } from '@/lib/contracts/integration';
import { useFaultWords } from './fault-words';

/** How an integration is doing, in words, with what would put it right. */
export function HealthNotes({ integration: { kind, health } }: { integration: Integration }) {
  const t = useTranslations('integrations');
  const wordsOf = useFaultWords();
  const adviceOf = (code: string | null) => {
    const key = `kind.${kind}.advice.${code}` as 'kind.mail.advice.wrong_password';
    return code !== null && t.has(key) ? ` ${t(key)}` : '';
  };
  const failing = health.state === 'failing';
  return (
    <>
      {failing ? (
        <Notice tone="stop">
          {wordsOf(health.lastError)}.{adviceOf(health.lastError)}
          {health.lastDetail ? (
            <span className="mt-0.5 block text-xs break-words">{t('said', { detail: health.lastDetail })}</span>
          ) : null}
        </Notice>
      ) : null}
      {health.lastFetchAt === null ? null : (
        <p className="text-xs text-ink-2">
          {t('lastFetch')} <RelativeTime at={health.lastFetchAt} />
        </p>
      )}
      {health.missing.map((name) => (
        <Notice key={name} tone="wait">
          {t(`kind.${kind}.missing.${name}` as 'kind.mail.missing.inbox')}
        </Notice>
      ))}
      {health.problems.length === 0 ? null : (
        <Notice tone="wait">
          {t('leftAside', { count: health.problems.length })}
          <ul className="mt-1 grid gap-1 text-xs">
            {health.problems.map(({ at, code }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a list that is never changed in place
              <li key={index}>
                <RelativeTime at={at} className="text-ink-2" /> · {wordsOf(code)}.{adviceOf(code)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
