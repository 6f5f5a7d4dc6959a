'use client';

import clsx from 'clsx';
import { diffLines } from 'diff';
import { useTranslations } from 'next-intl';

export interface LineDiffProps {
  before: string;
  after: string;
  /** Lines kept around a change. */
  context?: number;
}

/** Two texts line by line: what went in red, what came in green, each with its sign. */
export function LineDiff({ before, after, context = 3 }: LineDiffProps) {
  const t = useTranslations('ui.diff');
  const lines = linesOf(before, after);
  if (lines.every(({ sign }) => sign === ' ')) return <p className="px-4 py-3 text-ink-2">{t('same')}</p>;
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== ' '),
  );
  return (
    <div className="overflow-x-auto py-2 font-mono text-xs leading-5">
      {lines.map(({ sign, text }, index) => {
        if (!near[index]) {
          return near[index - 1] || index === 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other identity
            <div key={index} aria-hidden="true" className="px-4 text-ink-3 select-none">
              …
            </div>
          ) : null;
        }
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other identity
            key={index}
            className={clsx(
              'flex px-4 whitespace-pre-wrap',
              sign === '+' && 'bg-go-soft text-go-ink',
              sign === '-' && 'bg-stop-soft text-stop-ink',
            )}
          >
            <span aria-hidden="true" className="w-5 shrink-0 select-none">
              {sign}
            </span>
            {sign === ' ' ? null : <span className="sr-only">{t(sign === '+' ? 'added' : 'removed')}</span>}
            <span className="min-w-0 break-words">{text}</span>
          </div>
        );
      })}
    </div>
  );
}

function linesOf(before: string, after: string): { sign: '+' | '-' | ' '; text: string }[] {
  return diffLines(`${before}\n`, `${after}\n`).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ sign: added ? ('+' as const) : removed ? ('-' as const) : (' ' as const), text })),
  );
}
