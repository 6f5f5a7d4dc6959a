import type { WouldFire } from '@/lib/contracts/firing';
import { parse } from '@/lib/contracts/issues';
import { workflowWouldFireInput } from '@/lib/contracts/workflow';
import { compileRule } from '@/lib/engine/evaluate';
import type { Group } from '@/lib/engine/rule';
import { startOf } from '@/lib/engine/start';
import type { Context } from '../context';
import { judged, recentEvents } from '../events/recent-events';
import { permit } from '../permit';

/**
 * On which of the last events a workflow, as it is being written, would have run; by the facts that were kept with them,
 * that is before other workflows acted. One that waits for time would have run on none of them: see `reach`.
 */
export async function workflowWouldHaveFired(context: Context, input: unknown): Promise<WouldFire> {
  permit(context.actor, 'rules.read');
  const { workflow, limit } = parse(workflowWouldFireInput, input);
  const { when } = workflow as { when: Group };
  const start = startOf(when);
  if (start === 'due') return { examined: 0, fires: 0, items: [] };
  const events = await recentEvents(context, { condition: ASKED[start], params: [], limit });
  return judged(events, compileRule({ when }));
}

/** Every event of a ticket has this fact. */
const OF_TICKETS = `e.facts ? 'ticket_status'`;
const ASKED = {
  event: OF_TICKETS,
  state: `${OF_TICKETS} and e.facts ?| array['new_ticket', 'new_message']`,
};
