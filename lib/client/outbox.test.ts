import { expect, test } from 'vitest';
import { type Attempt, createOutbox, type Outgoing } from './outbox';

const entry = (clientId: string, conversation = 'c-1') => ({
  ...{ clientId, conversation, kind: 'message' as const, text: clientId, attachments: [], at: '2026-11-12T14:00:00Z' },
});

/** An outbox whose server answers what it is told, attempt by attempt. */
function outboxWith(answers: Attempt[], kept = memory()) {
  const tried: string[] = [];
  const send = async ({ clientId }: Outgoing): Promise<Attempt> => {
    tried.push(clientId);
    return answers.shift() ?? { outcome: 'sent' };
  };
  return { outbox: createOutbox({ send, storage: kept }), tried, kept };
}

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

test('what has arrived is gone', async () => {
  const { outbox, tried } = outboxWith([]);
  await outbox.add(entry('a'));
  expect(tried).toEqual(['a']);
  expect(outbox.read()).toEqual([]);
});

test('without a connection everything waits in order and is sent once it is back', async () => {
  const { outbox, tried } = outboxWith([{ outcome: 'unreachable' }, { outcome: 'unreachable' }]);
  await outbox.add(entry('a'));
  await outbox.add(entry('b'));
  expect(tried).toEqual(['a', 'a']);
  expect(outbox.read().map(({ clientId, state }) => [clientId, state])).toEqual([
    ['a', 'waiting'],
    ['b', 'waiting'],
  ]);
  await outbox.flushAll();
  expect(tried.slice(2)).toEqual(['a', 'b']);
  expect(outbox.read()).toEqual([]);
});

test('a refusal stays with its reason, lets the next through, and can be tried again or thrown away', async () => {
  const { outbox, tried } = outboxWith([{ outcome: 'refused', problem: 'It has ended.' }]);
  await outbox.add(entry('a'));
  await outbox.add(entry('b'));
  expect(outbox.read()).toMatchObject([{ clientId: 'a', state: 'failed', problem: 'It has ended.' }]);
  await outbox.flushAll();
  expect(tried).toEqual(['a', 'b']);
  await outbox.retry('a');
  expect(tried).toEqual(['a', 'b', 'a']);
  expect(outbox.read()).toEqual([]);
});

test('it outlives the page', async () => {
  const { outbox, kept } = outboxWith([{ outcome: 'unreachable' }]);
  await outbox.add(entry('a'));
  const { outbox: after, tried } = outboxWith([], kept);
  expect(after.read()).toMatchObject([{ clientId: 'a' }]);
  await after.flushAll();
  expect(tried).toEqual(['a']);
  expect(after.read()).toEqual([]);
});

test('conversations do not wait for each other', async () => {
  const { outbox, tried } = outboxWith([{ outcome: 'unreachable' }]);
  await outbox.add(entry('a', 'c-1'));
  await outbox.add(entry('b', 'c-2'));
  expect(tried).toEqual(['a', 'b']);
  expect(outbox.read()).toMatchObject([{ clientId: 'a', state: 'waiting' }]);
});

test('damaged storage is as good as none', () => {
  const kept = memory();
  kept.setItem('signalbox:outbox', '{');
  expect(outboxWith([], kept).outbox.read()).toEqual([]);
});
