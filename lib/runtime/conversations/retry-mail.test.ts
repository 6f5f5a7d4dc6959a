import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Context } from '@/lib/services/context';
import { listThreadMails } from '@/lib/services/workspace/mails';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { connectMailbox, rawMail } from '@/lib/testing/mail-desk';
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/mail-servers';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { receiveMail } from '../connectors/mail/receive-mail';
import { runLane } from '../worker/deliveries';
import { acceptConversation } from './accept';
import { replyToConversation } from './reply';
import { retryMail } from './retry-mail';

const MAILBOX = { key: 'support-mail', address: 'support@shop.example', channel: 'e-mail', inbox: null, group: null };

let test: TestDatabase;
let smtp: SmtpReceiver;
let desk: Desk;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  test = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
});
beforeEach(async () => {
  smtp = await startSmtpReceiver();
  desk = await makeDesk(test.database);
  await query(
    `insert into channels (account_id, id, key, name, kind, brand_id, default_group_id)
      select account_id, gen_random_uuid(), 'e-mail', 'E-mail', 'email', brand_id, default_group_id from channels where account_id = $1 and key = 'web'`,
  );
  await connectMailbox(test.database, desk.account.accountId, { settings: { smtpPort: smtp.port } });
  return async () => {
    await query("update deliveries set state = 'cancelled' where account_id = $1 and state in ('ready', 'leased')");
    await smtp.stop();
  };
});

const query = <T extends Record<string, unknown>>(sql: string, ...params: unknown[]) =>
  test.database.query<T>(sql, [desk.account.accountId, ...params]);

/** Sends what is queued; answers how many mails have gone out so far. */
async function send(): Promise<number> {
  await query(
    "update deliveries set next_at = clock_timestamp() - interval '1 second' where account_id = $1 and state = 'ready'",
  );
  await runLane(test.database, 'mail');
  return smtp.mails.length;
}

const states = async (id: string, context = desk.ada) =>
  (await listThreadMails(context, id)).items.map(({ message, state }) => `${message} ${state}`);

/** A ticket by e-mail. */
async function ticket(): Promise<string> {
  await receiveMail(test.database, desk.account.accountId, MAILBOX, new TextEncoder().encode(rawMail()));
  const [row] = await query<{ id: string }>(
    'select id from conversations where account_id = $1 and number is not null',
  );
  return row?.id ?? '';
}

async function answers(id: string, text: string, context: Context = desk.ada): Promise<number> {
  await replyToConversation(context, id, { text });
  const [row] = await query<{ seq: number }>(
    'select max(seq) as seq from messages where account_id = $1 and conversation_id = $2',
    id,
  );
  return row?.seq ?? 0;
}

it('sends what failed again, once, under the Message-ID that it had', async () => {
  const id = await ticket();
  // Taken by the server, and refused all the same.
  smtp.refuse({ at: 'text', code: 554, text: '5.7.1 Rejected' });
  const seq = await answers(id, 'It is on its way');
  expect(await send()).toBe(0);
  expect(await states(id)).toEqual([`${seq} failed`]);

  const asked = await Promise.allSettled([retryMail(desk.ada, id, seq), retryMail(desk.lea, id, seq)]);
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', params: { reason: 'mail_not_failed' } },
  });
  expect(await states(id)).toEqual([`${seq} waiting`]);
  expect(await send()).toBe(1);
  expect(await send()).toBe(1);
  expect(await states(id)).toEqual([`${seq} sent`]);
  expect(await query(`select attempt from deliveries where account_id = $1 and kind = 'mail'`)).toEqual([
    { attempt: 2 },
  ]);
  await expect(retryMail(desk.ada, id, seq)).rejects.toMatchObject({ code: 'conflict', params: { state: 'done' } });
  expect(await send()).toBe(1);
});

it('keeps the Message-ID where the server had taken it without a word', async () => {
  const id = await ticket();
  smtp.refuse({ at: 'text', code: 0, text: '', cut: true });
  const seq = await answers(id, 'Once');
  expect(await send()).toBe(1);
  await query("update deliveries set state = 'failed' where account_id = $1 and kind = 'mail'");
  await retryMail(desk.ada, id, seq);
  expect(await send()).toBe(2);
  expect(smtp.mails[1]?.messageId).toBe(smtp.mails[0]?.messageId);
});

it('fails again with its new reason, and can be tried once more', async () => {
  const id = await ticket();
  smtp.refuse({ at: 'text', code: 554, text: 'No' }, { at: 'recipient', code: 550, text: 'Nobody' });
  const seq = await answers(id, 'Hello');
  await send();
  await retryMail(desk.ada, id, seq);
  await send();
  expect((await listThreadMails(desk.ada, id)).items).toMatchObject([
    { state: 'failed', detail: expect.stringContaining('Nobody') },
  ]);
  const told = await query("select 1 as one from events where account_id = $1 and type = 'mail_undelivered'");
  expect(told).toHaveLength(2);
  await retryMail(desk.ada, id, seq);
  expect(await send()).toBe(1);
});

it('sends a message of the widget alone when later ones have gone out since', async () => {
  await desk.request(`c-${randomUUID()}`);
  const [{ id } = { id: '' }] = await query<{ id: string }>('select id from conversations where account_id = $1');
  await query("update customers set email = 'zoe@example.org' where account_id = $1");
  await acceptConversation(desk.ada, id, {});
  smtp.refuse({ at: 'text', code: 554, text: 'No' });
  const first = await answers(id, 'First');
  await send();
  const second = await answers(id, 'Second');
  expect(await send()).toBe(1);
  expect(await states(id)).toEqual([`${first} failed`, `${second} sent`]);
  await retryMail(desk.ada, id, first);
  const third = await answers(id, 'Third');
  expect(await send()).toBe(3);
  expect(smtp.mails.map(({ text }) => text?.trim()).sort()).toEqual(['First', 'Second', 'Third']);
  expect(await states(id)).toEqual([`${first} sent`, `${second} sent`, `${third} sent`]);
});

it('is for who may see the conversation, and for messages that went out by e-mail', async () => {
  const id = await ticket();
  smtp.refuse({ at: 'text', code: 554, text: 'No' });
  const seq = await answers(id, 'Mine');
  await send();
  const { ada } = await makeDesk(test.database);
  await expect(retryMail(ada, id, seq)).rejects.toMatchObject({ code: 'not_found' });
  for (const other of [1, seq + 1, 0, 1.5, Number.NaN])
    await expect(retryMail(desk.ada, id, other)).rejects.toMatchObject({ code: 'not_found' });
  expect(await states(id)).toEqual([`${seq} failed`]);
});
