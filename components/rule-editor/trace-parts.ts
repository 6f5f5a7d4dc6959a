import type { GroupTrace, TraceNode } from '@/lib/engine/explain';
import { COMBINATORS, type Combinator } from '@/lib/engine/rule';

/** A group's word and what stands under it. */
export function partsOfTrace(trace: GroupTrace): { combinator: Combinator; items: readonly TraceNode[] } {
  const combinator = COMBINATORS.find((each) => trace[each] !== undefined) ?? 'all';
  return { combinator, items: trace[combinator] ?? [] };
}
