'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RuleBody } from '@/components/rule-editor/draft';
import type { References } from '@/components/rule-editor/editor-context';
import { RuleReference } from '@/components/rule-editor/rule-reference';
import type { View } from '@/components/rule-editor/use-rule-form';
import { WouldFire } from '@/components/rule-editor/would-fire';
import { Segmented } from '@/components/ui/segmented';
import { SidePanel } from '@/components/ui/side-panel';
import { type WorkflowBody, workflowWouldFire } from '@/lib/client/workflow-editing';
import { startOf } from '@/lib/engine/start';
import { ApplySection } from './apply-section';
import { TrialPanel } from './trial-panel';
import type { Trial } from './use-trial';

interface WorkflowPanelProps {
  /** Absent while it is not stored. */
  id?: string;
  view: View;
  body: WorkflowBody;
  rule: RuleBody;
  /** Nothing is wrong with the rule itself. */
  complete: boolean;
  /** What is shown differs from what is stored. */
  dirty: boolean;
  trial: Trial;
  references: References;
  timeZone: string;
}

/** Beside the form: the workflow tried on a ticket; with the developer view also what can be written. */
export function WorkflowPanel(props: WorkflowPanelProps) {
  const { id, view, body, rule, complete, dirty, trial, references, timeZone } = props;
  const t = useTranslations('rules.page');
  const [shown, setShown] = useState<'try' | 'reference'>('try');
  const reference = view === 'developer' && shown === 'reference';
  const start = startOf(rule.when);
  return (
    <SidePanel title={reference ? t('reference') : t('tryIt')} remember="workflow">
      {view === 'developer' ? (
        <div className="border-b border-line px-4 py-2">
          <Segmented
            label={t('panel')}
            value={shown}
            onChange={setShown}
            segments={[
              { value: 'try', label: t('tryIt') },
              { value: 'reference', label: t('reference') },
            ]}
          />
        </div>
      ) : null}
      {reference ? (
        <RuleReference family="workflow" event={rule.on} />
      ) : (
        <>
          <TrialPanel {...{ rule, trial, references, timeZone }} />
          {start === 'due' ? null : (
            <WouldFire ask={() => workflowWouldFire({ when: body.when, do: body.do })} complete={complete} />
          )}
          {id !== undefined && start !== 'event' ? (
            <ApplySection id={id} name={body.name} active={body.active} dirty={dirty} />
          ) : null}
        </>
      )}
    </SidePanel>
  );
}
