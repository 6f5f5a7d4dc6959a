'use client';

import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { LineDiff } from '@/components/ui/line-diff';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import type { RuleVersion } from '@/lib/contracts/trigger';

export interface VersionListProps {
  current: number;
  /** Shown at first, beside the one that stands; the newest when absent. */
  asked?: number;
  /** Newest first. */
  versions: readonly RuleVersion[];
  mayWrite: boolean;
  /** A version as text, to compare line by line. */
  textIn: (version: RuleVersion) => string;
  /** Stores an old version as the newest. @throws Problem */
  restore: (version: number) => Promise<{ version: number }>;
}

/** Every version with what it changed; an old one can be brought back as the newest. */
export function VersionList({ current, asked, versions, mayWrite, textIn, restore }: VersionListProps) {
  const t = useTranslations('rules.versions');
  const errors = useTranslations('errors.code');
  const router = useRouter();
  const [chosen, setChosen] = useState(asked ?? current);
  const [against, setAgainst] = useState<'previous' | 'now'>(
    asked !== undefined && asked !== current ? 'now' : 'previous',
  );
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const version = versions.find((each) => each.version === chosen) ?? versions[0];
  if (!version) return null;
  const previous = versions.find((each) => each.version === version.version - 1);
  const other = against === 'now' ? versions.find((each) => each.version === current) : previous;
  const bringBack = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const stored = await restore(version.version);
      toast(t('restored', { version: version.version, next: stored.version }));
      setChosen(stored.version);
      router.refresh();
    } catch (error) {
      setFailure(problemText(error, errors('unavailable')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid flex-1 grid-cols-[280px_minmax(0,1fr)] max-[900px]:grid-cols-1">
      <ol aria-label={t('label')} className="border-r border-line max-[900px]:border-r-0 max-[900px]:border-b">
        {versions.map((each) => (
          <li key={each.version} className="border-b border-line">
            <button
              type="button"
              aria-current={each.version === version.version ? 'true' : undefined}
              className={clsx(
                'flex w-full items-center gap-2.5 px-5 py-2 text-left -outline-offset-2! hover:bg-surface-2 max-phone:min-h-11 max-phone:px-4',
                each.version === version.version && 'bg-accent-soft hover:bg-accent-soft',
              )}
              onClick={() => setChosen(each.version)}
            >
              <Avatar name={each.author ?? t('system')} kind={each.author ? 'person' : 'system'} />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2 font-medium">
                  {t('title', { version: each.version })}
                  {each.version === current ? <Badge tone="line">{t('current')}</Badge> : null}
                </span>
                <span className="block truncate text-xs text-ink-3">
                  {each.author ?? t('system')} · <RelativeTime at={each.createdAt} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <section aria-labelledby="version-changes" className="min-w-0">
        <div className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-2 max-phone:px-4">
          <h2 id="version-changes" className="font-semibold">
            {other ? t('changes', { version: version.version }) : t('first')}
          </h2>
          {version.version === current ? null : (
            <Segmented
              label={t('compareWith')}
              value={against}
              onChange={setAgainst}
              segments={[
                { value: 'previous', label: t('previous') },
                { value: 'now', label: t('now') },
              ]}
            />
          )}
          {mayWrite && version.version !== current ? (
            <Button size="sm" className="ml-auto" busy={busy} onClick={() => void bringBack()}>
              {t('restore')}
            </Button>
          ) : null}
        </div>
        {failure ? (
          <Notice tone="stop" className="m-3">
            {failure}
          </Notice>
        ) : null}
        {other ? (
          <LineDiff
            before={textIn(against === 'now' ? version : other)}
            after={textIn(against === 'now' ? other : version)}
          />
        ) : (
          <pre className="overflow-x-auto px-5 py-3 font-mono text-xs leading-5 whitespace-pre-wrap">
            {textIn(version)}
          </pre>
        )}
      </section>
    </div>
  );
}
