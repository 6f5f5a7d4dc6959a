/** Against a real SMTP server on this machine, the connection cut in the middle included. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { connectMailbox, rawMail } from '@/lib/testing/mail-desk';
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/mail-servers';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { replyToConversation } from '../../conversations/reply';
import { addRules } from '../../testing/add-rule';
import { runLane } from '../../worker/deliveries';
import { receiveMail } from './receive-mail';

let database: TestDatabase;
let smtp: SmtpReceiver;
let desk: Desk;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  database = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});
beforeEach(async () => {
  smtp = await startSmtpReceiver();
  desk = await makeDesk(database.database);
  await query(
    `insert into channels (account_id, id, key, name, kind, brand_id, default_group_id)
      select account_id, gen_random_uuid(), 'e-mail', 'E-mail', 'email', brand_id, default_group_id from channels where account_id = $1 and key = 'web'`,
  );
  await connectMailbox(database.database, desk.account.accountId, { settings: { smtpPort: smtp.port } });
});
afterEach(() => smtp.stop());

const query = <T extends Record<string, unknown>>(sql: string, ...params: unknown[]) =>
  database.database.query<T>(sql, [desk.account.accountId, ...params]);
const mailbox = { key: 'support-mail', address: 'support@shop.example', channel: 'e-mail', inbox: null, group: null };

async function ticketByMail(raw = rawMail({ id: 'first@example.org' })): Promise<string> {
  await receiveMail(database.database, desk.account.accountId, mailbox, new TextEncoder().encode(raw));
  const [row] = await query<{ id: string }>(
    'select id from conversations where account_id = $1 order by id desc limit 1',
  );
  return row?.id ?? '';
}

/** Sends what is due; what waits for another attempt is made due first. A moment ago, since times are rounded when stored. */
async function send(): Promise<void> {
  await query(
    `update deliveries set next_at = clock_timestamp() - interval '1 second' where account_id = $1 and state = 'ready'`,
  );
  await query(
    `update deliveries set lease_until = clock_timestamp() - interval '1 second' where account_id = $1 and state = 'leased'`,
  );
  await runLane(database.database, 'mail');
}
const deliveries = () =>
  query<{ state: string; attempt: number; error: string | null }>(
    `select state, attempt, last_error ->> 'code' as error from deliveries where account_id = $1 and kind = 'mail' order by idempotency_key`,
  );

test("an agent's answer goes out in the thread", async () => {
  const id = await ticketByMail();
  await replyToConversation(desk.ada, id, { text: 'It is on its way.\n\nhttps://shop.example/track' });
  await send();
  expect(smtp.mails).toHaveLength(1);
  const [mail] = smtp.mails;
  expect(mail).toMatchObject({
    from: { name: 'Shop', address: 'support@shop.example' },
    to: [{ address: 'zoe@example.org' }],
    subject: 'Re: Where is my order?',
    inReplyTo: '<first@example.org>',
    references: '<first@example.org>',
    messageId: expect.stringMatching(/^<signalbox\.[0-9a-f]{40}@shop\.example>$/),
  });
  expect(mail?.text?.trim()).toBe('It is on its way.\n\nhttps://shop.example/track');
  expect(mail?.html).toContain('<a href="https://shop.example/track">');
  expect(mail?.headers.some(({ key }) => key === 'auto-submitted')).toBe(false);

  // The customer answers the answer, and the next one refers to all of them.
  const answer = rawMail({ id: 'second@example.org', headers: { 'In-Reply-To': mail?.messageId ?? '' } });
  expect(await ticketByMail(answer)).toBe(id);
  await replyToConversation(desk.ada, id, { text: 'Good.' });
  await send();
  expect(smtp.mails[1]).toMatchObject({
    inReplyTo: '<second@example.org>',
    references: expect.stringContaining(mail?.messageId ?? '–'),
  });
});

test('a workflow answers once, and says that it is a machine', async () => {
  await addRules(
    database.database,
    desk.account.accountId,
    [
      {
        family: 'workflow',
        name: 'Thank you',
        when: { all: [{ field: 'new_message', operator: 'is', value: true }] },
        do: [{ action: 'send_message', text: 'Thank you, {{ customer_name }}' }],
      },
    ] as never,
    new Date(),
  );
  await ticketByMail();
  await send();
  expect(smtp.mails.map(({ text }) => text?.trim())).toEqual(['Thank you, Zoë']);
  expect(smtp.mails[0]?.headers).toContainEqual(
    expect.objectContaining({ key: 'auto-submitted', value: 'auto-replied' }),
  );
});

test('a mail to another address is an effect of its step, with what it rendered', async () => {
  await addRules(
    database.database,
    desk.account.accountId,
    [
      {
        family: 'workflow',
        name: 'Tell the lead',
        when: { all: [{ field: 'new_message', operator: 'is', value: true }] },
        do: [
          {
            action: 'send_email',
            to: 'lead@example.org',
            subject: 'From {{ customer_name }}',
            text: '{{ customer_email }}',
          },
        ],
      },
    ] as never,
    new Date(),
  );
  await ticketByMail();
  await send();
  expect(smtp.mails).toMatchObject([{ to: [{ address: 'lead@example.org' }], subject: 'From Zoë' }]);
  expect(smtp.mails[0]?.text?.trim()).toBe('zoe@example.org');
  expect(smtp.mails[0]?.headers).toContainEqual(
    expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
  );
  const steps = await query('select state, result from firing_steps where account_id = $1');
  expect(steps).toMatchObject([{ state: 'done', result: { to: 'lead@example.org', messageId: expect.any(String) } }]);
  expect(await query('select state from firings where account_id = $1')).toEqual([{ state: 'done' }]);
});

test('what the server refuses for good fails at once, and the conversation says why', async () => {
  const id = await ticketByMail();
  smtp.refuse({ at: 'recipient', code: 550, text: 'No such user' });
  await replyToConversation(desk.ada, id, { text: 'Hello' });
  await send();
  expect(await deliveries()).toEqual([{ state: 'failed', attempt: 1, error: 'mail_refused' }]);
  const lines = await query<{ change: object }>(
    `select shown -> 'changes' -> 0 as change from events where account_id = $1 and type = 'mail_undelivered'`,
  );
  expect(lines).toMatchObject([
    {
      change: {
        address: 'zoe@example.org',
        message: 2,
        reason: 'mail_refused',
        detail: expect.stringContaining('No such user'),
      },
    },
  ]);
});

test('what it only puts off is tried again', async () => {
  const id = await ticketByMail();
  smtp.refuse({ at: 'text', code: 451, text: 'Greylisted' });
  await replyToConversation(desk.ada, id, { text: 'Hello' });
  await send();
  expect(await deliveries()).toEqual([{ state: 'ready', attempt: 1, error: 'mail_refused_for_now' }]);
  await send();
  expect(await deliveries()).toEqual([{ state: 'done', attempt: 2, error: null }]);
  expect(smtp.mails).toHaveLength(1);
});

test('cut after the server took it: the repeat is recognisable by its Message-ID', async () => {
  const id = await ticketByMail();
  smtp.refuse({ at: 'text', code: 0, text: '', cut: true });
  await replyToConversation(desk.ada, id, { text: 'Hello' });
  await send();
  expect(await deliveries()).toEqual([{ state: 'ready', attempt: 1, error: expect.any(String) }]);
  await send();
  expect(await deliveries()).toEqual([{ state: 'done', attempt: 2, error: null }]);
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await query(`select id from mails where account_id = $1 and direction = 'out'`)).toHaveLength(1);
});

test('a server that is away, and a wrong password, are tried again', async () => {
  const id = await ticketByMail();
  await smtp.stop();
  await replyToConversation(desk.ada, id, { text: 'Hello' });
  await send();
  expect(await deliveries()).toEqual([{ state: 'ready', attempt: 1, error: 'connection_refused' }]);
  smtp = await startSmtpReceiver();
  await query(
    `update integrations set settings = settings || jsonb_build_object('smtpPort', $2::int) where account_id = $1`,
    smtp.port,
  );
  await query(`update integrations set secret_encrypted = null where account_id = $1`);
  await send();
  expect(await deliveries()).toEqual([{ state: 'ready', attempt: 2, error: 'wrong_password' }]);
});

test('addresses that are not public are refused unless they are allowed', async () => {
  const id = await ticketByMail();
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '');
  await replyToConversation(desk.ada, id, { text: 'Hello' });
  await send();
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  expect(await deliveries()).toEqual([{ state: 'failed', attempt: 1, error: 'private_address' }]);
  expect(smtp.mails).toHaveLength(0);
});

test('files go along', async () => {
  const id = await ticketByMail();
  const [file] = await query<{ id: string }>(
    `insert into attachments (account_id, id, uploader_kind, uploader_id, name, media_type, size, bytes)
      values ($1, gen_random_uuid(), 'user', $2, 'Prix €.csv', 'text/csv', 4, 'a;b'::bytea) returning id`,
    desk.account.users.admin.id,
  );
  await replyToConversation(desk.ada, id, { text: 'See', attachments: [file?.id ?? ''] });
  await send();
  expect(smtp.mails[0]?.attachments).toMatchObject([{ filename: 'Prix €.csv', mimeType: 'text/csv' }]);
});

const inWidget = async () => {
  await desk.request('w-1', { customer: 'visitor' });
  await query(`update customers set email = 'zoe@example.org' where account_id = $1 and ext_id = 'visitor'`);
  const [row] = await query<{ id: string }>(`select id from conversations where account_id = $1 and ext_id = 'w-1'`);
  return row?.id ?? '';
};

test('what nobody reads in the widget follows by e-mail, once and together; the answer comes back into it', async () => {
  const id = await inWidget();
  await replyToConversation(desk.ada, id, { text: 'Are you there?' });
  await replyToConversation(desk.ada, id, { text: 'It is on its way.' });
  await runLane(database.database, 'mail');
  expect(smtp.mails, 'not before two minutes').toHaveLength(0);
  await send();
  expect(smtp.mails).toHaveLength(1);
  expect(smtp.mails[0]?.text).toContain('Are you there?\n\nIt is on its way.');
  await replyToConversation(desk.ada, id, { text: 'Good night.' });
  await send();
  expect(smtp.mails).toHaveLength(2);
  expect(smtp.mails[1]?.text?.trim()).toBe('Good night.');
  expect(smtp.mails[1]).toMatchObject({ inReplyTo: smtp.mails[0]?.messageId, to: [{ address: 'zoe@example.org' }] });

  const answer = rawMail({ text: 'Thank you', headers: { 'In-Reply-To': smtp.mails[1]?.messageId ?? '' } });
  await receiveMail(database.database, desk.account.accountId, mailbox, new TextEncoder().encode(answer));
  const thread = await query<{ body: string }>(
    'select body from messages where account_id = $1 and conversation_id = $2 order by seq',
    id,
  );
  expect(thread.at(-1)).toEqual({ body: 'Thank you' });
});

test('what was read in the widget is not sent', async () => {
  const id = await inWidget();
  await replyToConversation(desk.ada, id, { text: 'Are you there?' });
  await query('update conversations set customer_read_seq = message_seq where account_id = $1 and id = $2', id);
  await send();
  expect(smtp.mails).toHaveLength(0);
  expect(await deliveries()).toEqual([{ state: 'done', attempt: 1, error: null }]);
});

test('without any mailbox mails are caught, and not sent', async () => {
  const id = await ticketByMail();
  await query('delete from integrations where account_id = $1');
  await replyToConversation(desk.ada, id, { text: 'Hello' });
  await send();
  expect(smtp.mails).toHaveLength(0);
  const caught = await query(
    `select state, recipients, subject, text from mails where account_id = $1 and direction = 'out'`,
  );
  expect(caught).toEqual([
    { state: 'caught', recipients: ['zoe@example.org'], subject: 'Re: Where is my order?', text: 'Hello' },
  ]);
});

test('with a mailbox that is switched off nothing is caught quietly: it fails and says so', async () => {
  const id = await ticketByMail();
  await query('update integrations set active = false where account_id = $1');
  await replyToConversation(desk.ada, id, { text: 'Hello' });
  await send();
  expect(await deliveries()).toEqual([{ state: 'failed', attempt: 1, error: 'not_connected' }]);
});
