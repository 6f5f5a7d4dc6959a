'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ListFailure } from './use-list-verbs';

interface ListNoticesProps {
  failure: ListFailure | null;
  onDismiss: () => void;
  /** What is shown is older than the last question, which went unanswered. */
  stale: boolean;
  onRetry: () => void;
}

/** Above the rows of a list of rules: what a verb could not do, and that the server is out of reach. */
export function ListNotices({ failure, onDismiss, stale, onRetry }: ListNoticesProps) {
  const t = useTranslations('lists.failed');
  const ui = useTranslations('ui');
  return (
    <>
      {failure ? (
        <Notice
          tone="stop"
          className={PLACE}
          action={
            <Button size="sm" variant="quiet" onClick={onDismiss}>
              {ui('dismiss')}
            </Button>
          }
        >
          {failure.title}
          {failure.lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </Notice>
      ) : null}
      {stale ? (
        <Notice
          tone="wait"
          className={PLACE}
          action={
            <Button size="sm" variant="quiet" onClick={onRetry}>
              {t('retry')}
            </Button>
          }
        >
          {t('stale')}
        </Notice>
      ) : null}
    </>
  );
}

const PLACE = 'mx-5 my-2 max-phone:mx-4';
