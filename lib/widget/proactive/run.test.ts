import { describe, expect, it } from 'vitest';
import type { InteractionAnswer, ViewsInput } from '@/lib/contracts/widget-proactive';
import { openStorage } from '../storage';
import type { Page } from '../surroundings';
import { type Around, type Offered, run } from './run';

type Told = { message: string; kind: string; visit: string };

let ids = 0;

/** A page with a clock of its own, in a browser whose storage outlives it. */
function openPage(
  offered: readonly Partial<Offered>[],
  options: { storage?: Map<string, string>; refuses?: string[] } = {},
) {
  const { storage = new Map<string, string>(), refuses = [] } = options;
  const area = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  };
  const page: Page = { url: 'https://shop.example/cart', title: 'Cart' };
  const state = { now: 1_000_000, visible: true, open: false, inConversation: false };
  const told: Told[] = [];
  const opened: string[] = [];
  const reported: (ViewsInput['views'][number] & { visit: string })[] = [];
  const timers: { at: number; callback: () => void }[] = [];
  let shown: Offered | null = null;
  let offers = 0;
  const message = (more: Partial<Offered>): Offered => ({
    ...{
      id: 'a',
      version: 1,
      on: { event: 'page_loaded' },
      frequency: 'every_time',
      send: { when: 'any' },
      text: 'Hello',
    },
    when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'] }] },
    author: { kind: 'automation', name: 'Velo', avatar: null },
    ...more,
  });
  const around: Around = {
    kept: openStorage(() => area as unknown as Storage, 'test:'),
    page: () => page,
    language: 'en',
    visible: () => state.visible,
    busy: () => state,
    async offer() {
      offers++;
      return { messages: offered.map(message), schedules: {}, now: new Date(state.now).toISOString(), report: true };
    },
    async tell(id, { kind, visit }): Promise<InteractionAnswer> {
      told.push({ message: id, kind, visit });
      const allowed = kind !== 'impression' || !refuses.includes(id);
      return { allowed, stopped: allowed ? null : 'paused' };
    },
    report: (visit, views) => void reported.push(...views.map((view) => ({ ...view, visit }))),
    newId: () => `id-${++ids}`,
    show: (next) => {
      shown = next;
    },
    open: ({ id }) => opened.push(id),
    now: () => state.now,
    after(ms, callback) {
      const timer = { at: state.now + ms, callback };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
  };
  return {
    ...{ around, state, told, opened, storage, page, reported },
    start: () => run(around),
    shown: () => shown?.id ?? null,
    offers: () => offers,
    async pass(ms: number) {
      state.now += ms;
      for (const timer of timers.filter(({ at }) => at <= state.now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.callback();
      }
      await settle();
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const onPage = (seconds: number) => ({ on: { event: 'on_page', seconds } });

describe('proactive messages on a page', () => {
  it('appear at once when the page is loaded, one at a time, and are told to the server', async () => {
    const page = openPage([{ id: 'a' }, { id: 'b' }]);
    const running = await page.start();
    expect(page.shown()).toBe('a');
    running.dismiss();
    await settle();
    expect(page.shown()).toBe('b');
    expect(page.told.map(({ message, kind }) => `${message} ${kind}`)).toEqual([
      ...['a impression', 'a dismissal', 'b impression'],
    ]);
    expect(page.offers()).toBe(1);
  });

  it('wait until the page was in sight long enough; a hidden tab stands still', async () => {
    const page = openPage([{ id: 'a', ...onPage(30) }]);
    const running = await page.start();
    await page.pass(20_000);
    page.state.visible = false;
    running.changed('visibility');
    await page.pass(60_000);
    expect(page.shown()).toBeNull();
    page.state.visible = true;
    running.changed('visibility');
    await page.pass(9_000);
    expect(page.shown()).toBeNull();
    await page.pass(1_000);
    expect(page.shown()).toBe('a');
  });

  it('begin anew with the route', async () => {
    const page = openPage([{ id: 'a', ...onPage(30) }]);
    const running = await page.start();
    await page.pass(20_000);
    running.changed('route');
    await page.pass(20_000);
    expect(page.shown()).toBeNull();
    await page.pass(10_000);
    expect(page.shown()).toBe('a');
    page.page.url = 'https://shop.example/help';
    running.changed('route');
    expect(page.shown()).toBeNull();
  });

  it('keep to their frequency, in this browser and in this visit', async () => {
    const storage = new Map<string, string>();
    const offered = [
      { id: 'customer', frequency: 'once_per_customer' as const },
      { id: 'visit', frequency: 'once_per_visit' as const },
      { id: 'always' },
    ];
    const seen = async (dismissals: number) => {
      const page = openPage(offered, { storage });
      const running = await page.start();
      const all = [page.shown()];
      for (let i = 0; i < dismissals; i++) {
        running.dismiss();
        await settle();
        all.push(page.shown());
      }
      return all;
    };
    expect(await seen(3)).toEqual(['customer', 'visit', 'always', null]);
    expect(await seen(1)).toEqual(['always', null]);
    storage.set('test:visit', JSON.stringify({ id: 'old', last: 1_000_000 - 31 * 60_000 }));
    expect(await seen(2)).toEqual(['visit', 'always', null]);
    storage.clear();
    expect(await seen(0)).toEqual(['customer']);
  });

  it('appear once a page at most where nothing can be stored', async () => {
    const page = openPage([{ id: 'a' }]);
    const blocked = () => {
      throw new Error('blocked');
    };
    Reflect.set(page.around, 'kept', openStorage(blocked, 'test:'));
    const running = await page.start();
    expect(page.shown()).toBe('a');
    running.dismiss();
    await settle();
    running.changed('widget');
    await settle();
    expect(page.shown()).toBeNull();
  });

  it('do not appear beside the open widget or a running conversation, nor when the server refuses', async () => {
    const page = openPage([{ id: 'a' }, { id: 'b' }], { refuses: ['a'] });
    page.state.inConversation = true;
    const running = await page.start();
    expect(page.shown()).toBeNull();
    page.state.inConversation = false;
    running.changed('widget');
    await settle();
    expect(page.shown()).toBe('b');
    page.state.open = true;
    running.changed('widget');
    await settle();
    expect(page.shown()).toBeNull();
  });

  it('open the widget when the visitor answers', async () => {
    const page = openPage([{ id: 'a' }]);
    const running = await page.start();
    running.answer();
    expect(page.opened).toEqual(['a']);
    expect(page.told.at(-1)).toMatchObject({ kind: 'open', message: 'a' });
    expect(page.shown()).toBeNull();
  });

  it('know a visitor who was here before, and for how long not', async () => {
    const storage = new Map([['test:visit', JSON.stringify({ id: 'old', last: 1_000_000 - 7_200_000 })]]);
    const back = {
      when: {
        all: [
          { field: 'visitor_history', operator: 'is', value: 'returning' },
          { field: 'visitor_last_visit_hours', operator: 'is', value: 2 },
        ],
      },
    };
    const page = openPage([{ id: 'a', ...back }], { storage });
    await page.start();
    expect(page.shown()).toBe('a');
    const first = openPage([{ id: 'a', ...back }]);
    await first.start();
    expect(first.shown()).toBeNull();
  });

  describe('are told to the server, once for each page', () => {
    const plain = (views: ReturnType<typeof openPage>['reported']) =>
      views.map(({ url, candidates }) => [
        url,
        ...candidates.map(({ id, reason }) => `${id} ${JSON.stringify(reason)}`),
      ]);

    it('when nothing is left to wait for, with what was shown, refused and stopped', async () => {
      const help = { all: [{ field: 'visitor_page_url', operator: 'glob', value: '/help' }] };
      const page = openPage([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd', when: help }], { refuses: ['a'] });
      const running = await page.start();
      expect(page.shown()).toBe('b');
      expect(page.reported).toEqual([]);
      await page.pass(3_000);
      expect(plain(page.reported)).toEqual([
        [
          'https://shop.example/cart',
          'a {"by":"server","refusal":"paused"}',
          'b {"by":"shown"}',
          'c {"by":"priority","winner":"b"}',
          'd {"by":"condition","verdict":"unmet"}',
        ],
      ]);
      expect(page.reported[0]).toMatchObject({ ago: 3_000, seconds: 3, visit: expect.stringMatching(/^id-/) });
      // What follows on the same page is not told again.
      running.dismiss();
      await page.pass(60_000);
      running.leave();
      expect(page.reported).toHaveLength(1);
    });

    it('at the latest after a minute, or when it is left; several pages at once', async () => {
      const page = openPage([{ id: 'a', ...onPage(600) }]);
      const running = await page.start();
      await page.pass(2_000);
      page.page.url = 'https://shop.example/pay';
      running.changed('route');
      await page.pass(5_000);
      expect(page.reported).toEqual([]);
      await page.pass(50_000);
      expect(page.reported).toEqual([]);
      await page.pass(5_000);
      expect(plain(page.reported)).toEqual([
        ['https://shop.example/cart', 'a {"by":"time","seconds":598}'],
        ['https://shop.example/pay', 'a {"by":"time","seconds":540}'],
      ]);
      page.page.url = 'https://shop.example/thanks';
      running.changed('route');
      await settle();
      running.leave();
      expect(page.reported.map(({ url }) => url)).toContain('https://shop.example/thanks');
    });

    it('with no more of what the page says than the conditions ask for', async () => {
      const plan = { all: [{ field: 'page_metadata', metadata: 'plan', operator: 'is', value: 'email' }] };
      const page = openPage([{ id: 'a', when: plan }]);
      page.page.metadata = { plan: 'free', email: 'zoe@example.org' };
      await page.start();
      await page.pass(3_000);
      expect(page.reported[0]?.facts).toEqual({ page_metadata: { plan: 'free' } });
    });

    it('unless the server wants none', async () => {
      const page = openPage([{ id: 'a' }]);
      const { offer } = page.around;
      page.around.offer = async () => ({ ...(await offer()), report: false });
      const running = await page.start();
      await page.pass(60_000);
      running.leave();
      expect(page.reported).toEqual([]);
    });
  });
});
