import type { StatusTone } from '@/components/ui/status-dot';

/** How a conversation's phase is marked in lists. */
export function phaseTone(phase: string): StatusTone {
  if (phase === 'queued' || phase === 'requesting') return 'waiting';
  return phase === 'ended' ? 'inactive' : 'active';
}
