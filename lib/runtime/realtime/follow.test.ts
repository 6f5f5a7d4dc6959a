import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidV7 } from '@/db/uuid-v7';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { HINTS_CHANNEL, type Hint, hintBus, tellHints } from '../hints';
import { type Following, follow } from './follow';
import { PASSING_CHANNEL, type Passing, tellPassing } from './passing';

let test: TestDatabase;
let account: string;
let ending: AbortController;
/** What is committed, and how often it was read. */
let committed: number[];
let reads: number;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
  account = uuidV7();
  ending = new AbortController();
  committed = [1, 2];
  reads = 0;
});
afterEach(() => ending.abort());

const hint = (id = 'c-1'): Hint => ({ account, topic: 'conversation', id, seq: 0 });
const typing = (active: boolean): Passing => {
  return { account, topic: 'typing', conversation: 'c-1', by: 'agent', who: 'ada', name: 'Ada', active };
};

function start(more: Partial<Following<number | string>> = {}) {
  let seen = 0;
  return follow<number | string>({
    database: test.database,
    signal: ending.signal,
    concerns: (each) => each.account === account && each.id === 'c-1',
    async read() {
      reads += 1;
      const found = committed.filter((number) => number > seen);
      seen = committed.at(-1) ?? 0;
      return found;
    },
    passing: (each) => (each.account === account ? `${each.name} ${each.active}` : undefined),
    compareMilliseconds: 60_000,
    ...more,
  });
}
const next = async (following: AsyncGenerator<number | string>) => (await following.next()).value;

describe('following', () => {
  it('begins with what is committed and goes on with hints, each thing once', async () => {
    const following = start();
    expect([await next(following), await next(following)]).toEqual([1, 2]);
    const third = next(following);
    committed.push(3);
    tellHints(test.database, [hint()]);
    expect(await third).toBe(3);
    const fourth = next(following);
    for (let count = 0; count < 20; count += 1) tellHints(test.database, [hint()]);
    committed.push(4, 5);
    tellHints(test.database, [hint()]);
    expect([await fourth, await next(following)]).toEqual([4, 5]);
  });

  it('melts hints together while the reader is busy', async () => {
    const following = start();
    await next(following);
    for (let count = 0; count < 50; count += 1) tellHints(test.database, [hint()]);
    committed.push(3);
    expect([await next(following), await next(following)]).toEqual([2, 3]);
    expect(reads).toBe(2);
  });

  it('is not woken by what does not concern it', async () => {
    const following = start();
    await next(following);
    await next(following);
    const third = next(following);
    tellHints(test.database, [hint('c-2'), { ...hint(), account: uuidV7() }]);
    committed.push(3);
    tellPassing(test.database, typing(true));
    expect(await third).toBe('Ada true');
    expect(reads).toBe(1);
  });

  it('compares without any hint', async () => {
    const following = start({ compareMilliseconds: 10 });
    await next(following);
    await next(following);
    const third = next(following);
    committed.push(3);
    expect(await third).toBe(3);
  });

  it('rests between reads, and loses nothing by it', async () => {
    const following = start({ restMilliseconds: 30 });
    await next(following);
    await next(following);
    const third = next(following);
    for (const number of [3, 4, 5]) {
      committed.push(number);
      tellHints(test.database, [hint()]);
    }
    expect([await third, await next(following), await next(following)]).toEqual([3, 4, 5]);
    expect(reads).toBe(2);
  });

  it('ends with its signal, also while it waits, and leaves the buses', async () => {
    const before = hintBus().listenerCount('hint');
    const following = start();
    await next(following);
    await next(following);
    const end = following.next();
    expect(hintBus().listenerCount('hint')).toBe(before + 1);
    ending.abort();
    expect(await end).toEqual({ done: true, value: undefined });
    expect(hintBus().listenerCount('hint')).toBe(before);
  });

  it('reads again when notifications may have been missed', async () => {
    const following = start();
    await next(following);
    await next(following);
    const third = next(following);
    committed.push(3);
    hintBus().emit('missed');
    expect(await third).toBe(3);
  });

  it('hears other servers', async () => {
    if (test.database.kind !== 'postgres') return;
    const following = start();
    await next(following);
    await next(following);
    const third = next(following);
    committed.push(3);
    const notification = JSON.stringify(['another-process', [account, 'conversation', 'c-1', 3]]);
    // Until the listening has begun nothing is heard; its beginning reads too.
    await test.database.notify(HINTS_CHANNEL, notification);
    expect(await third).toBe(3);
    const typed = next(following);
    await test.database.notify(PASSING_CHANNEL, JSON.stringify(['another-process', typing(false)]));
    expect(await typed).toBe('Ada false');
  });
});
