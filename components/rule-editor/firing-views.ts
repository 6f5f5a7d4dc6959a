import type { StepView } from '@/components/rule-editor/step-timeline';
import type { Firing, FiringStep } from '@/lib/contracts/firing';
import type { Trace } from '@/lib/engine/explain';

/** The engine wrote the trace; the contract leaves its inside open. */
export function traceOf({ trace }: { trace: Firing['trace'] }): Trace | null {
  return trace as Trace | null;
}

/** The same for steps: parameters and results are JSON. */
export function stepsOf(steps: readonly FiringStep[]): StepView[] {
  return steps as StepView[];
}

export function stepCounts({ steps }: Pick<Firing, 'steps'>): { done: number; total: number } {
  return { done: steps.filter(({ state }) => state === 'done').length, total: steps.length };
}
