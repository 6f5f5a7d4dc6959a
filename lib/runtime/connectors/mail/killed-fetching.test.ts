/** A process killed while it reads a mailbox of a real IMAP server (Dovecot; in CI it must be there). */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { Database } from '@/db/client';
import { findDovecot, type ImapServer, startImapServer } from '@/lib/testing/dovecot';
import { makeAccount } from '@/lib/testing/factories';
import { connectMailbox, rawMail } from '@/lib/testing/mail-desk';
import { startWire, type Wire } from '@/lib/testing/mail-servers';
import { testDatabaseKind } from '@/lib/testing/test-database';
import { endOf, openPlace, type Place, SECRET, startChild } from '../../testing/killed-process';
import { startFetching } from './fetch-mail';

const USER = 'zoe';
const poll = { timeout: 120_000, interval: 50 };

/** Where a process is killed, by what the wire sees; what that process has taken in by then. */
const MOMENTS: readonly { name: string; when: Wire['watch'] & {}; taken: number }[] = [
  {
    name: 'it asks for the first mail',
    when: (from, said) => from === 'client' && /UID FETCH \d+ .*BODY/.test(said),
    taken: 0,
  },
  { name: 'a mail is on its way', when: (from, said) => from === 'server' && /BODY\[\] \{/.test(said), taken: 0 },
  {
    name: 'the first is stored and not yet marked',
    when: (from, said) => from === 'client' && /UID STORE/.test(said),
    taken: 1,
  },
  {
    name: 'the mark is set and not yet answered',
    when: (from, said) => from === 'server' && /FETCH \(.*FLAGS \([^)]*\\Seen/.test(said),
    taken: 1,
  },
];

describe.skipIf(process.env.CI === undefined && findDovecot() === undefined)(
  `a process killed while it fetches on ${testDatabaseKind()} (needs Dovecot: apt-get install dovecot-imapd)`,
  () => {
    let imap: ImapServer;
    let wire: Wire;
    let place: Place;
    let child: ChildProcess | undefined;

    beforeAll(async () => {
      vi.stubEnv('SIGNALBOX_SECRET', SECRET);
      vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
      imap = await startImapServer();
      wire = await startWire(imap.port);
      place = await openPlace();
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      child?.kill('SIGKILL');
      await wire?.stop();
      await imap?.stop();
      await place?.close();
    });

    it('loses no mail and takes none in twice', { timeout: 600_000 }, async () => {
      let database = await place.open();
      const { accountId } = await makeAccount(database);
      await connectMailbox(database, accountId, { settings: { user: USER, imapPort: wire.port } });
      await reading(database, () => vi.waitFor(async () => expect(await reached(database)).toBe(0), poll));

      const expected: string[] = [];
      for (const { name, when, taken } of MOMENTS) {
        const before = await texts(database);
        const position = (await state(database)).position;
        for (const each of [1, 2, 3]) {
          const text = `${name}: ${each}`;
          expected.push(text);
          await imap.deliver(USER, rawMail({ from: `${expected.length}@example.org`, text }));
        }
        await place.leave(database);
        const reader = startChild('fetch-child', place);
        child = reader;
        wire.watch = (from, said) => when(from, said) && reader.kill('SIGKILL');
        expect(await endOf(reader), name).toBe('SIGKILL');
        wire.watch = undefined;

        database = await place.open();
        expect((await texts(database)).length - before.length, name).toBe(taken);
        expect(await state(database), name).toMatchObject({ position, holder: expect.any(String) });
        // Its lease ends.
        await database.query(`update integrations set state = state || '{"heldUntil": 0}'`);
        // The position moves when a mail is stored and marked.
        await reading(database, () =>
          vi.waitFor(async () => expect(await reached(database)).toBe(expected.length), poll),
        );
        expect([...(await texts(database))].sort(), name).toEqual([...expected].sort());
      }
      expect((await imap.flags(USER)).every((flags) => flags.includes('\\Seen'))).toBe(true);
      expect(await database.query("select 1 from mails where direction = 'in'")).toHaveLength(expected.length);
      expect((await state(database)).problems).toBeUndefined();
      expect(await audit(database, { now: new Date() })).toEqual([]);
      await place.leave(database);
    });
  },
);

/** Reads the mailbox for as long as it takes. */
async function reading(database: Database, until: () => Promise<unknown>): Promise<void> {
  const errors: unknown[] = [];
  const fetching = startFetching(database, {
    onError: (error) => errors.push(error),
    ...{ lookMilliseconds: 50, askMilliseconds: 500 },
  });
  try {
    await until();
  } finally {
    await fetching.stop();
  }
  expect(errors).toEqual([]);
}

const texts = async (database: Database) =>
  (await database.query<{ body: string }>('select body from messages order by created_at, conversation_id, seq')).map(
    ({ body }) => body,
  );

/** The number of the last mail that was read. */
const reached = async (database: Database) => ((await state(database)).position as { uid: number } | undefined)?.uid;

async function state(database: Database): Promise<Record<string, unknown>> {
  const [row] = await database.query<{ state: Record<string, unknown> }>('select state from integrations');
  return row?.state ?? {};
}
