'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { WarningIcon } from '@/components/ui/icons';
import { LineDiff } from '@/components/ui/line-diff';
import { Segmented } from '@/components/ui/segmented';

interface StaleNoticeProps {
  theirs: { author: string | null; version: number; text: string };
  mine: string;
  /** What both began with. */
  base: { text: string; version: number };
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody saved meanwhile: who, both versions line by line, what the other one changed, and the choice between them. */
export function StaleNotice({ theirs, mine, base, busy, onKeepMine, onTakeTheirs }: StaleNoticeProps) {
  const t = useTranslations('rules.stale');
  const [against, setAgainst] = useState<'mine' | 'base'>('mine');
  const { author, version, text: saved } = theirs;
  return (
    <section role="alert" aria-labelledby="stale-title" className="overflow-hidden rounded-md border border-wait-line">
      <div className="flex gap-2 bg-wait-soft px-3 py-2.5 text-wait-ink">
        <WarningIcon className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <h2 id="stale-title" className="font-medium">
            {author === null ? t('title', { version }) : t('by', { author, version })}
          </h2>
          <p>{t('text')}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-4 border-b border-line px-4 py-2 text-xs">
        <Segmented
          label={t('compareWith', { version })}
          value={against}
          onChange={setAgainst}
          segments={[
            { value: 'mine', label: t('withMine') },
            { value: 'base', label: t('withBase', { version: base.version }) },
          ]}
        />
        <span className="text-stop-ink">− {against === 'mine' ? t('theirs') : t('before')}</span>
        <span className="text-go-ink">+ {against === 'mine' ? t('mine') : t('theirs')}</span>
      </div>
      {against === 'mine' ? <LineDiff before={saved} after={mine} /> : <LineDiff before={base.text} after={saved} />}
      <div className="flex flex-wrap justify-end gap-2 border-t border-line px-3 py-2.5">
        <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
        <Button variant="primary" busy={busy} onClick={onKeepMine}>
          {t('keepMine')}
        </Button>
      </div>
    </section>
  );
}
