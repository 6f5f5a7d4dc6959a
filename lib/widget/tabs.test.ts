import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTabs } from './tabs';

const ends: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const end of ends.splice(0)) end();
});

/** Work that goes on until it is told to stop, or the test ends. */
function work() {
  const state = { runs: 0, stopped: 0 };
  const run = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      state.runs++;
      ends.push(resolve);
      signal.addEventListener('abort', () => {
        state.stopped++;
        resolve();
      });
    });
  return { state, run };
}

describe('tabs', () => {
  it('one of them leads, and another goes on when its work is done', async () => {
    const name = randomUUID();
    const [first, second] = [work(), work()];
    openTabs(name, () => {}).lead(first.run);
    await vi.waitFor(() => expect(first.state.runs).toBe(1));
    openTabs(name, () => {}).lead(second.run);
    expect(second.state.runs).toBe(0);
    ends.shift()?.();
    await vi.waitFor(() => expect(second.state.runs).toBe(1));
  });

  it('take the lead from one that is asleep, not from one that answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const name = randomUUID();
    const awake = work();
    openTabs(name, () => {}).lead(awake.run);
    await vi.waitFor(() => expect(awake.state.runs).toBe(1));
    const other = work();
    const tabs = openTabs(name, () => {});
    tabs.lead(other.run);
    const answered = new Promise<void>((resolve) => {
      const listening = new BroadcastChannel(name);
      listening.onmessage = ({ data }) => {
        if (data.here) resolve();
      };
      ends.push(() => listening.close());
    });
    tabs.checkLeader();
    await answered;
    await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(other.state.runs).toBe(0);

    const asleep = randomUUID();
    // A tab that holds the lock and hears nothing.
    void navigator.locks
      .request(`${asleep}:leader`, () => new Promise<void>((resolve) => ends.push(resolve)))
      .catch(() => {});
    const awoken = work();
    const left = openTabs(asleep, () => {});
    left.lead(awoken.run);
    left.checkLeader();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(awoken.state.runs).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    await vi.waitFor(() => expect(awoken.state.runs).toBe(1));
  });

  it('each lead where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {});
    const name = randomUUID();
    const [first, second] = [work(), work()];
    for (const one of [first, second]) openTabs(name, () => {}).lead(one.run);
    await vi.waitFor(() => expect([first.state.runs, second.state.runs]).toEqual([1, 1]));
  });

  it('hear what the others tell, and not themselves', async () => {
    const name = randomUUID();
    const [mine, theirs] = [vi.fn(), vi.fn()];
    const tabs = openTabs<string>(name, mine);
    openTabs<string>(name, theirs);
    tabs.tell('news');
    await vi.waitFor(() => expect(theirs).toHaveBeenCalledWith('news'));
    expect(mine).not.toHaveBeenCalled();
  });
});
