/** Throw-away IMAP servers: Debian's Dovecot, from the installed programs, on a port of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';

export const IMAP_PASSWORD = 'correct-horse';

export interface ImapServer {
  readonly port: number;
  /** A mail into a user's folder, as if it had been delivered. */
  deliver(user: string, mail: string, folder?: string): Promise<void>;
  /** Removes a folder and makes it anew: its numbers mean other mails from then on. */
  renumber(user: string, folder: string): Promise<void>;
  /** Flags of the mails of a folder, in their order. */
  flags(user: string, folder?: string): Promise<string[][]>;
  stop(): Promise<void>;
}

/** Where Dovecot is installed; undefined where it is not. */
export function findDovecot(): string | undefined {
  for (const path of ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot']) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return undefined;
}

/** Every user signs in with `IMAP_PASSWORD`, and has an INBOX. */
export async function startImapServer(): Promise<ImapServer> {
  const program = findDovecot();
  if (program === undefined) throw new Error('Dovecot is not installed (Debian: apt-get install dovecot-imapd)');
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-imap-'));
  const port = await freePort();
  for (const name of ['run', 'state', 'mail', 'home']) mkdirSync(join(directory, name), { mode: 0o755 });
  const owner = ownerOf(directory);
  const configuration = join(directory, 'dovecot.conf');
  writeFileSync(configuration, configurationOf(directory, port, owner));
  const server = spawn(program, ['-F', '-c', configuration], { stdio: 'ignore' });
  await reachable(port, server, join(directory, 'log'));
  return {
    port,
    deliver: (user, mail, folder = 'INBOX') =>
      withClient(port, user, async (client) => {
        if (folder !== 'INBOX') await client.mailboxCreate(folder);
        await client.append(folder, mail.replaceAll(/\r?\n/g, '\r\n'));
      }),
    renumber: (user, folder) =>
      withClient(port, user, async (client) => {
        await client.mailboxDelete(folder);
        await client.mailboxCreate(folder);
      }),
    flags: (user, folder = 'INBOX') =>
      withClient(port, user, async (client) => {
        await client.mailboxOpen(folder, { readOnly: true });
        if (client.mailbox === false || client.mailbox.exists === 0) return [];
        const found = await client.fetchAll('1:*', { flags: true });
        return found.map(({ flags }) => [...(flags ?? [])]);
      }),
    async stop() {
      const gone = new Promise((done) => server.once('exit', done));
      if (server.exitCode === null) server.kill('SIGTERM');
      if (server.exitCode === null) await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function withClient<T>(port: number, user: string, use: (client: ImapFlow) => Promise<T>): Promise<T> {
  const auth = { user, pass: IMAP_PASSWORD };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.logout();
  }
}

interface Owner {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly isRoot: boolean;
}

/** Root lends the mails to nobody, since Dovecot serves none of root's own. */
function ownerOf(directory: string): Owner {
  const { username, uid, gid } = userInfo();
  if (uid !== 0) return { name: username, uid, gid, isRoot: false };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const owner = { name: 'nobody', uid: id('-u'), gid: id('-g'), isRoot: true };
  execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, join(directory, 'mail'), join(directory, 'home')]);
  execFileSync('chmod', ['755', directory]);
  return owner;
}

function configurationOf(directory: string, port: number, { name, uid, gid, isRoot }: Owner): string {
  const own = isRoot ? '' : `default_internal_user = ${name}\ndefault_login_user = ${name}\n`;
  const chroot = isRoot ? '' : 'chroot =';
  return `base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${directory}/mail/%u
${own}passdb {
  driver = static
  args = password=${IMAP_PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${directory}/home/%u
}
service imap-login {
  ${chroot}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${chroot}
}
service stats {
  ${chroot}
}
`;
}

async function reachable(port: number, server: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`Dovecot ended: ${readFileSync(log, 'utf8')}`);
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true));
      socket.on('error', () => done(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error('Dovecot did not start');
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('No port'))));
    });
  });
}
