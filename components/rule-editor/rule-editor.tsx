'use client';

import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/ui/field';
import { ConditionsIcon, ThenIcon, TriggerIcon } from '@/components/ui/icons';
import { Select } from '@/components/ui/select';
import { Track, TrackStop } from '@/components/ui/track';
import { Verdict } from '@/components/ui/verdict';
import { eventsFor } from '@/lib/engine/registry';
import { ActionList } from './action-list';
import { CombinatorPicker, GroupItems } from './condition-group';
import type { RuleDraft } from './draft';
import { type RuleEditorContext, RuleEditorProvider } from './editor-context';
import { WRAPS } from './wraps';

export interface RuleEditorProps extends Omit<RuleEditorContext, 'event'> {
  draft: RuleDraft;
}

/** When, If, Then on one line: the visual view of every family's rules, fed by the definitions. */
export function RuleEditor({ draft, ...context }: RuleEditorProps) {
  const t = useTranslations('rules');
  const { family, dispatch, errors, verdicts } = context;
  const whenPath = `when.${draft.when.combinator}`;
  const top = verdicts.when;
  return (
    <RuleEditorProvider value={{ ...context, event: draft.on }}>
      <Track>
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
              <span className="text-xs text-ink-3">
                {draft.on ? t(`eventHint.${draft.on}` as 'eventHint.message_sent') : null}
              </span>
              {errors.on ? <FieldError>{errors.on}</FieldError> : null}
            </>
          }
        />
        <TrackStop
          icon={<ConditionsIcon />}
          title={t('editor.if')}
          lit={top?.verdict === 'met'}
          head={
            <>
              <CombinatorPicker group={draft.when} />
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
