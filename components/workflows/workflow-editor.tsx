'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { References } from '@/components/rule-editor/editor-context';
import { NameFields } from '@/components/rule-editor/name-fields';
import { RulePage } from '@/components/rule-editor/rule-page';
import { useBrokenWords } from '@/components/rule-editor/use-broken-words';
import { useRuleForm } from '@/components/rule-editor/use-rule-form';
import { Switch } from '@/components/ui/switch';
import { useOfferedNames } from '@/lib/client/offered';
import { type WorkflowBody, workflowVerbs } from '@/lib/client/workflow-editing';
import type { Broken } from '@/lib/contracts/trigger';
import type { Connector } from '@/lib/engine/definition';
import { useTrial } from './use-trial';
import { isConflict, waitingIssues, workflowKind } from './workflow-kind';
import { WorkflowPanel } from './workflow-panel';

export interface WorkflowEditorProps {
  initial: WorkflowBody;
  /** Null for a workflow that is not stored yet. */
  identity: { id: string; version: number; fired: number; broken: Broken | null } | null;
  references: References;
  /** Of the account. */
  timeZone: string;
  /** What actions need and is not connected yet. */
  unconnected: readonly Connector[];
  mayWrite: boolean;
}

/** The page of a workflow, tried on a ticket as one types. */
export function WorkflowEditor(props: WorkflowEditorProps) {
  const { initial, identity, timeZone, unconnected, mayWrite } = props;
  const t = useTranslations('rules');
  const lists = useTranslations('lists');
  const brokenWords = useBrokenWords();
  const names = useOfferedNames();
  const references = useMemo(
    () => ({ ...props.references, offered: { ...props.references.offered, ...names } }),
    [props.references, names],
  );
  const form = useRuleForm(workflowKind, initial);
  const { body, rule, issues, dirty, view } = form;
  const trial = useTrial(rule);
  const waiting = useMemo(() => waitingIssues(body.active, rule, unconnected), [body.active, rule, unconnected]);
  const complete = issues.every(({ path }) => !/^(when|do)\b/.test(path) && path !== '');
  const broken = identity?.broken ?? null;
  return (
    <RulePage
      area="workflows"
      kind={workflowKind}
      verbs={workflowVerbs}
      {...{ form, initial, identity, references, timeZone, unconnected, mayWrite }}
      broken={broken ? lists('broken.notice', { family: 'workflow', reason: brokenWords(broken) }) : null}
      issues={waiting}
      atOnce={isConflict}
      verdicts={trial.verdicts}
      settings={(errors) => (
        <div className="grid grid-cols-2 items-start gap-x-3 gap-y-2.5 max-phone:grid-cols-1">
          <NameFields area="workflows" settings={form.form.settings} errors={errors} onChange={form.setSettings} />
          <Switch
            className="phone:hidden"
            checked={body.active}
            label={t('page.active')}
            onChange={(active) => form.setSettings({ active })}
          />
        </div>
      )}
      panel={
        <WorkflowPanel {...{ view, body, rule, complete, trial, references, timeZone, dirty }} id={identity?.id} />
      }
    />
  );
}
