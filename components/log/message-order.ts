import type { Message } from '@/lib/contracts/conversation';

/** Messages as they are read: by the moment they were written, those of one moment by their number. */
export function inOrder(messages: readonly Message[]): Message[] {
  return [...messages].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || a.seq - b.seq);
}
