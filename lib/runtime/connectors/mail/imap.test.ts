/** Against a real IMAP server on this machine: Debian's Dovecot. In CI it must be there. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findDovecot, IMAP_PASSWORD, type ImapServer, startImapServer } from '@/lib/testing/dovecot';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { connectMailbox, rawMail } from '@/lib/testing/mail-desk';
import { startSmtpReceiver, startWire, type Wire } from '@/lib/testing/mail-servers';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import type { Repeated } from '../../worker/repeat';
import { startFetching } from './fetch-mail';
import { testMailbox } from './test-mailbox';

const mustRun = process.env.CI !== undefined;

describe.skipIf(!mustRun && findDovecot() === undefined)(
  'by IMAP (needs Dovecot: apt-get install dovecot-imapd)',
  () => {
    let database: TestDatabase;
    let imap: ImapServer;
    let wire: Wire;
    let account: TestAccount;
    let user: string;
    let integration: string;
    const running: Repeated[] = [];
    const errors: unknown[] = [];
    let count = 0;

    beforeAll(async () => {
      vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
      vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
      database = await testDatabase();
      imap = await startImapServer();
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      await imap?.stop();
      await database?.close();
    });
    beforeEach(async () => {
      account = await makeAccount(database.database);
      wire = await startWire(imap.port);
      user = `zoe${++count}`;
      integration = await connectMailbox(database.database, account.accountId, {
        settings: { user, imapPort: wire.port },
      });
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map((each) => each.stop()));
      await wire.stop();
      await query('delete from integrations where account_id = $1');
      expect(errors.splice(0)).toEqual([]);
    });

    const query = <T extends Record<string, unknown>>(sql: string, ...params: unknown[]) =>
      database.database.query<T>(sql, [account.accountId, ...params]);
    const fetching = () => {
      const started = startFetching(database.database, {
        onError: (error) => errors.push(error),
        ...{ lookMilliseconds: 50, askMilliseconds: 500 },
      });
      running.push(started);
      return started;
    };
    const texts = async () =>
      (
        await query<{ body: string }>(
          'select body from messages where account_id = $1 order by created_at, conversation_id, seq',
        )
      ).map(({ body }) => body);
    const state = async () =>
      (await query<{ state: Record<string, unknown> }>('select state from integrations where account_id = $1'))[0]
        ?.state ?? {};
    const poll = { timeout: 30_000, interval: 50 };
    const ready = () => vi.waitFor(async () => expect((await state()).position).toBeTruthy(), poll);
    const come = (expected: string[]) =>
      vi.waitFor(async () => expect((await texts()).sort()).toEqual([...expected].sort()), poll);
    /** Lets the next attempt begin at once. */
    const hurry = () =>
      query(`update integrations set state = state - array['notBefore', 'heldUntil', 'holder'] where account_id = $1`);

    test('mails become messages as they come, and are marked as read; what was there before stays', async () => {
      await imap.deliver(user, rawMail({ text: 'From long ago' }));
      fetching();
      await ready();
      await imap.deliver(user, rawMail({ text: 'One' }));
      await imap.deliver(user, rawMail({ text: 'Two' }));
      await come(['One', 'Two']);
      await vi.waitFor(async () => expect(await imap.flags(user)).toEqual([[], ['\\Seen'], ['\\Seen']]), poll);
      expect(await query(`select kind, key from channels where account_id = $1 and kind = 'email'`)).toHaveLength(1);
    });

    test('one bad mail stops no other, and is told', async () => {
      fetching();
      await ready();
      await imap.deliver(user, 'Subject: From nobody\n\nHello');
      await imap.deliver(user, rawMail({ text: 'Good' }));
      await come(['Good']);
      expect((await state()).problems).toMatchObject([{ code: 'no_sender', uid: 1 }]);
      // When it was read last is told, and moves.
      const before = String((await state()).lastFetchAt);
      expect(new Date(before).toISOString()).toBe(before);
      await vi.waitFor(async () => expect(String((await state()).lastFetchAt) > before).toBe(true), poll);
    });

    test('a connection that is cut is made again, and nothing is lost or doubled', async () => {
      fetching();
      await ready();
      await imap.deliver(user, rawMail({ text: 'Before' }));
      await come(['Before']);
      for (let round = 0; round < 5; round += 1) {
        // In the middle of what the server says about the next mails.
        wire.cutAfter(200 + 700 * round);
        for (let each = 0; each < 3; each += 1)
          await imap.deliver(user, rawMail({ text: `${round}/${each} ${'x'.repeat(800)}` }));
        wire.cut();
        await vi.waitFor(
          async () => {
            await hurry();
            expect(await texts()).toHaveLength(1 + 3 * (round + 1));
          },
          { ...poll, interval: 300 },
        );
      }
      const all = await texts();
      expect(new Set(all).size).toBe(16);
      expect(wire.connections).toBeGreaterThan(5);
    });

    test('a server that is away is tried again with growing pauses, and said', async () => {
      await wire.stop();
      fetching();
      await vi.waitFor(
        async () => expect(await state()).toMatchObject({ failures: 1, lastError: 'connection_refused' }),
        poll,
      );
      const first = await state();
      await query(`update integrations set state = state - 'notBefore' where account_id = $1`);
      await vi.waitFor(async () => expect(await state()).toMatchObject({ failures: 2 }), poll);
      expect(Number((await state()).notBefore) - Date.now()).toBeGreaterThan(5_000);
      expect(first.holder).toBeUndefined();
      wire = await startWire(imap.port);
      await query(
        `update integrations set settings = settings || jsonb_build_object('imapPort', $2::int), state = state - 'notBefore' where account_id = $1`,
        wire.port,
      );
      await ready();
      await vi.waitFor(async () => expect((await state()).lastError).toBeUndefined(), poll);
      expect((await state()).failures).toBeUndefined();
    });

    test('of several servers one fetches; when it goes another takes over', async () => {
      const one = fetching();
      await ready();
      const holder = (await state()).holder;
      fetching();
      await imap.deliver(user, rawMail({ text: 'One' }));
      await come(['One']);
      expect((await state()).holder).toBe(holder);
      expect(wire.connections).toBe(1);
      await one.stop();
      await imap.deliver(user, rawMail({ text: 'Two' }));
      await come(['One', 'Two']);
      expect((await state()).holder).not.toBe(holder);
    });

    test('a server that was killed holds the mailbox no longer than its lease', async () => {
      await query(
        `update integrations set state = jsonb_build_object('holder', 'killed', 'heldUntil', extract(epoch from clock_timestamp()) * 1000 + 60000) where account_id = $1`,
      );
      fetching();
      await imap.deliver(user, rawMail({ text: 'Waits' }));
      expect(await texts()).toEqual([]);
      expect((await state()).holder).toBe('killed');
      await query(
        `update integrations set state = state || '{"heldUntil": 0}' || jsonb_build_object('position', jsonb_build_object('folder', 'INBOX', 'validity', 'old', 'uid', 7)) where account_id = $1`,
      );
      await come(['Waits']);
    });

    test('a folder that the server numbers anew is read once more, and known mails come once', async () => {
      await query(`update integrations set settings = settings || '{"folder": "Tickets"}' where account_id = $1`);
      await imap.deliver(user, rawMail({ text: 'Old' }), 'Tickets');
      fetching();
      await ready();
      const again = rawMail({ text: 'One' });
      await imap.deliver(user, again, 'Tickets');
      await come(['One']);
      const before = (await state()).position;
      await imap.renumber(user, 'Tickets');
      wire.cut();
      await imap.deliver(user, again, 'Tickets');
      await imap.deliver(user, rawMail({ text: 'Two' }), 'Tickets');
      await vi.waitFor(
        async () => {
          await hurry();
          expect((await texts()).sort()).toEqual(['One', 'Two']);
        },
        { ...poll, interval: 1_000 },
      );
      expect((await state()).position).not.toMatchObject({ validity: (before as { validity: string }).validity });
    });

    test('changed settings hold from the next look', async () => {
      fetching();
      await ready();
      const other = `other${count}`;
      await query(
        `update integrations set settings = settings || jsonb_build_object('user', $2::text), version = version + 1, state = state - 'position' where account_id = $1`,
        other,
      );
      await vi.waitFor(() => expect(wire.connections).toBeGreaterThan(1), poll);
      await ready();
      await imap.deliver(other, rawMail({ text: 'Elsewhere' }));
      await come(['Elsewhere']);
    });

    describe('trying the connection', () => {
      const checks = async (settings: object, secrets = { password: IMAP_PASSWORD }) => {
        const smtp = await startSmtpReceiver();
        const [row] = await query<{ settings: Record<string, unknown> }>(
          'select settings from integrations where account_id = $1',
        );
        const found = await testMailbox(
          {
            ...{ database: database.database, accountId: account.accountId, integrationId: integration, kind: 'mail' },
            ...{
              settings: { ...row?.settings, smtpPort: smtp.port, smtpSignsIn: false, ...settings },
              secrets,
              allowPrivate: true,
            },
          },
          { to: 'ada@example.org' },
        );
        const mails = smtp.mails.map(({ to }) => to?.[0]?.address);
        await smtp.stop();
        return { mails, codes: Object.fromEntries(found.map(({ part, ok, code }) => [part, ok ? 'ok' : code])) };
      };

      test('finds nothing wrong, and sends a test', async () => {
        expect(await checks({})).toEqual({
          mails: ['ada@example.org'],
          codes: { imap: 'ok', smtp: 'ok', message: 'ok' },
        });
      });

      test.each([
        ['a wrong password', {}, { password: 'wrong' }, { imap: 'wrong_password' }],
        ['a folder that is missing', { folder: 'Nowhere' }, undefined, { imap: 'folder_missing' }],
        ['a host that there is not', { imapHost: 'nowhere.invalid' }, undefined, { imap: 'host_not_found' }],
        [
          'a port where nobody listens',
          { imapPort: 1, smtpPort: 1 },
          undefined,
          { imap: 'connection_refused', smtp: 'connection_refused' },
        ],
        [
          'encryption that the server does not speak',
          { imapSecurity: 'tls', smtpSecurity: 'tls' },
          undefined,
          { imap: 'tls_failed', smtp: 'tls_failed' },
        ],
        [
          'STARTTLS that it does not offer',
          { imapSecurity: 'starttls', smtpSecurity: 'starttls' },
          undefined,
          { imap: 'tls_failed', smtp: 'tls_failed' },
        ],
      ])('%s', async (_, settings, secrets, expected) => {
        const { codes } = await checks(settings, secrets);
        expect(codes).toMatchObject(expected);
      });

      test('a certificate that nobody trusts', async () => {
        const secure = await startSmtpReceiver({ secure: true });
        const { codes } = await checks({ smtpPort: secure.port, smtpSecurity: 'tls' });
        await secure.stop();
        expect(codes).toMatchObject({ imap: 'ok', smtp: 'certificate' });
      });
    });
  },
);
