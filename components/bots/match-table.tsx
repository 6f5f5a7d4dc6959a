'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Verdict } from '@/components/ui/verdict';
import type { BotAnswer } from '@/lib/engine/bots/bot';
import type { Match } from '@/lib/engine/bots/match';
import { useFormats } from '@/lib/i18n/use-formats';

interface MatchTableProps {
  matches: readonly Match[];
  threshold: number;
  answers: readonly BotAnswer[];
}

/** Which answers came into question, by which phrase, how well, and from where on one is given. */
export function MatchTable({ matches, threshold, answers }: MatchTableProps) {
  const t = useTranslations('bots.tester');
  const { percent } = useFormats();
  const [best] = matches;
  const fits = best !== undefined && best.score >= threshold;
  const titleOf = (key: string) => answers.find((answer) => answer.key === key)?.title || t('untitled');
  const share = (score: number) => percent(Math.round(score * 100) / 100);
  return (
    <details open className="rounded-md border border-line bg-surface px-3 py-2 text-xs">
      <summary className="flex items-center gap-2">
        <Verdict state={fits ? 'met' : 'unmet'}>
          {fits ? t('answers', { title: titleOf(best.answer), score: share(best.score) }) : t('falls')}
        </Verdict>
      </summary>
      {matches.length === 0 ? <p className="mt-1.5 text-ink-2">{t('noWord')}</p> : null}
      <ul className="mt-1.5 grid gap-2">
        {matches.map(({ answer, phrase, score }) => (
          <li key={answer}>
            <div className="flex items-baseline gap-2">
              <span className="min-w-0 truncate font-medium">{titleOf(answer)}</span>
              <span className="ml-auto shrink-0 tabular-nums">{share(score)}</span>
            </div>
            <div aria-hidden="true" className="relative my-1 h-1.5 rounded-full bg-surface-3">
              <div
                className={clsx('h-full rounded-full', score >= threshold ? 'bg-go' : 'bg-edge')}
                style={{ width: `${score * 100}%` }}
              />
              <div className="absolute -top-0.5 h-2.5 w-px bg-ink" style={{ left: `${threshold * 100}%` }} />
            </div>
            <div className="truncate text-ink-2" title={phrase}>
              {t('by', { phrase })}
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ink-3">{t('explained', { threshold: share(threshold) })}</p>
    </details>
  );
}
