/** What the kill test sends: the same batches in every process, so that the outcome can be counted beforehand. */
import type { TestRule } from '../add-rule';

export interface Workload {
  readonly batches: number;
  readonly size: number;
  readonly conversations: number;
}

const WORDS = ['alpha', 'beta', 'gamma', 'delta'] as const;
const contains = (word: string) => ({ all: [{ field: 'message', operator: 'contains', value: word }] });
const say = (text: string) => ({ action: 'send_message', sender: 'Bot', text });

/** Rules that look at the text alone: their firings do not depend on the order in which processes send. */
export const chaosRules: readonly TestRule[] = [
  { name: 'At once', on: 'message_sent', when: contains('alpha'), do: [say('Hello @customer_name')] },
  {
    name: 'After a wait',
    on: 'message_sent',
    when: contains('beta'),
    do: [
      say('One moment'),
      { action: 'wait', seconds: 1 },
      say('Still there?'),
      { action: 'wait', seconds: 1 },
      say('Bye'),
    ],
  },
  {
    name: 'Tags',
    on: 'message_sent',
    when: contains('gamma'),
    do: [{ action: 'add_tags', tags: ['gamma'] }, say('Noted')],
  },
];

export function batchOf({ size, conversations }: Workload, batch: number, occurredAt: string): object[] {
  return Array.from({ length: size }, (_, index) => {
    const number = batch * size + index;
    const conversation = (number * 7) % conversations;
    return {
      id: `chaos-${number}`,
      type: 'message_sent',
      occurredAt,
      channel: 'web',
      conversation: { id: `c-${conversation}` },
      customer: { id: `u-${conversation}`, name: `Customer ${conversation}` },
      message: { id: `m-${number}`, text: `${WORDS[number % WORDS.length]} ${number}`, sender: { type: 'customer' } },
    };
  });
}

/** Firings and automated messages of the whole workload. */
export function expected({ batches, size }: Workload): { events: number; firings: number; automated: number } {
  const events = batches * size;
  const each = (word: number) => Math.floor((events - 1 - word) / WORDS.length) + 1;
  return { events, firings: each(0) + each(1) + each(2), automated: each(0) + 3 * each(1) + each(2) };
}
