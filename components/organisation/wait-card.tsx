'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { later } from '@/components/ui/later';
import type { GroupWaits, WaitSeen } from '@/lib/contracts/wait';
import { outcomeOf } from '@/lib/engine/state/wait-history';
import { useFormats } from '@/lib/i18n/use-formats';

const WaitPicture = later(() => import('./wait-picture').then((module) => module.WaitPicture));
const HEIGHT = 200;

/** One group: what was foretold as a band, what came as points, and how often the two agreed. */
export function WaitCard({ waits }: { waits: GroupWaits }) {
  const t = useTranslations('team.waits');
  const ui = useTranslations('ui');
  const { percent } = useFormats();
  const [table, setTable] = useState(false);
  const { group, now, seen, shorter, within, longer } = waits;
  const judged = shorter + within + longer;
  const share = judged > 0 ? percent(Math.round((within / judged) * 100) / 100) : null;
  const summary = t('summary', { group: group.name, count: seen.length, within, judged });
  return (
    <Card
      title={group.name}
      note={now ? t(now.min === now.max ? 'nowAlike' : 'now', now) : t('noEstimate')}
      action={
        seen.length > 0 ? (
          <Button variant="quiet" size="xs" onClick={() => setTable(!table)}>
            {table ? ui('showAsChart') : ui('showAsTable')}
          </Button>
        ) : null
      }
    >
      {seen.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      {share === null ? null : (
        <p className="mb-2 flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
          <span>
            <b className="text-2xl font-semibold">{share}</b> {t('covered')}
          </span>
          <span className="self-end text-ink-2">{t('outside', { shorter, longer })}</span>
        </p>
      )}
      {seen.length > 0 && !table ? <Picture seen={seen} summary={summary} /> : null}
      {seen.length > 0 && table ? <WaitTable seen={seen} summary={summary} /> : null}
    </Card>
  );
}

function Picture({ seen, summary }: { seen: readonly WaitSeen[]; summary: string }) {
  const t = useTranslations('team.waits');
  const { shortDate, time } = useFormats();
  const points = seen.map(({ queuedAt, minutes, estimate }) => ({
    label: `${shortDate(queuedAt)}, ${time(queuedAt)}`,
    band: estimate ? ([estimate.min, estimate.max] as const) : null,
    minutes,
    mark: estimate
      ? outcomeOf(minutes, estimate) === 'within'
        ? ('within' as const)
        : ('outside' as const)
      : ('unknown' as const),
  }));
  return (
    <>
      <div role="img" aria-label={summary} style={{ height: HEIGHT }}>
        <WaitPicture points={points} height={HEIGHT} words={{ band: t('foretold'), minutes: t('waited') }} />
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          <span className="h-2.5 w-4 border-y border-data-mute bg-data-mute/40" />
          {t('foretold')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-full bg-ink" />
          {t('inside')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 bg-wait" />
          {t('beside')}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-full border border-ink-3" />
          {t('unforetold')}
        </span>
      </p>
    </>
  );
}

function WaitTable({ seen, summary }: { seen: readonly WaitSeen[]; summary: string }) {
  const t = useTranslations('team.waits');
  const { dateTime, number } = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
    <section className="max-h-80 overflow-auto" tabIndex={0} aria-label={summary}>
      <table className="list-table" data-rows="single" data-in-card="true">
        <caption className="sr-only">{summary}</caption>
        <thead>
          <tr>
            <th scope="col">{t('queuedAt')}</th>
            <th scope="col" data-align="end">
              {t('position')}
            </th>
            <th scope="col" data-align="end">
              {t('foretold')}
            </th>
            <th scope="col" data-align="end">
              {t('waited')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...seen].reverse().map(({ queuedAt, position, minutes, estimate }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two tickets may share a moment, and rows never move
            <tr key={index}>
              <td>{dateTime(queuedAt)}</td>
              <td data-align="end">{position}</td>
              <td data-align="end">{estimate ? `${estimate.min}–${estimate.max}` : '–'}</td>
              <td data-align="end">{number(minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
