import type { AgentStatus } from './fact-state';

/** Any agent online → online; else any away → away; else invisible. */
export function betterStatus(a: AgentStatus, b: AgentStatus): AgentStatus {
  if (a === 'online' || b === 'online') return 'online';
  return a === 'away' || b === 'away' ? 'away' : 'invisible';
}
