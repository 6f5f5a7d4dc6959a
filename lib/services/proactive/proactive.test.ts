import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError } from '@/lib/contracts/app-error';
import type { PreviewInput, ProactiveMessage } from '@/lib/contracts/proactive';
import { LIMITS } from '@/lib/engine/limits';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { testDatabase } from '@/lib/testing/test-database';
import { updateAccount } from '../account/update';
import { createBrand } from '../brands/create';
import { createChannel } from '../channels/create';
import type { Context } from '../context';
import { createSchedule } from '../schedules/create';
import { deleteSchedule } from '../schedules/delete';
import { listMessages } from './list';
import { previewMessages } from './preview';
import { messageResults } from './results';
import * as verbs from './verbs';

let database: Database;
let close: () => Promise<void>;
let account: TestAccount;
let admin: Context;
let lead: Context;
let agent: Context;
let stranger: Context;

beforeAll(async () => {
  const opened = await testDatabase();
  database = opened.database;
  close = opened.close;
  account = await makeAccount(database);
  admin = { db: database, actor: actorOf(account, 'admin') };
  lead = { db: database, actor: actorOf(account, 'lead') };
  agent = { db: database, actor: actorOf(account, 'agent') };
  stranger = { db: database, actor: actorOf(await makeAccount(database), 'admin') };
  await createBrand(admin, { name: 'Main', key: 'velo' });
  await createBrand(admin, { name: 'Other', key: 'other' });
  await createChannel(admin, { name: 'Shop', key: 'shop', kind: 'web', brand: 'velo' });
  await createChannel(admin, { name: 'Partner', key: 'partner', kind: 'api', brand: 'velo' });
  await createSchedule(admin, {
    name: 'Office',
    key: 'office',
    timeZone: 'Europe/Paris',
    intervals: [{ day: 0, from: '09:00', to: '17:00' }],
    holidays: [],
  });
});
afterAll(() => close());

let count = 0;
const cart = { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'] }] };
const input = (given: Record<string, unknown> = {}) => ({
  name: `Message ${++count}`,
  brand: 'velo',
  channel: 'shop',
  when: cart,
  message: 'Any question?',
  status: 'live',
  frequency: 'every_time',
  ...given,
});
const make = (given: Record<string, unknown> = {}): Promise<ProactiveMessage> =>
  verbs.createMessage(lead, input(given));

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path} ${code}`)].join(', ');
  }
  return 'nothing';
}

describe('proactive messages', () => {
  it('are drafts that may be saved at any point, and are asked to be whole when they are published', async () => {
    const draft = await verbs.createMessage(lead, { name: 'Begun', brand: 'velo', channel: 'shop' });
    expect(draft).toMatchObject({ status: 'draft', message: '', when: { all: [] }, frequency: 'once_per_visit' });
    expect(await refusal(verbs.publishMessage(lead, draft.id))).toBe('invalid, when.all empty_group, message required');
    const whole = await verbs.updateMessage(lead, draft.id, { ...input({ name: 'Begun', status: 'draft' }) });
    expect(await verbs.publishMessage(lead, whole.id)).toMatchObject({ status: 'live', version: 3 });
    expect(await verbs.pauseMessage(lead, whole.id)).toMatchObject({ status: 'paused' });
    expect(await verbs.publishMessage(lead, whole.id)).toMatchObject({ status: 'live' });
    await verbs.deleteMessage(lead, whole.id);
    expect(await verbs.restoreMessage(lead, whole.id)).toMatchObject({ status: 'live', name: 'Begun' });
  });

  it('refuse what is not finished, with the place', async () => {
    expect(await refusal(make({ message: '', when: { all: [{ any: [] }] } }))).toBe(
      'invalid, when.all[0].any empty_group, message required',
    );
    expect(await refusal(make({ status: 'draft', when: { all: 'x' } }))).toBe('invalid, when.all wrong_type');
    expect(await refusal(make({ brand: 'nowhere' }))).toBe('invalid, brand unknown_reference');
    expect(await refusal(make({ brand: 'other' }))).toBe('invalid, channel channel_of_other_brand');
    expect(await refusal(make({ channel: 'partner' }))).toBe('invalid, channel channel_without_widget');
    expect(await refusal(make({ reply: { kind: 'bot', bot: 'nobody', answer: 'x' } }))).toBe(
      'invalid, reply.bot unknown_reference',
    );
    expect(await refusal(make({ send: { when: 'inside', schedule: 'gone' } }))).toBe(
      'invalid, send.schedule unknown_reference',
    );
  });

  it('answer a bot that is not published on the channel', async () => {
    const bot = uuidV7();
    await database.query(
      `insert into bots (account_id, id, key, name, answers) values ($1, $2, 'helper', 'Helper', $3::text::jsonb)`,
      [account.accountId, bot, JSON.stringify([{ key: 'delivery', title: 'Delivery' }])],
    );
    const reply = { kind: 'bot', bot: 'helper', answer: 'delivery' };
    expect(await refusal(make({ reply }))).toBe('invalid, reply.bot bot_not_on_channel');
    const draft = await make({ reply, status: 'draft' });
    expect(await refusal(verbs.publishMessage(lead, draft.id))).toBe('invalid, reply.bot bot_not_on_channel');
    await database.query(
      `insert into bot_channels (account_id, bot_id, channel_id) select $1, $2, id from channels where account_id = $1 and key = 'shop'`,
      [account.accountId, bot],
    );
    expect(await refusal(make({ reply: { ...reply, answer: 'returns' } }))).toBe(
      'invalid, reply.answer unknown_answer',
    );
    expect((await verbs.publishMessage(lead, draft.id)).status).toBe('live');
    await verbs.deleteMessage(lead, draft.id);
  });

  it('are paused with the reason when what they name is deleted', async () => {
    await createSchedule(admin, { name: 'Night', key: 'night', timeZone: 'UTC', intervals: [], holidays: [] });
    const message = await make({ send: { when: 'outside', schedule: 'night' } });
    expect(await refusal(deleteSchedule(admin, 'night'))).toBe('in_use');
    await deleteSchedule(admin, 'night', { force: true });
    const broken = await verbs.getMessage(lead, message.id);
    expect(broken).toMatchObject({ status: 'paused', broken: { gone: ['schedule:night'] } });
    await verbs.deleteMessage(lead, message.id);
  });

  it('warn when humans keep the control of conversations', async () => {
    const message = await make();
    expect(message.warnings).toEqual([]);
    await updateAccount(admin, { settings: { conversationControl: 'keep' } });
    expect((await verbs.getMessage(lead, message.id)).warnings).toEqual([{ path: 'channel', code: 'control_kept' }]);
    await updateAccount(admin, { settings: { conversationControl: 'release' } });
    await verbs.deleteMessage(lead, message.id);
  });

  it('are for leads and administrators, and of one account', async () => {
    const message = await make();
    expect(await refusal(verbs.pauseMessage(agent, message.id))).toBe('forbidden');
    expect(await refusal(verbs.getMessage(stranger, message.id))).toBe('not_found');
    expect(await refusal(messageResults(stranger, message.id))).toBe('not_found');
    expect((await verbs.getMessage(agent, message.id)).name).toBe(message.name);
    expect(await refusal(verbs.updateMessage(lead, message.id, input(), 7))).toBe('stale_version');
    await verbs.deleteMessage(lead, message.id);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'])('count by days of %s', async (timeZone) => {
    const message = await make();
    const [day] = await database.query<{ start: Date }>(
      `select (now() at time zone $1)::date::timestamp at time zone $1 as start`,
      [timeZone],
    );
    const start = day?.start.getTime() ?? 0;
    for (const [after, kind] of [
      [-1, 'impression'],
      [0, 'impression'],
      [0, 'open'],
      [-28 * 86_400_000, 'impression'],
    ] as const) {
      await database.query(
        `insert into proactive_interactions (account_id, id, rule_id, rule_version, kind, customer_id, channel_key, at)
          values ($1, $2, $3, 1, $4, $2, 'shop', $5)`,
        [account.accountId, uuidV7(), message.id, kind, new Date(start + after)],
      );
    }
    const { days, total } = await messageResults(lead, message.id, { timeZone });
    expect(days).toHaveLength(28);
    expect(days.slice(-2).map(({ shown, opened }) => [shown, opened])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(total).toMatchObject({ shown: 2, opened: 1 });
    expect(days.at(-1)?.day).toBe(new Intl.DateTimeFormat('en-CA', { timeZone }).format());
    await verbs.deleteMessage(lead, message.id);
  });

  it('keep versions, and write an old one as a new one', async () => {
    const first = await make({ name: 'Versions', message: 'One' });
    await verbs.updateMessage(lead, first.id, input({ name: 'Versions', message: 'Two' }));
    expect((await verbs.listMessageVersions(lead, first.id)).map(({ version }) => version)).toEqual([2, 1]);
    const back = await verbs.restoreMessageVersion(lead, first.id, 1);
    expect(back).toMatchObject({ message: 'One', status: 'live', version: 3 });
    await verbs.deleteMessage(lead, first.id);
  });

  it('come back from an export as they were', async () => {
    const message = await make({ name: 'Exported', tags: ['cart'], on: { event: 'on_page', seconds: 30 } });
    const exported = await verbs.exportMessages(lead);
    const again = await verbs.importMessages(lead, exported, { onConflict: 'rename' }, 'en');
    expect(again.entries.every(({ outcome }) => outcome === 'renamed')).toBe(true);
    const copy = await verbs.getMessage(lead, again.entries.at(-1)?.id ?? '');
    const { id, name, priority, version, createdAt, updatedAt, ...rest } = message;
    expect(copy).toMatchObject(rest);
  });

  it('have an order, which is their priority', async () => {
    const before = (await listMessages(lead, { page: 1, pageSize: 200 })).items.map(({ id }) => id);
    expect(await refusal(verbs.orderMessages(lead, { ids: before.slice(1) }))).toBe('invalid, ids order_incomplete');
    expect(await refusal(verbs.orderMessages(lead, { ids: [...before, uuidV7()] }))).toMatch(/unknown_reference/);
    await verbs.orderMessages(lead, { ids: [...before].reverse() });
    const after = await listMessages(lead, { page: 1, pageSize: 200 });
    expect(after.items.map(({ id }) => id)).toEqual([...before].reverse());
    expect(after.items.map(({ priority }) => priority)).toEqual(before.map((_, index) => index + 1));
  });

  it('are at most 140, drafts included', async () => {
    const { used } = await listMessages(lead, { page: 1, pageSize: 1 });
    const more = Array.from({ length: LIMITS.proactiveMessages - used }, () => input({ status: 'draft' }));
    expect((await verbs.importMessages(lead, more, {}, 'en')).imported).toBe(more.length);
    expect(await refusal(make({ status: 'draft' }))).toBe('limit_exceeded');
    const { items } = await listMessages(lead, { page: 1, pageSize: 1 });
    expect(await refusal(verbs.cloneMessage(lead, items[0]?.id ?? '', 'fr'))).toBe('limit_exceeded');
    const ids = (await listMessages(lead, { page: 1, pageSize: 200 })).items.map(({ id }) => id);
    await verbs.bulkMessages(lead, { verb: 'delete', ids });
    expect((await listMessages(lead, { page: 1, pageSize: 1 })).used).toBe(0);
  });
});

describe('the preview of a visit', () => {
  const see = (given: Partial<PreviewInput> & Record<string, unknown> = {}) =>
    previewMessages(agent, { channel: 'shop', url: 'https://shop.example/cart', at: '2026-11-23T10:00:00Z', ...given });

  it('tells which message appears, and the first thing that stops each other', async () => {
    const names = ['first', 'second', 'outside', 'later', 'elsewhere', 'draft'] as const;
    const own = {
      second: {},
      first: {},
      outside: { send: { when: 'outside', schedule: 'office' } },
      later: { on: { event: 'on_page', seconds: 20 } },
      elsewhere: { when: { all: [{ field: 'visitor_page_url', operator: 'glob', value: '/help*' }] } },
      draft: { status: 'draft' },
    };
    const ids = new Map<string, string>();
    for (const name of names) ids.set((await make({ name, ...own[name] })).id, name);
    const { winner, candidates } = await see();
    expect(ids.get(winner ?? '')).toBe('first');
    expect(candidates.map(({ id, stopped }) => [ids.get(id), stopped?.by ?? 'shown'])).toEqual([
      ['first', 'shown'],
      ['second', 'priority'],
      ['outside', 'schedule'],
      ['later', 'time'],
      ['elsewhere', 'condition'],
    ]);
    expect(candidates[4]?.trace).toMatchObject({ verdict: 'unmet', all: [{ actual: 'https://shop.example/cart' }] });
    expect((await see({ inConversation: true })).winner).toBeNull();
  });

  it('takes the message of the editor before it is stored', async () => {
    const { winner, candidates } = await see({ message: input({ name: 'In the editor', status: 'draft' }) });
    expect(winner).toBe('edited');
    expect(candidates[0]).toMatchObject({ id: 'edited', name: 'In the editor', stopped: null });
  });
});
