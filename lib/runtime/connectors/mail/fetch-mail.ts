/** Mailboxes are read all the time: one connection each, by one server at a time; the others stand by. */
import { randomUUID } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { type Database, DatabaseError } from '@/db/client';
import { ensureEmailChannel } from '@/lib/services/channels/ensure-email';
import { type Repeated, repeatEvery } from '../../worker/repeat';
import { noteHealth } from '../health';
import { mayBePrivate, openSecrets, withoutSecrets } from '../open';
import { AttemptFailed } from '../outcome';
import { connectImap, openFolder } from './imap';
import { imapOf, settingsOf } from './mail-settings';
import {
  type HeldMailbox,
  holdMailbox,
  type MailboxLease,
  movePosition,
  noteWorking,
  pauseMailbox,
  releaseMailbox,
  takeMailbox,
} from './mailbox-state';
import { failureOfMail } from './reach';
import { beginAt, type Reading, readNew } from './read-folder';
import type { Mailbox } from './receive-mail';

const LOOK_MILLISECONDS = 3_000;
/** Servers without IDLE say nothing by themselves. */
const ASK_MILLISECONDS = 10_000;

export interface FetchOptions {
  readonly onError: (error: unknown) => void;
  /** How often to look for mailboxes, and to ask one that says nothing; shorter in tests. */
  readonly lookMilliseconds?: number;
  readonly askMilliseconds?: number;
}

/** Reads every active mailbox until stopped. Any number of servers may do so. */
export function startFetching(database: Database, options: FetchOptions): Repeated {
  const { lookMilliseconds = LOOK_MILLISECONDS, onError } = options;
  const sessions = new Map<string, Promise<void>>();
  const stop = new AbortController();
  const look = async () => {
    const rows = await database.query<{ account: string; id: string }>(
      `select account_id as account, id from integrations where kind = 'mail' and active`,
    );
    for (const { account, id } of rows) {
      if (sessions.has(id) || stop.signal.aborted) continue;
      const lease = { accountId: account, integrationId: id, holder: randomUUID() };
      const session = serve(database, lease, stop.signal, options).catch(onError);
      sessions.set(
        id,
        session.finally(() => sessions.delete(id)),
      );
    }
    return 0;
  };
  const looking = repeatEvery(lookMilliseconds, look, onError);
  return {
    async stop() {
      stop.abort();
      await looking.stop();
      await Promise.all(sessions.values());
    },
  };
}

/** One connection, from taking the mailbox to its end; failures are kept with the integration, and end in a pause. */
async function serve(database: Database, lease: MailboxLease, stop: AbortSignal, options: FetchOptions): Promise<void> {
  const held = await takeMailbox(database, lease);
  if (!held) return;
  const secrets = readable(held);
  try {
    await follow(database, lease, held, secrets, stop, options);
    await releaseMailbox(database, lease);
  } catch (error) {
    if (stop.aborted) return releaseMailbox(database, lease);
    await pauseMailbox(database, lease);
    if (error instanceof DatabaseError) throw error;
    const { message, failure } = failureOfMail(error);
    const detail = failure.detail ? withoutSecrets(failure.detail, secrets) : null;
    await noteHealth(database, lease, { lastErrorAt: new Date(), lastError: message, lastDetail: detail });
  }
}

function readable({ secret }: HeldMailbox): Record<string, string> {
  try {
    return openSecrets(secret);
  } catch {
    return {};
  }
}

async function follow(
  database: Database,
  lease: MailboxLease,
  held: HeldMailbox,
  secrets: Record<string, string>,
  stop: AbortSignal,
  { askMilliseconds = ASK_MILLISECONDS }: FetchOptions,
): Promise<void> {
  if (held.secret !== null && Object.keys(secrets).length === 0) throw new AttemptFailed('secret_unreadable');
  const { folder } = settingsOf(held);
  const mailbox = await mailboxOf(database, lease, held);
  const client = await connectImap(imapOf({ settings: held.settings, secrets }), mayBePrivate());
  const close = () => client.close();
  stop.addEventListener('abort', close);
  try {
    const reading: Reading = { database, lease, mailbox, client };
    let position = await beginAt(reading, folder, await openFolder(client, folder), held.position);
    await movePosition(database, lease, position);
    await noteWorking(database, lease);
    await noteHealth(database, lease, { lastSuccessAt: new Date() });
    while (!stop.aborted && (await holdMailbox(database, lease, held.version))) {
      // Without a connection the client finds nothing, and says nothing.
      if (!client.usable) throw new AttemptFailed('connection_lost');
      position = await readNew(reading, position);
      await news(client, stop, askMilliseconds);
    }
  } finally {
    stop.removeEventListener('abort', close);
    if (!stop.aborted && client.usable) await client.logout().catch(close);
    else close();
  }
}

/** Resolves when the server says that mails have come, when the connection is gone, or after a while. */
function news(client: ImapFlow, stop: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      client.off('exists', finish);
      client.off('close', finish);
      stop.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, milliseconds);
    client.on('exists', finish);
    client.on('close', finish);
    stop.addEventListener('abort', finish);
    if (stop.aborted || !client.usable) finish();
  });
}

/** What was deleted since it was chosen is left out: its tickets still come. */
async function mailboxOf(database: Database, { accountId }: MailboxLease, held: HeldMailbox): Promise<Mailbox> {
  const { address, inbox, group } = settingsOf(held);
  const [known] = await database.query<{ inbox: string | null; group: string | null }>(
    `select (select key from inboxes where account_id = $1 and key = $2) as inbox,
      (select key from groups where account_id = $1 and key = $3) as "group"`,
    [accountId, inbox, group],
  );
  const channel = held.channel ?? (await ensureEmailChannel(database, accountId));
  return { key: held.key, address, channel, inbox: known?.inbox ?? null, group: known?.group ?? null };
}
