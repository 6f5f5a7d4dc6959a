'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { RuleBody } from '@/components/rule-editor/draft';
import type { References } from '@/components/rule-editor/editor-context';
import { RenderedActions } from '@/components/rule-editor/rendered-actions';
import { conditionWords } from '@/components/rule-editor/verdict-words';
import { Notice } from '@/components/ui/notice';
import { PanelSection } from '@/components/ui/side-panel';
import { Verdict } from '@/components/ui/verdict';
import type { ConditionTrace } from '@/lib/engine/explain';
import { liquidTextsOf } from '@/lib/engine/liquid/check-text';
import { renderText } from '@/lib/engine/liquid/render-text';
import type { Facts } from '@/lib/engine/value';
import { TrialPremises } from './trial-premises';
import type { Trial } from './use-trial';

interface TrialPanelProps {
  rule: RuleBody;
  trial: Trial;
  references: References;
  timeZone: string;
}

/** A ticket, what happened to it and when; each condition with the value seen; what the actions would do. */
export function TrialPanel({ rule, trial, references, timeZone }: TrialPanelProps) {
  const t = useTranslations('workflows.trial');
  const rules = useTranslations('rules');
  const { trace, seen } = trial;
  const conditions = (trace?.all ?? []).filter((node): node is ConditionTrace => 'field' in node && node.field !== '');
  const met = conditions.filter(({ verdict }) => verdict === 'met').length;
  const { write, missing } = useTexts(rule, trial);
  if (trial.known && !trial.ticket && !trial.failed)
    return (
      <PanelSection>
        <p className="text-ink-2">{t('noTicket')}</p>
      </PanelSection>
    );
  return (
    <>
      <PanelSection>
        <TrialPremises trial={trial} timeZone={timeZone} />
        {trial.failed ? (
          <Notice tone="stop" className="mt-2">
            {t('failed')}
          </Notice>
        ) : null}
      </PanelSection>
      {trace && seen ? (
        <>
          <PanelSection>
            {conditions.length === 0 ? <p className="text-ink-2">{rules('try.blank')}</p> : null}
            <div
              aria-live="polite"
              hidden={conditions.length === 0}
              className={`[&[hidden]]:hidden flex items-center justify-between gap-2 rounded-sm px-3 py-2 font-medium ${trace.verdict === 'met' ? 'bg-go-soft text-go-ink' : 'bg-surface-2 text-ink-2'}`}
            >
              <Verdict state={trace.verdict}>{t(`verdict.${trace.verdict}`)}</Verdict>
              <span className="text-xs tabular-nums">
                {rules('try.conditionsMet', { met, total: conditions.length })}
              </span>
            </div>
            <ul aria-label={t('conditions')} className="mt-2 divide-y divide-line">
              {conditions.map((condition, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place
                <Seen key={index} condition={condition} references={references} />
              ))}
            </ul>
          </PanelSection>
          <PanelSection title={rules('try.effects')}>
            <RenderedActions
              family="workflow"
              actions={rule.do}
              facts={seen.facts as Facts}
              references={references}
              write={write}
            />
            {missing.length > 0 ? (
              <p className="mt-2 text-xs text-wait-ink">
                {t('missing', { count: missing.length, names: missing.map((name) => `{{ ${name} }}`).join(', ') })}
              </p>
            ) : null}
          </PanelSection>
        </>
      ) : null}
    </>
  );
}

function Seen({ condition, references }: { condition: ConditionTrace; references: References }) {
  const rules = useTranslations('rules');
  const { field, expected, actual } = conditionWords(rules, condition, references);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 py-1.5">
      <span className="min-w-0 break-words">
        {field} <span className="text-ink-2">{expected}</span>
      </span>
      <Verdict state={condition.verdict} />
      <span className="col-span-2 text-xs break-words text-ink-3">
        {rules('try.saw')} <span className="font-medium text-ink-2">{actual}</span>
        {condition.reason ? ` · ${rules(`unknown.${condition.reason}`)}` : null}
      </span>
    </li>
  );
}

/** The texts as the ticket would get them, and the variables that have no value there. */
function useTexts(rule: RuleBody, { seen }: Trial): { write: (text: string) => string; missing: readonly string[] } {
  return useMemo(() => {
    if (!seen) return { write: (text) => text, missing: [] };
    const state = { ...seen.variables, now: new Date(seen.at) };
    const rendered = (text: string) => {
      try {
        return renderText(text, state, seen.reader);
      } catch {
        // A text that is being written may be none yet; the validation says why.
        return { text, missing: [] };
      }
    };
    const texts = rule.do.flatMap((action) => liquidTextsOf('workflow', action).map(([, text]) => text));
    return {
      write: (text) => rendered(text).text,
      missing: [...new Set(texts.flatMap((text) => rendered(text).missing))],
    };
  }, [rule, seen]);
}
