/**
 * Two automatic responders that answer each other: ours is the one that stops. Signs of it are the same text of the
 * customer again and again after our answers, its own word that it is automatic, and many answers within a day with no
 * agent between them. An agent's message begins anew; so does another text of the customer's.
 */
import { LIMITS } from '@/lib/engine/limits';
import type { Conversation } from '@/lib/engine/state/records';

const DAY = 86_400_000;

/** Whether another answer of a workflow would go on with a loop. */
export function goesRound(conversation: Conversation, now: Date, settings: Readonly<Record<string, unknown>>): boolean {
  const { answersInARow, answersSince, sameTextCount } = conversation;
  if (sameTextCount >= LIMITS.sameTextInARow) return true;
  return answersSince !== null && !isOver(answersSince, now) && answersInARow >= limitOf(settings);
}

export function answeredOnce(conversation: Conversation, now: Date): Conversation {
  const { answersInARow, answersSince } = conversation;
  if (answersSince !== null && !isOver(answersSince, now)) return { ...conversation, answersInARow: answersInARow + 1 };
  return { ...conversation, answersInARow: 1, answersSince: now };
}

function isOver(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() >= DAY;
}

function limitOf(settings: Readonly<Record<string, unknown>>): number {
  const limit = settings.automatedAnswersInARow;
  return typeof limit === 'number' ? limit : LIMITS.automatedAnswersInARow;
}
