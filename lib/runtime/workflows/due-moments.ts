/**
 * Time conditions (runtime.md, "Due moments"): each waits with a window that moves over an indexed column, so that a look
 * costs what is due and not what waits. What is found is judged, goes through ingest under a key of its own, and then the
 * window moves on: killed in between, the same is found again and answered as a duplicate.
 */
import { lockAccount } from '@/db/account-lock';
import type { Database } from '@/db/client';
import type { Clock } from '@/db/clock';
import { dueKey } from '@/lib/engine/due-key';
import { compileRule } from '@/lib/engine/evaluate';
import type { Group } from '@/lib/engine/rule';
import { NOTHING_HAPPENED } from '@/lib/engine/state/ticket-state';
import { readPremises } from '@/lib/services/workflows/premises';
import { factsOfTicket } from '@/lib/services/workflows/ticket-row';
import { submit } from '../ingest/ingest';
import { dueItem } from './due-item';
import { type CursorPlace, moveWindow, moveWindowsOn, readWindow, windowsWithHits } from './windows';

/** Looks at every window once; answers how many tickets were found. */
export async function runDueMoments(database: Database, clock?: Clock): Promise<number> {
  const now = (await clock?.now(database)) ?? null;
  const open = await windowsWithHits(database, now);
  let found = 0;
  for (const [account, windows] of Map.groupBy(open, ({ accountId }) => accountId)) {
    found += await runAccount(database, account, windows, clock);
  }
  await moveWindowsOn(database, now, open);
  return found;
}

async function runAccount(
  database: Database,
  accountId: string,
  windows: readonly CursorPlace[],
  clock: Clock | undefined,
): Promise<number> {
  const now = await settledNow(database, accountId, clock);
  const premises = await readPremises(database, accountId);
  let found = 0;
  for (const window of windows) {
    const { rule, tickets } = await readWindow(database, window, now);
    const last = tickets.at(-1);
    if (!last || !rule) continue;
    const holds = compileRule({ when: rule.when as Group });
    const due = tickets.filter((ticket) => holds(factsOfTicket(ticket, NOTHING_HAPPENED, premises, now)) === true);
    const items = due.map((ticket) =>
      dueItem({
        key: dueKey(window.workflowId, window, ticket.id, ticket.since),
        rule: window.workflowId,
        extId: ticket.extId,
        channelKey: ticket.channelKey,
      }),
    );
    if (items.length > 0) await submit(database, accountId, items, { clock });
    await moveWindow(database, window, last);
    found += tickets.length;
  }
  return found;
}

/**
 * A moment at which every ingest that began before it has ended: whatever such a one has written is seen, and whatever
 * begins later knows by its own clock what has passed already (`late.ts`). So nothing falls between the two.
 */
function settledNow(database: Database, accountId: string, clock: Clock | undefined): Promise<Date> {
  return database.transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const given = await clock?.now(tx);
    if (given) return given;
    const [row] = await tx.query<{ now: Date }>('select clock_timestamp() as now');
    return row?.now ?? new Date();
  });
}
