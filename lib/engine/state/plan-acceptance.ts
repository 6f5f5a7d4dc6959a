/** Automatic acceptance: who gets which waiting conversation. Pure. */
export interface FreeAgent {
  readonly key: string;
  readonly groups: readonly string[];
  readonly capacity: number;
  /** Conversations it has now. */
  readonly load: number;
  /** When it last got one; null: never. */
  readonly lastAssignedAt: Date | null;
}

export interface WaitingConversation {
  readonly id: string;
  readonly group: string | null;
}

export interface Acceptance {
  readonly conversation: string;
  readonly agent: string;
}

/**
 * Pairs waiting conversations, the longest waiting first, with online agents of their group that have free capacity:
 * the least loaded, of those the one that has been idle for longest.
 */
export function planAcceptance(waiting: readonly WaitingConversation[], agents: readonly FreeAgent[]): Acceptance[] {
  const free = agents.map((agent) => ({ ...agent, order: agent.lastAssignedAt?.getTime() ?? 0 }));
  let turn = Number.MAX_SAFE_INTEGER - waiting.length;
  return waiting.flatMap(({ id, group }) => {
    const [agent] = free
      .filter((each) => each.load < each.capacity && (group === null || each.groups.includes(group)))
      .sort((a, b) => a.load - b.load || a.order - b.order || (a.key < b.key ? -1 : 1));
    if (!agent) return [];
    agent.load += 1;
    agent.order = turn++;
    return [{ conversation: id, agent: agent.key }];
  });
}
