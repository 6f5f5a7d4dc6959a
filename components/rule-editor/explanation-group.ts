import type { Explanation } from '@/lib/contracts/firing';
import { traceOf } from './firing-views';

/** Fired, could not tell, did not fire. */
export function groupOf({ fired, reason, trace }: Explanation): 'fired' | 'unknown' | 'not' {
  if (fired) return 'fired';
  return reason === 'conditions' && traceOf({ trace })?.verdict === 'unknown' ? 'unknown' : 'not';
}
