/** A process killed when the mail server has taken a mail and nobody knows it yet. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { Database } from '@/db/client';
import { listFirings } from '@/lib/services/firings/read';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { connectMailbox, rawMail } from '@/lib/testing/mail-desk';
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/mail-servers';
import { testDatabaseKind } from '@/lib/testing/test-database';
import { replyToConversation } from '../../conversations/reply';
import { addRule } from '../../testing/add-rule';
import { endOf, openPlace, type Place, SECRET, startChild } from '../../testing/killed-process';
import { runDeliveries } from '../../worker/deliveries';
import { receiveMail } from './receive-mail';

let smtp: SmtpReceiver;
let place: Place;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', SECRET);
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  smtp = await startSmtpReceiver();
  place = await openPlace();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await place.close();
  await smtp.stop();
});

describe(`a process killed between the mail server and the receipt on ${testDatabaseKind()}`, () => {
  it('costs one more attempt with the same Message-ID, and the log shows it', { timeout: 240_000 }, async () => {
    let database = await place.open();
    const account = await prepare(database);
    await receive(database, account);
    // What a workflow sends, then what an agent answers.
    database = await killed(database);
    expect(await mails(database, account)).toEqual([{ message: null, state: 'done', attempt: 2 }]);
    const [firing] = (await listFirings({ db: database, actor: actorOf(account, 'admin') }, { limit: 1 })).items;
    expect(firing?.steps.map(({ action, state, attempt }) => [action, state, attempt])).toEqual([
      ['send_email', 'done', 2],
      ['add_tag', 'done', 1],
    ]);
    expect(smtp.mails).toHaveLength(2);

    const [ticket] = await database.query<{ id: string }>(
      'select id from conversations where account_id = $1 and number is not null',
      [account.accountId],
    );
    await replyToConversation({ db: database, actor: actorOf(account, 'admin') }, ticket?.id ?? '', {
      text: 'On its way',
    });
    database = await killed(database);
    expect(await mails(database, account)).toEqual([
      { message: null, state: 'done', attempt: 2 },
      { message: 2, state: 'done', attempt: 2 },
    ]);
    expect(smtp.mails).toHaveLength(4);
    expect(smtp.mails[2]?.text?.trim()).toBe('On its way');
    expect(smtp.mails[2]?.inReplyTo).toBe('<first@example.org>');

    for (const [first, again] of [smtp.mails.slice(0, 2), smtp.mails.slice(2)]) {
      expect(first?.messageId).toMatch(/^<signalbox\.[0-9a-f]{40}@shop\.example>$/);
      expect(again?.messageId).toBe(first?.messageId);
      expect(again?.text).toBe(first?.text);
    }
    expect(smtp.mails[2]?.messageId).not.toBe(smtp.mails[0]?.messageId);
    // Known once, however often it went out.
    expect(await database.query("select 1 from mails where direction = 'out'")).toHaveLength(2);
    expect(await audit(database, { now: new Date() })).toEqual([]);
    await place.leave(database);
  });
});

/** Lets a process send what is due and kills it in the moment that the server has it; then sends what was left. */
async function killed(before: Database): Promise<Database> {
  await place.leave(before);
  const child = startChild('deliver-child', place);
  smtp.onTaken = () => child.kill('SIGKILL');
  expect(await endOf(child)).toBe('SIGKILL');
  smtp.onTaken = undefined;
  const taken = smtp.mails.length;

  const database = await place.open();
  const leased = await database.query("select attempt from deliveries where state = 'leased'");
  expect(leased).toEqual([{ attempt: 1 }]);
  // As long as the lease holds nobody touches it; the clock is the test's from here.
  const clock = fakeClock(new Date());
  expect(await runDeliveries(database, clock)).toBe(0);
  expect(smtp.mails).toHaveLength(taken);
  clock.advance(61_000);
  expect(await runDeliveries(database, clock)).toBe(1);
  expect(smtp.mails).toHaveLength(taken + 1);
  return database;
}

async function prepare(database: Database): Promise<TestAccount> {
  const account = await makeAccount(database);
  await database.query(
    `insert into channels (account_id, id, key, name, kind, brand_id, default_group_id)
      select account_id, gen_random_uuid(), 'e-mail', 'E-mail', 'email', brand_id, default_group_id from channels where account_id = $1 and key = 'web'`,
    [account.accountId],
  );
  await connectMailbox(database, account.accountId, { settings: { smtpPort: smtp.port } });
  await addRule(database, account.accountId, {
    family: 'workflow',
    when: { all: [{ field: 'new_message', operator: 'is', value: null }] },
    do: [
      { action: 'send_email', to: 'lead@shop.example', subject: 'New: {{ ticket_id }}', text: 'Please look' },
      { action: 'add_tag', tag: 'told' },
    ],
  });
  return account;
}

async function receive(database: Database, { accountId }: TestAccount): Promise<void> {
  const mailbox = { key: 'support-mail', address: 'support@shop.example', channel: 'e-mail', inbox: null, group: null };
  await receiveMail(database, accountId, mailbox, new TextEncoder().encode(rawMail({ id: 'first@example.org' })));
}

const mails = (database: Database, { accountId }: TestAccount) =>
  database.query(
    `select (payload -> 'plan' ->> 'seq')::int as message, state, attempt from deliveries
      where account_id = $1 and kind = 'mail' order by created_at`,
    [accountId],
  );
