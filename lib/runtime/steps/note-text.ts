import { createHash } from 'node:crypto';
import { LIMITS } from '@/lib/engine/limits';
import type { LiteralEvent } from '@/lib/engine/state/literal-event';
import type { Conversation } from '@/lib/engine/state/records';

/** Notes the customer's text, as far as the loop guard needs it: automatic responders say the same again and again. */
export function noteText(conversation: Conversation, event: LiteralEvent, repeated: boolean): Conversation {
  if (repeated || (event.type !== 'message_sent' && event.type !== 'conversation_requested')) return conversation;
  const { message } = event;
  if (message?.sender.type !== 'customer' || message.stored) return conversation;
  if (message.automatic) return { ...conversation, lastTextDigest: null, sameTextCount: LIMITS.sameTextInARow };
  // Nobody has answered automatically yet, so nothing can go round.
  if (conversation.answersInARow === 0 && conversation.sameTextCount === 0) return conversation;
  const digest = digestOf(message.text);
  if (conversation.lastTextDigest !== digest) return { ...conversation, lastTextDigest: digest, sameTextCount: 1 };
  return { ...conversation, sameTextCount: conversation.sameTextCount + 1 };
}

/** The same for texts that differ in case, spaces and digits alone: dates and numbers of tickets. */
function digestOf(text: string): string {
  const plain = text.toLowerCase().replace(/[\s\d]+/gu, '');
  return createHash('sha256').update(plain).digest('base64url').slice(0, 16);
}
