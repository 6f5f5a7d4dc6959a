'use client';

import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';
import type { WorkspaceCounts, WorkspaceMe } from '@/lib/contracts/workspace';

/** Beside the lists while no conversation is chosen: how it stands, and the keys to begin with. */
export function NothingOpen({ me, counts }: { me: WorkspaceMe; counts: WorkspaceCounts }) {
  const t = useTranslations('workspace.nothing');
  const keys = [
    ['A', t('accept')],
    ['J', t('next')],
    ['Enter', t('open')],
    ['/', t('search')],
    ['?', t('all')],
  ] as const;
  return (
    <section
      aria-label={t('label')}
      className="col-span-2 flex min-w-0 flex-col gap-5 bg-surface px-8 py-7 max-panel:col-span-1 max-phone:hidden"
    >
      <div>
        <h2 className="text-base font-semibold">{t('title')}</h2>
        <p className="mt-1 text-ink-2">
          {counts.queue > 0 ? t('waiting', { count: counts.queue }) : t('quiet')}{' '}
          {me.agent === null ? t('noAgent') : me.status === 'online' ? '' : t('notOnline')}
        </p>
      </div>
      <dl className="grid w-fit grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2">
        {keys.map(([key, text]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
              <span className="sr-only">{key}</span>
            </dt>
            <dd className="text-ink-2">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
