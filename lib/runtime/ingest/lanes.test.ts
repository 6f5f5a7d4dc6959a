import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Item, ItemResult } from './item';
import { Lanes } from './lanes';

const item = (key: string): Item => ({
  key,
  hash: key,
  eventId: key,
  occurredAt: null,
  channel: undefined,
  conversation: null,
  customer: null,
  payload: {},
  what: { kind: 'agent', event: { type: 'agent_status_changed', agent: 'a', status: 'away' } },
});
const answer = ({ key }: Item): ItemResult => ({ key, status: 'accepted', firings: [], errors: [] });

/** Two lanes, or more for full shares, whose transactions end when the test says so. */
function heldLanes(fullLanes = 2) {
  const batches: { items: readonly Item[]; finish: () => void }[] = [];
  const lanes = new Lanes(
    (items) => new Promise((done) => batches.push({ items, finish: () => done(items.map(answer)) })),
    2,
    fullLanes,
  );
  return { lanes, batches };
}

const keysOf = (batch?: { items: readonly Item[] }) => batch?.items.map(({ key }) => key);

describe('lanes', () => {
  it('take everybody who came in the same turn together', async () => {
    const { lanes, batches } = heldLanes();
    const callers = ['a', 'b'].map((key) => lanes.submit([item(key)]));
    await turn();
    expect(keysOf(batches[0])).toEqual(['a', 'b']);
    batches[0]?.finish();
    expect((await Promise.all(callers)).map(([result]) => result?.key)).toEqual(['a', 'b']);
    await lanes.idle();
    expect(batches).toHaveLength(1);
  });

  it('merge callers that wait, and answer each its own', async () => {
    const { lanes, batches } = heldLanes();
    const callers: Promise<readonly ItemResult[]>[] = [];
    for (const keys of [['a'], ['b'], ['c', 'd']]) {
      callers.push(...keys.map((key) => lanes.submit([item(key), item(`${key}2`)])));
      await turn();
    }
    expect(batches.map(keysOf)).toEqual([
      ['a', 'a2'],
      ['b', 'b2'],
    ]);
    batches[0]?.finish();
    await callers[0];
    await turn();
    await turn();
    expect(keysOf(batches[2])).toEqual(['c', 'c2', 'd', 'd2']);
    for (const batch of batches) batch.finish();
    expect((await callers[3])?.map(({ key }) => key)).toEqual(['d', 'd2']);
    await lanes.idle();
  });

  it('never tear a caller apart, and keep transactions below a size', async () => {
    const { lanes, batches } = heldLanes();
    const many = (count: number) => Array.from({ length: count }, (_, index) => item(`${count}-${index}`));
    for (const count of [300, 300, 300]) void lanes.submit(many(count));
    await turn();
    expect(batches.map(({ items }) => items.length)).toEqual([300, 300]);
    batches[0]?.finish();
    await turn();
    await turn();
    expect(batches[2]?.items).toHaveLength(300);
  });

  it('share what is enough for two, callers in their order', async () => {
    const { lanes, batches } = heldLanes();
    const many = (name: string) => Array.from({ length: 150 }, (_, index) => item(`${name}-${index}`));
    for (const name of ['a', 'b', 'c']) void lanes.submit(many(name));
    await turn();
    expect(batches.map(({ items }) => [items.length, items[0]?.key])).toEqual([
      [150, 'a-0'],
      [300, 'b-0'],
    ]);
  });

  it('are more while each has a full share to take', async () => {
    const { lanes, batches } = heldLanes(4);
    const many = (count: number) => Array.from({ length: count }, (_, index) => item(`${count}-${index}`));
    for (const count of [10, 20]) {
      void lanes.submit(many(count));
      await turn();
    }
    void lanes.submit(many(199));
    await turn();
    expect(batches).toHaveLength(2);
    for (const count of [200, 201, 202]) void lanes.submit(many(count));
    await turn();
    expect(batches.map(({ items }) => items.length)).toEqual([10, 20, 399, 403]);
  });

  it('tell callers to come back when too many wait', () => {
    const { lanes } = heldLanes();
    const many = Array.from({ length: 500 }, (_, index) => item(`${index}`));
    expect(() => {
      for (let caller = 0; caller < 100; caller++) void lanes.submit(many);
    }).toThrow(expect.objectContaining({ code: 'too_busy', details: { retryAfter: 2 } }));
  });

  it('pass a failure to the callers it concerns, and go on', async () => {
    let attempts = 0;
    const lanes = new Lanes(async (items) => {
      if (attempts++ === 0) throw new Error('connection lost');
      return items.map(answer);
    });
    await expect(lanes.submit([item('a')])).rejects.toThrow('connection lost');
    expect(await lanes.submit([item('b')])).toHaveLength(1);
  });
});
