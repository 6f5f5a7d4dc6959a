/** What the kill test sends: the same batches in every process, so that the outcome can be counted beforehand. */
import type { TestRule } from '../add-rule';

export interface Workload {
  readonly batches: number;
  readonly size: number;
  readonly conversations: number;
  /** With a workflow that waits for time: each ticket's moment comes a minute after it was created. */
  readonly timed?: boolean;
}

const WORDS = ['alpha', 'beta', 'gamma', 'delta'] as const;
const contains = (word: string) => ({ all: [{ field: 'message', operator: 'contains', value: word }] });
const say = (text: string) => ({ action: 'send_message', sender: 'Bot', text });

/** Rules whose number of firings does not depend on the order in which processes send. */
const rules: readonly TestRule[] = [
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
  {
    family: 'workflow',
    name: 'Answers',
    position: 1,
    when: { all: [{ field: 'message_contains', operator: 'is', value: ['delta'] }] },
    do: [
      { action: 'add_tag', tag: 'delta' },
      { action: 'send_message', text: 'Ticket {{ ticket_id }}' },
    ],
  },
  {
    family: 'workflow',
    name: 'Once for each ticket, after the first answer',
    position: 2,
    when: { all: [{ field: 'tag_added', operator: 'is', value: 'delta' }] },
    do: [{ action: 'set_status', status: 'pending' }],
  },
];

const timedRule: TestRule = {
  family: 'workflow',
  name: 'A minute old',
  position: 3,
  when: { all: [{ field: 'ticket_created', operator: 'more_than', value: { amount: 1, unit: 'minutes' } }] },
  do: [{ action: 'add_tag', tag: 'old' }],
};

export const rulesOf = ({ timed }: Workload): readonly TestRule[] => (timed ? [...rules, timedRule] : rules);

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
      message: {
        id: `m-${number}`,
        text: `${WORDS[number % WORDS.length]} ${inLetters(number)}`,
        sender: { type: 'customer' },
      },
    };
  });
}

/** Texts that differ in digits alone are taken for those of an automatic responder. */
function inLetters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

/** Firings and automated messages of the whole workload. */
export function expected(workload: Workload): { events: number; firings: number; automated: number } {
  const { batches, size, conversations, timed = false } = workload;
  const events = batches * size;
  const each = (word: number) => Math.floor((events - 1 - word) / WORDS.length) + 1;
  const [alpha, beta, gamma, delta] = [each(0), each(1), each(2), each(3)] as const;
  const numbers = Array.from({ length: events }, (_, number) => number);
  const ticketsOf = (some: readonly number[]) => new Set(some.map((number) => (number * 7) % conversations)).size;
  const tagged = ticketsOf(numbers.filter((number) => number % WORDS.length === 3));
  const firings = alpha + beta + gamma + delta + tagged + (timed ? ticketsOf(numbers) : 0);
  return { events, firings, automated: alpha + 3 * beta + gamma + delta };
}
