import { useTranslations } from 'next-intl';
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
          <button type="button" className={PRIMARY} onClick={reset}>
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

/** A primary button's, without what chooses among looks. */
const PRIMARY =
  'h-8 rounded-sm bg-solid px-3 font-medium text-on-solid shadow-control hover:bg-solid-hover max-phone:h-11';
