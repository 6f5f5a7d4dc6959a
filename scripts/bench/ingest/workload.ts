import type { TestRule } from '@/lib/runtime/testing/add-rule';

export const CONVERSATIONS = 2_000;
const WORDS = 400;

const sayHello = { action: 'send_message', sender: 'Bot', text: 'Hello @customer_name' };
const waitADay = { action: 'wait', seconds: 86_400 };
const contains = (value: string) => ({ field: 'message', operator: 'contains', value });
const byCustomer = { field: 'sender_type', operator: 'is', value: 'customer' };

/** Two rules with 0.9 firings per event, a third of them with a wait, and beside them so many that never fire. */
export function benchRules(silent: number): TestRule[] {
  const rule = (name: string, when: TestRule['when'], actions: TestRule['do']) => ({
    name,
    on: 'message_sent',
    when,
    do: actions,
  });
  return [
    rule('At once', { all: [contains('please'), byCustomer] }, [sayHello]),
    rule('After a day', { all: [contains('soon')] }, [waitADay, sayHello]),
    ...Array.from({ length: silent }, (_, index) =>
      rule(`Silent ${index}`, { all: [contains(`nothing${index}`), byCustomer] }, [sayHello]),
    ),
  ];
}

export function eventsFrom(first: number, count: number, prefix: string, conversations = CONVERSATIONS): object[] {
  const began = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const conversation = (number * 7) % conversations;
    return {
      id: `${prefix}-${number}`,
      type: 'message_sent',
      // Each conversation's next message is later than its last one, as customers' are: its moments move with every one.
      occurredAt: new Date(began + Math.floor(index / 20)).toISOString(),
      channel: 'web',
      conversation: { id: `c-${conversation}` },
      customer: { id: `u-${conversation}`, name: `Customer ${conversation}` },
      message: { id: `${prefix}-m-${number}`, text: textOf(number), sender: { type: 'customer' } },
    };
  });
}

/** Firings of the events from number 0 on. */
export function firingsOf(count: number): number {
  let firings = 0;
  for (let number = 0; number < count; number++) firings += Number(asks(number)) + Number(isSoon(number));
  return firings;
}

const asks = (number: number) => number % 10 < 6;
const isSoon = (number: number) => number % 10 < 3;

function textOf(number: number): string {
  const words = Array.from({ length: 12 }, (_, index) => `word${(number * 31 + index * 17) % WORDS}`).join(' ');
  return `${words}${asks(number) ? ' please' : ''}${isSoon(number) ? ' soon' : ''}`;
}
