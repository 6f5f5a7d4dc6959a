'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { WarningIcon } from '@/components/ui/icons';
import { LineDiff } from '@/components/ui/line-diff';

interface StaleIntegrationProps {
  /** Who saved, where that is known. */
  author: string | null;
  /** In words, line by line. */
  theirs: string;
  mine: string;
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody saved meanwhile: both versions line by line, and the choice between them. */
export function StaleIntegration({ author, theirs, mine, busy, onKeepMine, onTakeTheirs }: StaleIntegrationProps) {
  const t = useTranslations('integrations.stale');
  return (
    <section role="alert" aria-labelledby="stale-title" className="overflow-hidden rounded-md border border-wait-line">
      <div className="flex gap-2 bg-wait-soft px-3 py-2.5 text-wait-ink">
        <WarningIcon className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <h3 id="stale-title" className="font-medium">
            {author === null ? t('title') : t('by', { author })}
          </h3>
          <p>{t('text')}</p>
        </div>
      </div>
      <p className="flex flex-wrap gap-4 border-b border-line px-4 py-2 text-xs">
        <span className="text-stop-ink">− {t('theirs')}</span>
        <span className="text-go-ink">+ {t('mine')}</span>
      </p>
      <LineDiff before={theirs} after={mine} />
      <div className="flex flex-wrap justify-end gap-2 border-t border-line px-3 py-2.5">
        <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
        <Button variant="primary" busy={busy} onClick={onKeepMine}>
          {t('keepMine')}
        </Button>
      </div>
    </section>
  );
}
