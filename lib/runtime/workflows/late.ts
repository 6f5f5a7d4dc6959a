/**
 * Moments that had passed before the event that moves them was known: an e-mail that was hours under way. The window of
 * time has gone by, so ingest notices them itself, and takes the key under which the window would.
 */

import type { DueColumn } from '@/lib/engine/definition';
import { dueKey } from '@/lib/engine/due-key';
import type { Conversation } from '@/lib/engine/state/records';
import type { AccountRules } from '../rules/account-rules';
import type { Applied, Happening } from '../steps/apply-event';
import { isTooOld } from '../steps/is-too-old';
import type { Session } from '../steps/session';
import type { FiringRow } from '../work/rows';
import { DUE_HASH } from './due-item';
import { holdsNow } from './run-workflows';

const MINUTE = 60_000;

export function noticeLate(session: Session, rules: AccountRules, applied: Applied): void {
  const { row, happening, before } = applied;
  const after = session.work.conversation(happening.conversationId);
  const moved = (['ticketCreatedAt', 'lastCustomerReplyAt'] as const).some((column) => hasMoved(before, after, column));
  if (!moved || after.ticketCreatedAt === null || isTooOld(session, row.occurredAt)) return;
  for (const rule of rules.workflows) {
    for (const moment of rule.watched) {
      const since = after[moment.column];
      if (since === null || !hasMoved(before, after, moment.column)) continue;
      const due = since.getTime() + moment.minutes * MINUTE;
      const isLate = due <= session.now.getTime() && due > moment.since.getTime();
      if (!isLate || moment.class !== after.class || !holdsNow(session, rules, rule, applied)) continue;
      session.derived.push({
        conversationId: after.id,
        event: { type: 'ticket_due', rule: rule.id },
        payload: { rule: rule.id },
        key: dueKey(rule.id, moment, after.id, since),
        depth: 0,
        causeFiring: null,
      });
    }
  }
}

function hasMoved(before: Conversation, after: Conversation, column: DueColumn): boolean {
  return after[column]?.getTime() !== before[column]?.getTime();
}

/** The receipt of what was noticed here. */
export function noteKey({ work, now }: Session, { id, extId }: Happening, firings: readonly FiringRow[]): void {
  if (extId === null) return;
  const told = firings.map((firing) => ({ rule: firing.ruleId, firing: firing.id }));
  const result = { status: 'accepted', firings: told };
  work.keys.push({ key: extId, eventId: id, hash: DUE_HASH, receivedAt: now, result });
}
