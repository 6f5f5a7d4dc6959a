'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { ChevronDownIcon, ChevronRightIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { PanelSection } from '@/components/ui/side-panel';
import { Verdict } from '@/components/ui/verdict';
import { eventOf, eventsFor, fieldsFor, isAvailable } from '@/lib/engine/registry';
import { conditionsOf } from '@/lib/engine/rule';
import type { Facts, FactValue, Family } from '@/lib/engine/value';
import type { RuleBody } from './draft';
import type { References } from './editor-context';
import { FactControl } from './fact-control';
import { RenderedActions } from './rendered-actions';
import { factsAsked, type Sample, type TryIt } from './use-try-it';
import { WRAPS } from './wraps';

export interface TryItPanelProps {
  family: Family;
  rule: RuleBody;
  tryIt: TryIt;
  references: References;
  samples: readonly Sample[];
}

/** Facts to try the rule on, its verdict, and what it would do: beside the form, as one types. */
export function TryItPanel({ family, rule, tryIt, references, samples }: TryItPanelProps) {
  const t = useTranslations('rules');
  const [all, setAll] = useState(false);
  const asked = factsAsked(family, rule);
  const others = otherFacts(
    family,
    tryIt.event,
    asked.map(({ id }) => id),
    references,
  );
  const seen = Object.entries(tryIt.verdicts).filter(([, each]) => 'actual' in each);
  const blank = [...conditionsOf(rule.when)].every(({ condition }) => condition.field === '');
  const met = seen.filter(([, { verdict }]) => verdict === 'met').length;
  return (
    <>
      <PanelSection>
        <div className="mb-2 grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
          <span className="text-ink-2">{t('try.factsFrom')}</span>
          <Combobox
            label={t('try.factsFrom')}
            value={tryIt.sampleId}
            options={[{ value: '', label: t('try.typed') }, ...samples.map(({ id, label }) => ({ value: id, label }))]}
            onChange={(id) => tryIt.take(samples.find((sample) => sample.id === id) ?? null)}
          />
          <span className="text-ink-2">{t('try.event')}</span>
          <Select
            label={t('try.event')}
            className={WRAPS}
            value={tryIt.event || undefined}
            options={eventsFor(family).map(({ id }) => ({
              value: id,
              label: t(`event.${id}` as 'event.message_sent'),
            }))}
            onChange={tryIt.setEvent}
          />
          <span className="text-ink-2">{t('try.now')}</span>
          <Input
            aria-label={t('try.now')}
            type="datetime-local"
            value={tryIt.at.toISOString().slice(0, 16)}
            onChange={(event) => event.target.value && tryIt.setAt(new Date(`${event.target.value}:00Z`))}
          />
        </div>
        {[...asked, ...(all ? others : [])].map(({ id, of }) => (
          <FactControl
            key={`${id}|${of ?? ''}`}
            id={id}
            of={of}
            references={references}
            value={factIn(tryIt.facts, id, of)}
            onChange={(value) => tryIt.setFact(id, value, of)}
          />
        ))}
        {others.length > 0 ? (
          <Button
            variant="quiet"
            size="sm"
            aria-expanded={all}
            icon={all ? <ChevronDownIcon /> : <ChevronRightIcon />}
            onClick={() => setAll(!all)}
          >
            {t('try.moreFacts', { count: others.length })}
          </Button>
        ) : null}
      </PanelSection>
      <PanelSection>
        {blank ? <p className="text-ink-2">{t('try.blank')}</p> : null}
        <div
          aria-live="polite"
          hidden={blank}
          className={`flex items-center justify-between gap-2 rounded-sm px-3 py-2 font-medium [&[hidden]]:hidden ${tryIt.fires ? 'bg-go-soft text-go-ink' : 'bg-surface-2 text-ink-2'}`}
        >
          <Verdict state={tryIt.fires ? 'met' : tryIt.trace?.verdict === 'unknown' ? 'unknown' : 'unmet'}>
            {tryIt.fires ? t('try.fires') : tryIt.event === rule.on ? t('try.doesNotFire') : t('try.otherEvent')}
          </Verdict>
          <span className="text-xs tabular-nums">{t('try.conditionsMet', { met, total: seen.length })}</span>
        </div>
      </PanelSection>
      <PanelSection title={t('try.effects')}>
        <RenderedActions family={family} actions={rule.do} facts={tryIt.facts} />
      </PanelSection>
    </>
  );
}

function otherFacts(
  family: Family,
  event: string,
  asked: readonly string[],
  references: References,
): { id: string; of?: string }[] {
  const on = eventOf(event);
  return fieldsFor(family)
    .filter((field) => !asked.includes(field.id) && (!on || isAvailable(field, on)))
    .flatMap((field) =>
      field.of ? (references[field.of] ?? []).map(({ key }) => ({ id: field.id, of: key })) : [{ id: field.id }],
    );
}

function factIn(facts: Facts, id: string, of: string | undefined): FactValue | undefined {
  const fact = facts[id];
  if (typeof fact === 'object' && fact !== null && !Array.isArray(fact)) {
    return of === undefined ? undefined : (fact as Readonly<Record<string, FactValue>>)[of];
  }
  return fact as FactValue | undefined;
}
