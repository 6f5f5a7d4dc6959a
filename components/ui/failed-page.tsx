import { useTranslations } from 'next-intl';
import { buttonClass } from './button-class';
import { CodeText } from './code-text';
import { EmptyState } from './empty-state';

export interface FailedPageProps {
  /** The digest is what the server's log knows it by. */
  error: Error & { digest?: string };
  reset: () => void;
}

/**
 * A failure of ours: says so, that nothing was lost, and gives the digest to quote. Every page carries it along and it
 * must show when nothing more can be fetched, so it is made of little.
 */
export function FailedPage({ error, reset }: FailedPageProps) {
  const t = useTranslations('errors.page');
  return (
    <EmptyState
      title={t('failed')}
      text={t('failedText')}
      actions={
        <>
          <button type="button" className={buttonClass({ variant: 'primary' })} onClick={reset}>
            {t('retry')}
          </button>
          {error.digest ? (
            <span className="self-center text-xs text-ink-3">
              {t('reference')} <CodeText whole>{error.digest}</CodeText>
            </span>
          ) : null}
        </>
      }
    />
  );
}
