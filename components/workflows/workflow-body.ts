import type { WorkflowSummary } from '@/lib/contracts/workflow';
import type { Action, Group } from '@/lib/engine/rule';

/** Conditions and actions as the engine reads them: the contract describes the same plain JSON more loosely. */
export function bodyOf({ when, do: actions }: Pick<WorkflowSummary, 'when' | 'do'>): { when: Group; do: Action[] } {
  return { when, do: actions } as unknown as { when: Group; do: Action[] };
}
