'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CodeText } from '@/components/ui/code-text';
import { EmptyState } from '@/components/ui/empty-state';

/** A failure of ours, inside the shell: says so, that nothing was lost, and gives the digest to quote. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('errors.page');
  return (
    <div role="alert">
      <EmptyState
        title={t('failed')}
        text={t('failedText')}
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              {t('retry')}
            </Button>
            {error.digest ? (
              <span className="self-center text-xs text-ink-3">
                {t('reference')} <CodeText whole>{error.digest}</CodeText>
              </span>
            ) : null}
          </>
        }
      />
    </div>
  );
}
