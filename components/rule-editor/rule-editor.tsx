'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FieldError } from '@/components/ui/field';
import { ConditionsIcon, ThenIcon, TriggerIcon } from '@/components/ui/icons';
import { Select } from '@/components/ui/select';
import { Track, TrackStop } from '@/components/ui/track';
import { Verdict } from '@/components/ui/verdict';
import { FORMS } from '@/lib/engine/family-form';
import { eventsFor } from '@/lib/engine/registry';
import { conditionsOf } from '@/lib/engine/rule';
import { eventOfStart, startOf } from '@/lib/engine/start';
import { ActionList } from './action-list';
import { CombinatorPicker, GroupItems } from './condition-group';
import { type RuleDraft, ruleOf } from './draft';
import { type RuleEditorContext, RuleEditorProvider, useRuleEditor } from './editor-context';
import { WRAPS } from './wraps';

export interface RuleEditorProps extends Omit<RuleEditorContext, 'event'> {
  draft: RuleDraft;
}

/** When, If, Then on one line: the visual view of every family's rules, fed by the definitions. */
export function RuleEditor({ draft, ...context }: RuleEditorProps) {
  const t = useTranslations('rules');
  const { family, errors, verdicts } = context;
  const whenPath = `when.${draft.when.combinator}`;
  // Before anything is to be checked there is nothing to judge.
  const top = asksAnything(draft) ? verdicts.when : undefined;
  const { namesEvent, combinators } = FORMS[family];
  const event = useMemo(() => eventIn(draft, namesEvent), [draft, namesEvent]);
  return (
    <RuleEditorProvider value={{ ...context, event }}>
      <Track>
        {namesEvent ? <When draft={draft} errors={errors} /> : null}
        <TrackStop
          icon={<ConditionsIcon />}
          title={t('editor.if')}
          lit={top?.verdict === 'met'}
          head={
            <>
              {combinators.length > 1 ? (
                <CombinatorPicker group={draft.when} />
              ) : (
                <span className="text-ink-2">{t('editor.allHold')}</span>
              )}
              {namesEvent ? null : <EventHint event={event} />}
              {top ? (
                <span className="ml-auto">
                  <Verdict state={top.verdict} />
                </span>
              ) : null}
            </>
          }
        >
          <div className="rounded-md border border-line">
            <GroupItems group={draft.when} path="when" depth={1} />
          </div>
          {errors.when || errors[whenPath] ? <FieldError>{errors.when ?? errors[whenPath]}</FieldError> : null}
        </TrackStop>
        <TrackStop
          icon={<ThenIcon />}
          title={t('editor.then')}
          head={<span className="text-ink-3">{t('editor.inOrder')}</span>}
        >
          <ActionList actions={draft.do} />
        </TrackStop>
      </Track>
    </RuleEditorProvider>
  );
}

/** On what the rule runs, where it says so itself. */
function When({ draft, errors }: Pick<RuleEditorProps, 'draft' | 'errors'>) {
  const t = useTranslations('rules');
  const { family, dispatch } = useRuleEditor();
  return (
    <TrackStop
      icon={<TriggerIcon />}
      title={t('editor.when')}
      head={
        <>
          <Select
            auto
            className={`max-w-full ${WRAPS}`}
            label={t('editor.runTrigger')}
            value={draft.on || undefined}
            options={eventsFor(family).map(({ id }) => ({
              value: id,
              label: t(`event.${id}` as 'event.message_sent'),
            }))}
            onChange={(on) => dispatch({ kind: 'event', on })}
          />
          <EventHint event={draft.on} />
          {errors.on ? <FieldError>{errors.on}</FieldError> : null}
        </>
      }
    />
  );
}

function EventHint({ event }: { event: string }) {
  const t = useTranslations('rules');
  return (
    <span className="text-xs text-ink-3">{event ? t(`eventHint.${event}` as 'eventHint.message_sent') : null}</span>
  );
}

function asksAnything(draft: RuleDraft): boolean {
  return [...conditionsOf(ruleOf(draft).when)].some(({ condition }) => condition.field !== '');
}

/** The event that a rule names, or that its conditions start it by. */
function eventIn(draft: RuleDraft, namesEvent: boolean): string {
  return namesEvent ? draft.on : eventOfStart(startOf(ruleOf(draft).when));
}
