'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { groupOf } from '@/components/rule-editor/explanation-group';
import { SearchInput } from '@/components/ui/search-input';
import { SidePanel } from '@/components/ui/side-panel';
import type { Explanation } from '@/lib/contracts/firing';
import { RulesOnEvent } from './rules-on-event';

export interface EventRulesPanelProps {
  rules: readonly Explanation[];
  more: number;
  /** The event in words, for the case that nothing runs on it. */
  event: string;
  eventId: string;
  current?: string;
  references: References;
}

const GROUPS = ['fired', 'unknown', 'not'] as const;

/** The rules of an event by what became of them. */
export function EventRulesPanel({ rules, more, event, ...rest }: EventRulesPanelProps) {
  const t = useTranslations('log.why');
  const firing = useTranslations('log.firing');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = rules.filter(({ rule }) => rule.name.toLocaleLowerCase().includes(wanted));
  return (
    <SidePanel title={t('rules')} remember="event-rules">
      {rules.length > 7 ? (
        <div className="border-b border-line px-4 py-3">
          <SearchInput value={search} onChange={setSearch} label={t('search')} className="max-w-none" />
        </div>
      ) : null}
      {rules.length === 0 ? <p className="px-4 py-3 text-ink-3">{t('noRules', { event })}</p> : null}
      {GROUPS.map((group) => {
        const members = found.filter((each) => groupOf(each) === group);
        return members.length === 0 ? null : (
          <section key={group} className="border-b border-line py-3 last:border-b-0">
            <h3 className="mb-1 px-4 text-xs font-semibold">
              {t(group)} <span className="font-normal text-ink-3 tabular-nums">{members.length}</span>
            </h3>
            <RulesOnEvent rules={members} {...rest} />
          </section>
        );
      })}
      {more > 0 ? <p className="px-4 py-3 text-ink-3">{firing('more', { count: more })}</p> : null}
    </SidePanel>
  );
}
