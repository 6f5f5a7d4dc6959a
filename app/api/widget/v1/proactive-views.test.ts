import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidV7 } from '@/db/uuid-v7';
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import type { WidgetSession } from '@/lib/contracts/widget';
import type { ProactiveOffer } from '@/lib/contracts/widget-proactive';
import { resetAllowances } from '@/lib/http/allowance';
import { thinOut } from '@/lib/runtime/worker/housekeeping';
import type { Context } from '@/lib/services/context';
import { createMessage, deleteMessage, updateMessage } from '@/lib/services/proactive/verbs';
import { readView } from '@/lib/services/proactive/view';
import { listViews } from '@/lib/services/proactive/views';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { askWidget, callWidget, openWidget } from '@/lib/testing/widget-calls';

const singleton = Symbol.for('signalbox.database');
const url = 'https://shop.example/cart';

let test: TestDatabase;
let account: TestAccount;
let admin: Context;
let widget: WidgetSession;
let message: ProactiveMessage;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  Reflect.set(globalThis, singleton, Promise.resolve(test.database));
});
afterAll(() => test.close());
beforeEach(async () => {
  resetAllowances();
  account = await makeAccount(test.database);
  admin = { db: test.database, actor: actorOf(account, 'admin') };
  widget = await openWidget(account.channels.web);
  message = await createMessage(admin, body('Any question?'));
});

const body = (text: string) => ({
  ...{ name: 'Cart', brand: 'main', channel: 'web', status: 'live' },
  when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/help'] }] },
  message: text,
  reply: { kind: 'agent', followUp: '', details: [] },
  frequency: 'every_time',
});
const view = (more: object = {}) => ({
  ...{ id: uuidV7(), ago: 2_000, url, seconds: 12, facts: { visitor_page_url: url } },
  candidates: [{ id: message.id, version: 1, reason: { by: 'condition', verdict: 'unmet' } }],
  ...more,
});
const batch = (views: object[], more: object = {}) => ({
  channel: account.channels.web,
  visit: 'visit-1',
  views,
  ...more,
});
const tell = (views: object[], { token = '', ...more }: { token?: string; visit?: string } = {}) =>
  callWidget('POST /proactive/views', { ...(token && { token }), body: batch(views, more) });
const list = (more: object = {}) => listViews(admin, { limit: 50, ...more });

describe('what became of messages on the pages of a visit', () => {
  it('is told by anybody, and read with every value that was seen', async () => {
    const told = view();
    expect((await tell([told])).status).toBe(204);
    // Sent again: still one.
    await tell([told]);
    const { items } = await list();
    expect(items).toMatchObject([
      { url, visit: 'visit-1', channel: 'web', seconds: 12, customer: null, candidates: [{ name: 'Cart' }] },
    ]);
    const { candidates } = await readView(admin, told.id);
    expect(candidates[0]).toMatchObject({
      ...{ id: message.id, on: { event: 'page_loaded' }, reason: { by: 'condition' } },
      trace: { verdict: 'unmet', all: [{ actual: url, expected: ['/help'], verdict: 'unmet' }] },
    });
  });

  it('is explained by the version that the browser had, also after a change and a deletion', async () => {
    const told = view();
    await tell([told]);
    const when = { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'] }] };
    await updateMessage(admin, message.id, { ...body('Other'), when });
    await deleteMessage(admin, message.id);
    const { candidates } = await readView(admin, told.id);
    expect(candidates[0]).toMatchObject({ name: 'Cart', trace: { verdict: 'unmet' } });
  });

  it('is a customer’s from the moment that the visit has one, with the earlier pages of the visit', async () => {
    await tell([view()]);
    await tell([view({ url: 'https://shop.example/other' })], { visit: 'visit-2' });
    await tell([view({ ago: 0 })], { token: widget.token });
    const mine = await list({ customer: widget.customer.id });
    expect(mine.items.map(({ visit }) => visit)).toEqual(['visit-1', 'visit-1']);
    expect(mine.items[0]?.customer?.key).toBe(`visitor:${widget.customer.id}`);
    expect((await list({ customer: 'nobody' })).items).toEqual([]);
    // A token that nobody has is no reason to refuse, and names nobody.
    expect((await tell([view()], { token: `sbw_${'x'.repeat(43)}`, visit: 'visit-3' })).status).toBe(204);
    expect((await list({ visit: 'visit-3' })).items[0]?.customer).toBeNull();
  });

  it('tells of a message that was shown after the browser had told', async () => {
    const wait = { by: 'time', seconds: 30 };
    await tell([view({ candidates: [{ id: message.id, version: 1, reason: wait }] })], { token: widget.token });
    expect((await list({ nothing: true })).items).toHaveLength(1);
    await askWidget(`POST /proactive/${message.id}/interactions`, {
      token: widget.token,
      body: { id: uuidV7(), kind: 'impression', visit: 'visit-1', url },
    });
    expect((await list()).items[0]?.candidates[0]?.reason).toEqual({ by: 'shown' });
    expect((await list({ nothing: true })).items).toEqual([]);
  });

  it('is found by address, message, channel and visit, page by page', async () => {
    const other = await createMessage(admin, { ...body('Other'), name: 'Other' });
    const both = [message, other].map(({ id }) => ({ id, version: 1, reason: { by: 'page' } }));
    await tell([view({ ago: 3_000 }), view({ ago: 1_000, url: 'https://shop.example/pay', candidates: both })]);
    expect((await list({ search: 'PAY' })).items).toHaveLength(1);
    expect((await list({ message: other.id })).items.map(({ candidates }) => candidates.length)).toEqual([1]);
    expect((await list({ channel: 'mobile' })).items).toEqual([]);
    const first = await list({ limit: 1 });
    expect(first.items[0]?.url).toBe('https://shop.example/pay');
    const second = await list({ limit: 1, cursor: first.next ?? '' });
    expect(second.items[0]?.url).toBe(url);
    expect(second.next).toBeNull();
  });

  it('is refused where it is none, and says what would be right', async () => {
    for (const wrong of [
      view({ facts: { message: 'secret' } }),
      view({ candidates: [] }),
      view({ candidates: [{ id: message.id, version: 1, reason: { by: 'mood' } }] }),
      view({ url: 'x'.repeat(8_001) }),
      view({ more: 1 }),
    ]) {
      const answer = await tell([wrong]);
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors[0].path).toMatch(/^views\[0\]\./);
    }
    expect((await tell(Array.from({ length: 21 }, () => view()))).status).toBe(422);
    const nowhere = { ...batch([view()]), channel: 'nowhere' };
    expect((await callWidget('POST /proactive/views', { body: nowhere })).status).toBe(404);
    expect((await list()).items).toEqual([]);
  });

  it('is of one account alone', async () => {
    const told = view();
    await tell([told]);
    const other = await makeAccount(test.database);
    const stranger: Context = { db: test.database, actor: actorOf(other, 'admin') };
    expect((await listViews(stranger, { limit: 50 })).items).toEqual([]);
    await expect(readView(stranger, told.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is kept within bounds: so many an hour, so many days', async () => {
    const offer = () => askWidget<ProactiveOffer>(`GET /proactive?channel=${account.channels.web}`);
    expect((await offer()).report).toBe(true);
    await tell([view()]);
    await test.database.query(
      `insert into proactive_views (account_id, id, channel_key, visit_id, url, seconds, facts, candidates, at)
        select $1, gen_random_uuid(), 'web', 'busy', '', 1, '{}', '[]', clock_timestamp() from generate_series(1, 1000)`,
      [account.accountId],
    );
    expect((await offer()).report).toBe(false);
    expect((await tell([view({ url: 'https://shop.example/late' })])).status).toBe(204);
    expect((await list({ search: 'late' })).items).toEqual([]);
    await thinOut(test.database, new Date(Date.now() + 6 * 86_400_000));
    expect((await list()).items.length).toBeGreaterThan(0);
    await thinOut(test.database, new Date(Date.now() + 8 * 86_400_000));
    expect((await list()).items).toEqual([]);
  });
});
