'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Verdict } from '@/components/ui/verdict';
import type { Explanation } from '@/lib/contracts/firing';

/** What is asked beside the conditions, in the engine's order; after the first no, nothing more is asked. */
export function ChecksCard({ checks }: { checks: Explanation['checks'] }) {
  const t = useTranslations('log');
  const asked = checks.filter(({ check }) => check !== 'conditions');
  const stop = checks.findIndex(({ passed }) => !passed);
  const conditions = checks.findIndex(({ check }) => check === 'conditions');
  const isAsked = (check: string) => stop === -1 || stop === conditions || positionOf(checks, check) <= stop;
  return (
    <Card
      divided
      title={t('why.checks')}
      note={t('why.checksNote', { passed: asked.filter(({ passed }) => passed).length, total: asked.length })}
    >
      <ul className="grid grid-cols-2 gap-x-7 gap-y-2.5 max-[960px]:grid-cols-1">
        {asked.map(({ check, passed }) => (
          <li key={check} className="flex items-start justify-between gap-3">
            <span className="min-w-0">{t(`check.${check}` as 'check.inactive')}</span>
            {isAsked(check) ? (
              <Verdict state={passed ? 'met' : 'unmet'}>{passed ? t('why.passed') : t('why.stopped')}</Verdict>
            ) : (
              <span className="text-xs text-ink-3">{t('why.notAsked')}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function positionOf(checks: Explanation['checks'], name: string): number {
  return checks.findIndex(({ check }) => check === name);
}
