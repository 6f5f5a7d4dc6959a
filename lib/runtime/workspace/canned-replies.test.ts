import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '@/lib/auth/actor';
import type { CannedReplyQuery } from '@/lib/contracts/canned-reply';
import { getCannedReply, listCannedReplies } from '@/lib/services/canned-replies/read';
import { createCannedReply, deleteCannedReply, updateCannedReply } from '@/lib/services/canned-replies/write';
import type { Context } from '@/lib/services/context';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { renderCannedReply } from './render-reply';

let test: TestDatabase;
let desk: Desk;
let ada: Context;
let amin: Context;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  desk = await makeDesk(test.database);
  ({ ada, amin } = desk);
});

const list = async (context: Context, query: Partial<CannedReplyQuery> = {}) =>
  (await listCannedReplies(context, { page: 1, pageSize: 50, ...query })).items.map(({ shortcut }) => shortcut);
const reply = (shortcut: string, more: object = {}) => ({
  shortcut,
  title: `About ${shortcut}`,
  text: 'Hello',
  ...more,
});

describe('canned replies', () => {
  it('are one’s own or everybody’s', async () => {
    const mine = await createCannedReply(amin, reply('mine'));
    expect(mine).toMatchObject({ shared: false, owner: { name: 'Amin Agent' }, mayChange: true });
    const all = await createCannedReply(ada, reply('all', { shared: true }));
    await createCannedReply(ada, reply('hers'));
    expect(await list(amin)).toEqual(['all', 'mine']);
    expect(await list(ada)).toEqual(['all', 'hers']);
    expect(await list(amin, { scope: 'own' })).toEqual(['mine']);
    expect(await list((await makeDesk(test.database)).ada)).toEqual([]);
    expect((await getCannedReply(amin, all.id)).mayChange).toBe(false);
    for (const stranger of [ada, (await makeDesk(test.database)).ada]) {
      await expect(getCannedReply(stranger, mine.id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(deleteCannedReply(stranger, mine.id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('are shared, changed and deleted by whom they belong to', async () => {
    await expect(createCannedReply(amin, reply('all', { shared: true }))).rejects.toMatchObject({ code: 'forbidden' });
    const all = await createCannedReply(desk.lea, reply('all', { shared: true }));
    await expect(updateCannedReply(amin, all.id, { text: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteCannedReply(amin, all.id)).rejects.toMatchObject({ code: 'forbidden' });
    const mine = await createCannedReply(amin, reply('mine'));
    await expect(updateCannedReply(amin, mine.id, { shared: true })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await updateCannedReply(amin, mine.id, { title: 'Mine' })).toMatchObject({ title: 'Mine', text: 'Hello' });
    expect(await updateCannedReply(ada, all.id, { text: 'New' })).toMatchObject({ text: 'New', shared: true });
    expect(await updateCannedReply(ada, all.id, { shared: false })).toMatchObject({ shared: false });
    expect(await list(desk.lea)).toEqual(['all']);
    await deleteCannedReply(amin, mine.id);
    expect(await list(amin)).toEqual([]);
    const changes = await test.database.query(
      "select verb from changes where account_id = $1 and entity_kind = 'canned_reply' order by id",
      [desk.account.accountId],
    );
    expect(changes.map(({ verb }) => verb)).toEqual(['created', 'created', 'updated', 'updated', 'updated', 'deleted']);
  });

  it('have one shortcut each', async () => {
    await createCannedReply(amin, reply('Hello'));
    await createCannedReply(ada, reply('hello'));
    const shared = await createCannedReply(ada, reply('hello', { shared: true }));
    const taken = { code: 'invalid', issues: [{ path: 'shortcut', code: 'shortcut_taken' }] };
    await expect(createCannedReply(amin, reply('hELLO'))).rejects.toMatchObject(taken);
    await expect(createCannedReply(ada, reply('HELLO', { shared: true }))).rejects.toMatchObject(taken);
    const other = await createCannedReply(ada, reply('bye', { shared: true }));
    await expect(updateCannedReply(ada, other.id, { shortcut: 'Hello' })).rejects.toMatchObject(taken);
    expect(await updateCannedReply(ada, shared.id, { shortcut: 'HELLO' })).toMatchObject({ shortcut: 'HELLO' });
    for (const shortcut of ['two words', ' ', '/x']) {
      await expect(createCannedReply(amin, reply(shortcut))).rejects.toMatchObject({ issues: [{ path: 'shortcut' }] });
    }
  });

  it('of tokens are everybody’s', async () => {
    const token = { ...ada, actor: { ...systemActor(desk.account.accountId), kind: 'token' as const } };
    await expect(createCannedReply(token, reply('x'))).rejects.toMatchObject({ issues: [{ path: 'shared' }] });
    expect(await createCannedReply(token, reply('x', { shared: true }))).toMatchObject({ owner: null });
  });

  it('are found by shortcut first', async () => {
    await createCannedReply(amin, reply('return', { text: 'How to send back' }));
    await createCannedReply(amin, reply('back'));
    await createCannedReply(amin, reply('hours'));
    expect(await list(amin, { search: 'back' })).toEqual(['back', 'return']);
    expect(await list(amin, { search: '%' })).toEqual([]);
  });
});

describe('placeholders of a canned reply', () => {
  it('are filled in for the conversation, what has no value is named', async () => {
    await desk.request('c-1', { customer: 'Ada', text: 'My @customer_name broke' });
    const text =
      '@customer_name: “@message”, @queue_size waiting, @customer_served. @customer_email@wait_time_min @nobody';
    const { id } = await createCannedReply(amin, reply('x', { text }));
    expect(await renderCannedReply(amin, id, { conversation: 'c-1' })).toEqual({
      text: 'Zoë Ada: “My @customer_name broke”, 1 waiting, False. @wait_time_min @nobody',
      missing: ['customer_email'],
    });
  });

  it('need a conversation that the agent sees', async () => {
    await desk.request('c-1', { group: 'sales' });
    const { id } = await createCannedReply(amin, reply('x', { text: '@customer_name' }));
    await expect(renderCannedReply(amin, id, { conversation: 'c-1' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(renderCannedReply(ada, id, { conversation: 'c-1' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
