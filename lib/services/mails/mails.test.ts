import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { mailQuery } from '@/lib/contracts/mail';
import { receiveBounce } from '@/lib/runtime/connectors/mail/receive-bounce';
import { replyToConversation } from '@/lib/runtime/conversations/reply';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { runLane } from '@/lib/runtime/worker/deliveries';
import { thinOut } from '@/lib/runtime/worker/housekeeping';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { connectMailbox } from '@/lib/testing/mail-desk';
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/mail-servers';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listThreadMails } from '../workspace/mails';
import { getMail, listMails, mailboxConnected } from './read';

const DAY_MILLISECONDS = 86_400_000;

let test: TestDatabase;
let smtp: SmtpReceiver;
let desk: Desk;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  [test, smtp] = await Promise.all([testDatabase(), startSmtpReceiver()]);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([test.close(), smtp.stop()]);
});
beforeEach(async () => {
  desk = await makeDesk(test.database);
  await query(
    `insert into channels (account_id, id, key, name, kind, brand_id, default_group_id)
      select account_id, gen_random_uuid(), 'e-mail', 'E-mail', 'email', brand_id, default_group_id from channels where account_id = $1 and key = 'web'`,
  );
});

const query = <T extends Record<string, unknown>>(sql: string, ...params: unknown[]) =>
  test.database.query<T>(sql, [desk.account.accountId, ...params]);
const list = (more: object = {}, context = desk.ada) => listMails(context, mailQuery.parse(more));

/** An answer to a ticket that came by e-mail, sent as far as that goes; answers the conversation's id. */
async function answer(text: string, email = 'zoe@example.org'): Promise<string> {
  const key = `c-${randomUUID()}`;
  const about = { channel: 'e-mail', conversation: { id: key }, customer: { id: `u-${key}`, email } };
  const occurredAt = new Date().toISOString();
  const message = { id: `m-${key}`, text: 'Where is it?', sender: { type: 'customer' } };
  await ingest(test.database, desk.account.accountId, [
    {
      ...about,
      occurredAt,
      id: `t-${key}`,
      type: 'ticket_created',
      ticket: { source: 'email', subject: `About ${text}` },
    },
    { ...about, occurredAt, id: `e-${key}`, type: 'message_sent', message },
  ]);
  const [row] = await query<{ id: string }>('select id from conversations where account_id = $1 and ext_id = $2', key);
  const id = row?.id ?? '';
  await replyToConversation(desk.ada, id, { text });
  await runLane(test.database, 'mail');
  return id;
}

it('shows what was caught while no mailbox is connected, all of it', async () => {
  expect(await list()).toEqual({ items: [], next: null });
  expect(await mailboxConnected(desk.ada)).toBe(false);
  await answer('On its way: https://shop.example/track?a=1&b=2');
  const { items } = await list();
  expect(items).toEqual([
    {
      ...{ id: expect.any(String), state: 'caught', to: ['zoe@example.org'], at: expect.any(String) },
      ...{ subject: 'Re: About On its way: https://shop.example/track?a=1&b=2', conversation: expect.any(String) },
    },
  ]);
  expect(await getMail(desk.ada, items[0]?.id ?? '')).toMatchObject({
    ...items[0],
    text: 'On its way: https://shop.example/track?a=1&b=2',
    html: expect.stringContaining('<a href="https://shop.example/track'),
    headers: { To: 'zoe@example.org', 'Message-ID': expect.stringContaining('signalbox.') },
    problem: null,
  });
});

it('tells sent ones, failed ones and those that came back apart', async () => {
  await connectMailbox(test.database, desk.account.accountId, { settings: { smtpPort: smtp.port } });
  expect(await mailboxConnected(desk.ada)).toBe(true);
  await answer('one');
  await answer('two', 'bob@example.org');
  const [mail] = await query<{ messageId: string }>(
    `select message_id as "messageId" from mails where account_id = $1 and direction = 'out' and text = 'two'`,
  );
  const returned = {
    address: 'bob@example.org',
    action: 'failed',
    status: '5.1.1',
    diagnostic: 'No such user',
  } as const;
  const bounce = { messageId: mail?.messageId ?? '', recipients: [returned] };
  await receiveBounce(test.database, desk.account.accountId, bounce, 'bounce-1', {});
  await query(`update integrations set active = false where account_id = $1`);
  await answer('three', 'cat@example.org');

  const { items } = await list();
  expect(items.map(({ state, to }) => [state, ...to])).toEqual([
    ['failed', 'cat@example.org'],
    ['bounced', 'bob@example.org'],
    ['sent', 'zoe@example.org'],
  ]);
  const [third, second] = await Promise.all(items.map(({ id }) => getMail(desk.ada, id)));
  expect(third).toMatchObject({ text: 'three', from: null, problem: { code: expect.stringMatching(/^[a-z_]+$/) } });
  expect(second).toMatchObject({ text: 'two', problem: { code: 'returned', detail: 'No such user' } });
  expect((await list({ state: 'failed' })).items).toEqual([items[0]]);
  expect((await list({ search: 'BOB@' })).items).toEqual([items[1]]);
  expect((await list({ search: '%' })).items).toEqual([]);
});

it('goes on where a page ended, also among mails of one moment', async () => {
  for (const text of ['a', 'b', 'c']) await answer(text);
  await query(`update mails set created_at = '2026-11-21T10:00:00.123456Z' where account_id = $1`);
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await list({ limit: 1, ...(cursor && { cursor }) });
    seen.push(...items.map(({ subject }) => subject));
    cursor = next;
  }
  expect(seen.sort()).toEqual(['Re: About a', 'Re: About b', 'Re: About c']);
});

it('marks messages of a thread, with the mail for who may read it', async () => {
  await answer('caught');
  await connectMailbox(test.database, desk.account.accountId, { settings: { smtpPort: smtp.port } });
  const id = await answer('sent');
  const marks = (context = desk.ada) => listThreadMails(context, id);
  const [sent] = (await list()).items;
  const mark = { message: 2, state: 'sent', to: 'zoe@example.org', reason: null, detail: null };
  expect(await marks()).toEqual({ items: [{ ...mark, mail: sent?.id }] });
  expect(await marks(desk.amin)).toEqual({ items: [{ ...mark, mail: null }] });

  await replyToConversation(desk.ada, id, { text: 'more' });
  expect((await marks()).items).toMatchObject([mark, { message: 3, state: 'waiting', mail: null }]);
  await query(`update integrations set active = false where account_id = $1`);
  await runLane(test.database, 'mail');
  const [failed] = (await list({ state: 'failed' })).items;
  expect((await marks()).items).toMatchObject([mark, { state: 'failed', reason: 'not_connected', mail: failed?.id }]);
});

it('is for admins, of their own account', async () => {
  await answer('mine');
  const id = (await list()).items[0]?.id ?? '';
  for (const context of [desk.lea, desk.amin]) {
    await expect(list({}, context)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getMail(context, id)).rejects.toMatchObject({ code: 'forbidden' });
  }
  const { ada } = await makeDesk(test.database);
  expect((await list({}, ada)).items).toEqual([]);
  await expect(getMail(ada, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(getMail(desk.ada, 'mail:nobody:1')).rejects.toMatchObject({ code: 'not_found' });
});

it('forgets caught mails when retention ends, and keeps what was sent', async () => {
  await answer('caught');
  await connectMailbox(test.database, desk.account.accountId, { settings: { smtpPort: smtp.port } });
  await answer('sent');
  await thinOut(test.database, new Date(Date.now() + 89 * DAY_MILLISECONDS));
  expect((await list()).items).toHaveLength(2);
  await thinOut(test.database, new Date(Date.now() + 91 * DAY_MILLISECONDS));
  expect((await list()).items.map(({ state }) => state)).toEqual(['sent']);
});
