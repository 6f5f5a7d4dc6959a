import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Desk, makeDesk } from '@/lib/testing/desk';
import { connectMailbox, rawMail } from '@/lib/testing/mail-desk';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { replyToConversation } from '../../conversations/reply';
import { addRules } from '../../testing/add-rule';
import { runLane } from '../../worker/deliveries';
import { receiveMail } from './receive-mail';

let test_: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  test_ = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test_.close();
});
beforeEach(async () => {
  desk = await makeDesk(test_.database);
  await test_.database.query(
    `insert into channels (account_id, id, key, name, kind, brand_id, default_group_id)
      select account_id, gen_random_uuid(), 'e-mail', 'E-mail', 'email', brand_id, default_group_id from channels where account_id = $1 and key = 'web'`,
    [desk.account.accountId],
  );
  await connectMailbox(test_.database, desk.account.accountId);
});

const mailbox = { key: 'support-mail', address: 'support@shop.example', channel: 'e-mail', inbox: null, group: null };
const receive = (raw: string) =>
  receiveMail(test_.database, desk.account.accountId, mailbox, new TextEncoder().encode(raw));
const query = <T extends Record<string, unknown>>(sql: string, ...params: unknown[]) =>
  test_.database.query<T>(sql, [desk.account.accountId, ...params]);
const tickets = () =>
  query<{
    id: string;
    number: number | null;
    subject: string;
    source: string;
    integration: string;
    phase: string;
    channel: string;
    email: string;
    name: string;
  }>(
    `select c.id, c.number::int as number, c.subject, c.source, c.integration_key as integration, c.phase, c.channel_key as channel, u.email, u.name
      from conversations c join customers u on u.account_id = c.account_id and u.id = c.customer_id where c.account_id = $1 order by c.id`,
  );
const thread = (id: string) =>
  query<{ body: string; kind: string; meta: unknown; name: string }>(
    'select body, author_kind as kind, author_name as name, meta from messages where account_id = $1 and conversation_id = $2 order by seq',
    id,
  );

describe('a mail without a conversation', () => {
  test('makes a customer and a ticket', async () => {
    expect(await receive(rawMail())).toBe('ticket');
    expect(await tickets()).toEqual([
      {
        ...{ id: expect.any(String), number: expect.any(Number), subject: 'Where is my order?', source: 'email' },
        ...{ integration: 'support-mail', phase: 'queued', channel: 'e-mail', email: 'zoe@example.org', name: 'Zoë' },
      },
    ]);
  });

  test('is one message, however often it comes', async () => {
    const raw = rawMail();
    await receive(raw);
    expect(await receive(raw)).toBe('known');
    expect(await receive(raw.replace('It has not come.', 'It has not come.\r\n-- \r\nA list'))).toBe('known');
    expect(await tickets()).toHaveLength(1);
    const [ticket] = await tickets();
    expect(await thread(ticket?.id ?? '')).toHaveLength(1);
  });

  test('twice at the same moment is one message', async () => {
    const raw = rawMail();
    await Promise.all([receive(raw), receive(raw), receive(raw)]);
    const [ticket, other] = await tickets();
    expect(other).toBeUndefined();
    expect(await thread(ticket?.id ?? '')).toHaveLength(1);
    expect(await query('select id from mails where account_id = $1')).toHaveLength(1);
  });

  test('of somebody who wrote before belongs to the same customer', async () => {
    await receive(rawMail());
    await receive(rawMail({ from: 'Somebody <ZOE@example.org>', subject: 'Something else' }));
    expect(await tickets()).toMatchObject([{ name: 'Zoë' }, { name: 'Zoë' }]);
    expect(await query('select id from customers where account_id = $1')).toHaveLength(1);
  });

  test('an address that a visitor has only claimed is not that visitor', async () => {
    await desk.request('w-1', { customer: 'visitor' });
    await query(`update customers set email = 'zoe@example.org' where account_id = $1 and ext_id = 'visitor'`);
    await receive(rawMail());
    expect(
      await query(`select ext_id from customers where account_id = $1 and ext_id = 'email:zoe@example.org'`),
    ).toHaveLength(1);
  });

  test('starts the workflows on subject, source and text', async () => {
    const { accountId } = desk.account;
    await addRules(
      test_.database,
      accountId,
      [
        {
          family: 'workflow',
          name: 'Mail',
          when: {
            all: [
              { field: 'source', operator: 'is', value: ['email'] },
              { field: 'subject_contains', operator: 'is', value: ['order'] },
              { field: 'new_ticket', operator: 'is', value: ['incoming_message'] },
            ],
          },
          do: [{ action: 'add_tag', tag: 'by-mail' }],
        },
      ] as never,
      new Date(),
    );
    await receive(rawMail());
    expect(await query('select tags from conversations where account_id = $1')).toEqual([{ tags: ['by-mail'] }]);
  });

  test('from ourselves is refused', async () => {
    await expect(receive(rawMail({ from: 'support@shop.example' }))).rejects.toThrow('own_address');
  });
});

describe('an answer', () => {
  const answered = async () => {
    await receive(rawMail({ id: 'first@example.org' }));
    const [ticket] = await tickets();
    return ticket?.id ?? '';
  };

  test('goes on with the mail that it refers to, and its quote is folded', async () => {
    const id = await answered();
    const text = 'Thank you!\r\n\r\nOn Mon, 16 Nov 2026, Shop <support@shop.example> wrote:\r\n> It is on its way.';
    const headers = { References: '<unknown@x> <first@example.org>' };
    expect(await receive(rawMail({ subject: 'Quite another subject', text, headers }))).toBe('message');
    expect(await tickets()).toHaveLength(1);
    expect(await thread(id)).toMatchObject([
      { body: 'It has not come.' },
      { body: 'Thank you!', meta: { mail: { quoted: expect.stringContaining('on its way') } } },
    ]);
  });

  test('from another address says whose it is', async () => {
    const id = await answered();
    await receive(rawMail({ from: 'Boss <boss@example.org>', headers: { 'In-Reply-To': '<first@example.org>' } }));
    expect(await thread(id)).toMatchObject([{}, { name: 'Boss', meta: { mail: { from: 'boss@example.org' } } }]);
  });

  test('without references is found by its subject, for the same sender alone', async () => {
    await answered();
    expect(await receive(rawMail({ subject: 'RE: where is my order?' }))).toBe('message');
    expect(await receive(rawMail({ subject: 'Where is my order?' }))).toBe('ticket');
    expect(await receive(rawMail({ from: 'other@example.org', subject: 'Re: Where is my order?' }))).toBe('ticket');
  });

  test('to a conversation that has ended begins the next one, for the same customer', async () => {
    const id = await answered();
    await query(`update conversations set phase = 'ended', ended_at = now() where account_id = $1 and id = $2`, id);
    expect(await receive(rawMail({ headers: { References: '<first@example.org>' } }))).toBe('ticket');
    expect(await tickets()).toHaveLength(2);
    expect(await query('select id from customers where account_id = $1')).toHaveLength(1);
  });

  test('by a machine is marked, and no workflow answers it', async () => {
    await addRules(
      test_.database,
      desk.account.accountId,
      [
        {
          family: 'workflow',
          name: 'Thank you',
          when: { all: [{ field: 'new_message', operator: 'is', value: true }] },
          do: [{ action: 'send_message', text: 'Thank you' }],
        },
      ] as never,
      new Date(),
    );
    await receive(rawMail({ headers: { 'Auto-Submitted': 'auto-replied' } }));
    const rows = await query('select state, reason from firings where account_id = $1');
    expect(rows).toEqual([{ state: 'skipped', reason: 'loop' }]);
  });
});

test('files come along; what is too large is named', async () => {
  const big = Buffer.alloc(10_000_001, 7).toString('base64');
  const body = `--b\r\nContent-Type: text/plain\r\n\r\nSee\r\n--b\r\nContent-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\n1;2\r\n--b\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename=big.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${big}\r\n--b--`;
  await receive(rawMail({ text: body, headers: { 'Content-Type': 'multipart/mixed; boundary=b' } }));
  const files = await query(
    'select name, media_type as type, message_seq as seq from attachments where account_id = $1',
  );
  expect(files).toEqual([{ name: 'a.csv', type: 'text/csv', seq: 1 }]);
  const [ticket] = await tickets();
  expect(await thread(ticket?.id ?? '')).toMatchObject([
    { meta: { mail: { leftOut: [{ name: 'big.zip', size: 10_000_001 }] } } },
  ]);
});

test('a mail that came back is told beside the message that it was', async () => {
  await receive(rawMail());
  await query(`delete from integrations where account_id = $1`);
  const [ticket] = await tickets();
  await replyToConversation(desk.ada, ticket?.id ?? '', { text: 'It is on its way.' });
  await runLane(test_.database, 'mail');
  const [sent] = await query<{ id: string; seq: number }>(
    `select message_id as id, message_seq as seq from mails where account_id = $1 and direction = 'out'`,
  );
  const raw = `From: MAILER-DAEMON@mx.example\r\nTo: support@shop.example\r\nSubject: Undelivered\r\nMessage-ID: <b@mx.example>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; zoe@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 No such user\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${sent?.id}>\r\n--b--\r\n`;
  expect(await receive(raw)).toBe('bounce');
  await receive(raw);
  expect(await tickets()).toHaveLength(1);
  const lines = await query(
    `select shown -> 'changes' as changes from events where account_id = $1 and type = 'mail_undelivered'`,
  );
  expect(lines).toEqual([
    {
      changes: [
        {
          type: 'mail_undelivered',
          address: 'zoe@example.org',
          message: sent?.seq,
          reason: 'returned',
          detail: '550 No such user',
        },
      ],
    },
  ]);
  expect(await query(`select state from mails where account_id = $1 and direction = 'out'`)).toEqual([
    { state: 'bounced' },
  ]);
});
