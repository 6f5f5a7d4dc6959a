'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import type { ImportEntry, ImportResult } from '@/lib/contracts/trigger';
import { useIssueWords } from './issue-words';

/** What would happen to every entry of an import, and why some cannot be taken. */
export function ImportReport({ report }: { report: ImportResult }) {
  const t = useTranslations('lists.importing');
  const left = report.entries.filter(isLeftOut).length;
  return (
    <section aria-label={t('report', { count: report.entries.length })} aria-live="polite">
      <p className="mb-2 font-medium">{t('report', { count: report.entries.length })}</p>
      {left > 0 ? (
        <Notice tone="wait" className="mb-2">
          {t('partial', { count: left })}
        </Notice>
      ) : null}
      <ol className="divide-y divide-line rounded-md border border-line">
        {report.entries.map((entry) => (
          <Entry key={entry.index} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { entry: ImportEntry }) {
  const t = useTranslations('lists.importing');
  const words = useIssueWords();
  const { name, outcome, storedAs, errors = [] } = entry;
  return (
    <li className="px-3 py-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{name ?? t('unnamed', { index: entry.index + 1 })}</span>
        {storedAs ? <span className="text-ink-2">{t('as', { name: storedAs })}</span> : null}
        <Badge tone={isLeftOut(entry) ? 'stop' : 'go'}>{t(`outcome.${outcome}`)}</Badge>
      </div>
      {errors.map(({ path, code, params }) => (
        <p key={`${path} ${code}`} className="mt-0.5 text-xs text-ink-2">
          {path ? <code className="mr-1.5 font-mono text-ink-3">{path}</code> : null}
          {words({ path, code, params: simple(params) })}
        </p>
      ))}
    </li>
  );
}

const isLeftOut = ({ outcome }: ImportEntry) => outcome === 'invalid' || outcome === 'conflict';

function simple(params: Readonly<Record<string, unknown>> = {}): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : [],
    ),
  );
}
