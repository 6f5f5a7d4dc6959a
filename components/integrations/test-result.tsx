'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';
import type { ConnectionResult } from '@/lib/contracts/integration';
import { useFaultWords } from './fault-words';

/** What the test of a connection found, part by part. */
export function TestResult({ kind, result }: { kind: string; result: ConnectionResult }) {
  const t = useTranslations('integrations');
  const wordsOf = useFaultWords();
  const box = useRef<HTMLDivElement>(null);
  // It stands at the end of a form that may be long.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each result is shown anew
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);
  return (
    <div ref={box} role="status" className="grid gap-2">
      {result.checks.map(({ part, ok, code, detail }) => {
        const name = `kind.${kind}.part.${part}` as 'kind.mail.part.imap';
        const found = `kind.${kind}.found.${part}` as 'kind.ai.found.answer';
        return (
          <Notice key={part} tone={ok ? 'go' : 'stop'}>
            {ok
              ? t.has(found)
                ? t(found, { detail: detail ?? '' })
                : t('works')
              : `${t.has(name) ? `${t(name)}: ` : ''}${wordsOf(code)}`}
            {!ok && detail ? <span className="mt-0.5 block text-xs break-words">{t('said', { detail })}</span> : null}
          </Notice>
        );
      })}
    </div>
  );
}
