/** Milliseconds; before any story of the demo. */
const MONTH = 30 * 86_400_000;

export interface Story {
  /** Workflows and proactive messages too. */
  rules?: boolean;
  /** The story ends then, and began two weeks before; else everything is told at once. Only in the embedded database, whose clock can be moved. */
  until?: Date | undefined;
}

/** How to run `demo-data.ts`, in a process of its own since a past needs a clock that moves: arguments of Node and what to add to the environment. */
export function demoDataCommand({ rules = false, until }: Story): { args: string[]; env: Record<string, string> } {
  const script = ['--import', 'tsx', 'scripts/demo-data.ts', ...(rules ? ['--rules'] : [])];
  if (!until) return { args: script, env: {} };
  return {
    // Relative to where scripts run: an absolute path of Windows would be taken for an address.
    args: ['--import', './scripts/movable-clock.ts', ...script, '--until', until.toISOString()],
    env: { CLOCK_STARTS_AT: new Date(until.getTime() - MONTH).toISOString() },
  };
}
