import { createHash } from 'node:crypto';

/** Message-IDs in a header, without angle brackets, in order, each once. */
export function idsIn(header: string | undefined): string[] {
  const bracketed = [...(header ?? '').matchAll(/<([^<>\s]{1,500})>/g)].map(([, id]) => id ?? '');
  if (bracketed.length > 0) return [...new Set(bracketed)];
  // Some senders leave the brackets out.
  return [...new Set((header ?? '').split(/\s+/).filter((id) => /^[^@<>]{1,300}@[^@<>]{1,300}$/.test(id)))];
}

/**
 * Our Message-ID for a delivery: the same for every attempt, so that the other end recognises a repeat, and not to be
 * guessed, since whoever knows it can write into the conversation.
 */
export function messageIdOf(accountId: string, deliveryKey: string, from: string): string {
  const secret = process.env.SIGNALBOX_SECRET ?? '';
  const digest = createHash('sha256').update(`${secret}\n${accountId}\n${deliveryKey}`).digest('hex').slice(0, 40);
  return `signalbox.${digest}@${from.slice(from.lastIndexOf('@') + 1) || 'localhost'}`;
}

/** At most so many references, as RFC 5322 suggests to shorten: the first, and the latest. */
const MOST_REFERENCES = 20;

/** References of an answer to a mail with these. */
export function referencesOf(references: readonly string[], messageId: string | null): string[] {
  const all = [...new Set([...references, ...(messageId === null ? [] : [messageId])])];
  return all.length <= MOST_REFERENCES ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)];
}
