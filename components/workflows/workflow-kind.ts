import type { RuleBody } from '@/components/rule-editor/draft';
import type { RuleKind } from '@/components/rule-editor/rule-form';
import type { WorkflowBody } from '@/lib/client/workflow-editing';
import { workflowInput } from '@/lib/contracts/workflow';
import type { Connector } from '@/lib/engine/definition';
import { actionOf } from '@/lib/engine/registry';
import type { RuleIssue } from '@/lib/engine/validation/issues';

/** A workflow as the editor edits it. Its place is set in the list; a text may name it, too. */
export const workflowKind: RuleKind<WorkflowBody> = {
  family: 'workflow',
  input: workflowInput,
  defaults: { description: '', active: true },
  extras: ['position'],
};

/** Actions that wait for something to be connected: with one of them a workflow cannot be active. */
export function waitingIssues(active: boolean, rule: RuleBody, unconnected: readonly Connector[]): RuleIssue[] {
  if (!active) return [];
  return rule.do.flatMap(({ action }, index): RuleIssue[] => {
    const connector = actionOf('workflow', action)?.connector;
    if (!connector || !unconnected.includes(connector)) return [];
    return [{ path: `do[${index}].action`, code: 'waits_for_connector', params: { connector } }];
  });
}

/** What nobody would wait for until they save: two things that never happen at the same moment. */
export const isConflict = ({ code }: RuleIssue) => code === 'never_together';
