import type { WorkspaceRow, WorkspaceView } from '@/lib/contracts/workspace';
import { WAITING_SINCE } from './rows';

/** What stands in each view, of what the actor may see; `$me` is the agent's key. */
export const VIEWS: Readonly<Record<WorkspaceView, string>> = {
  mine: "c.phase = 'assigned' and c.assignee_key = $me",
  queue: "c.queue_state = 'queued'",
  unassigned: "(c.queue_state = 'queued' or (c.phase = 'assigned' and c.assignee_key is null))",
  open: "(c.queue_state = 'queued' or c.phase = 'assigned')",
  ended: "c.phase = 'ended' and c.ticket_created_at is not null",
  suspended: "c.suspended_ticket and c.phase in ('requesting', 'queued')",
};

export interface Order {
  /** SQL of the moment that decides before the id does; null where the id alone does, in order of creation. */
  readonly moment: string | null;
  readonly direction: 'asc' | 'desc';
  /** That moment of a row, for the cursor. */
  of(row: WorkspaceRow): string | undefined;
}

const waiting: Order = { moment: WAITING_SINCE, direction: 'asc', of: (row) => row.waiting?.since };
const activity: Order = { moment: 'c.last_activity_at', direction: 'desc', of: (row) => row.lastActivityAt };
const newest: Order = { moment: null, direction: 'desc', of: () => undefined };

/** The longest waiting first, the liveliest of mine first; lists that may be long follow the key of the table. */
export const ORDERS: Readonly<Record<WorkspaceView, Order>> = {
  mine: activity,
  queue: waiting,
  unassigned: newest,
  open: newest,
  ended: newest,
  suspended: waiting,
};
