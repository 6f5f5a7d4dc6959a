import { LIMITS } from '@/lib/engine/limits';
import type { Customer } from '@/lib/engine/state/records';
import type { FiringRow, MessageRow, StepRow } from '../work/rows';
import { isSuspended } from './is-suspended';
import { answeredOnce, goesRound } from './loop-guard';
import type { Session } from './session';

const MINUTE = 60_000;

/**
 * Sends as automation, or tells why not: a suspended customer receives nothing, and nobody receives more than the
 * account's number of automated messages in a minute. What workflows answer is kept from going round, too.
 */
export function sendAutomated(
  session: Session,
  firing: FiringRow,
  step: StepRow,
  message: Pick<MessageRow, 'authorName' | 'kind' | 'body' | 'meta'>,
): { seq: number } | { skipped: string } {
  const { work, now, directory } = session;
  const conversation = work.conversation(step.conversationId ?? '');
  const customer = work.customer(conversation.customerId);
  if (isSuspended(session, conversation)) return { skipped: 'suspended' };
  if (firing.family === 'workflow' && goesRound(conversation, now, directory.account.settings))
    return { skipped: 'loop' };
  const counted = countIn(customer, now, limitOf(directory.account.settings));
  if (!counted) return { skipped: 'rate' };
  work.setCustomer(counted);
  if (firing.family === 'workflow') work.setConversation(answeredOnce(conversation, now));
  const channel = directory.channel(conversation.channelKey);
  const { seq } = work.addMessage({
    ...message,
    conversationId: conversation.id,
    authorKind: 'automation',
    authorId: null,
    avatar: channel?.bot ? `bot:${channel.bot.key}` : `channel:${conversation.channelKey}`,
    clientId: null,
    originFiring: firing.id,
    originStep: step.step,
    createdAt: now,
  });
  return { seq };
}

function countIn(customer: Customer, now: Date, limit: number): Customer | undefined {
  const { automatedSince, automatedCount } = customer;
  const fresh = automatedSince === null || now.getTime() - automatedSince.getTime() >= MINUTE;
  if (fresh) return limit > 0 ? { ...customer, automatedSince: now, automatedCount: 1 } : undefined;
  return automatedCount < limit ? { ...customer, automatedCount: automatedCount + 1 } : undefined;
}

function limitOf(settings: Readonly<Record<string, unknown>>): number {
  const limit = settings.automatedMessagesPerMinute;
  return typeof limit === 'number' ? limit : LIMITS.automatedMessagesPerMinute;
}
