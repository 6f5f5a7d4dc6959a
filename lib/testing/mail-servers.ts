/** A real SMTP server that keeps what it takes, and a wire that can be cut. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SmtpReceiver {
  readonly port: number;
  /** Everything that was taken, in order. */
  readonly mails: readonly (Email & { readonly raw: string })[];
  /** Answers the next mails so, instead of taking them: at the recipient, or after the text. */
  refuse(...answers: readonly Refusal[]): void;
  /** Called with a mail that was taken, which then is never answered. */
  onTaken: (() => void) | undefined;
  stop(): Promise<void>;
}

export interface Refusal {
  readonly at: 'recipient' | 'text';
  readonly code: number;
  readonly text: string;
  /** Takes the mail, and cuts the connection before it says so. */
  readonly cut?: true;
}

export const SMTP_PASSWORD = 'battery staple';

/** @param options of the server; `secure` uses a certificate that nobody trusts */
export async function startSmtpReceiver(options: SMTPServerOptions = {}): Promise<SmtpReceiver> {
  const mails: (Email & { raw: string })[] = [];
  const refusals: Refusal[] = [];
  const held: Pick<SmtpReceiver, 'onTaken'> = { onTaken: undefined };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 100 },
    onAuth(auth, _session, done) {
      if (auth.password === SMTP_PASSWORD) return done(null, { user: auth.username ?? '' });
      done(Object.assign(new Error('Authentication failed'), { responseCode: 535 }));
    },
    onRcptTo(_address, _session, done) {
      done(refusals[0]?.at === 'recipient' ? errorOf(refusals.shift()) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const refusal = refusals.shift();
        if (refusal && !refusal.cut) return done(errorOf(refusal));
        void PostalMime.parse(raw).then((email) => {
          mails.push({ ...email, raw: raw.toString('utf8') });
          if (held.onTaken) return held.onTaken();
          if (!refusal) return done(null);
          for (const connection of server.connections) connection.close();
        });
      });
    },
    ...options,
  });
  server.on('error', () => {});
  const port = await new Promise<number>((done) => {
    const listener = server.listen(0, '127.0.0.1', () => done(portOf(listener)));
  });
  return Object.assign(held, {
    port,
    mails,
    refuse: (...answers: readonly Refusal[]) => void refusals.push(...answers),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  });
}

function errorOf(refusal: Refusal | undefined): Error | null {
  return refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null;
}

export interface Wire {
  readonly port: number;
  /** How many connections were made so far. */
  readonly connections: number;
  /** Cuts every connection now. */
  cut(): void;
  /** Cuts the next connection once so many bytes have come back through it. */
  cutAfter(bytes: number): void;
  /** Called with everything that is said, before it is passed on; true keeps it from the other side. */
  watch: ((from: 'client' | 'server', text: string) => boolean) | undefined;
  stop(): Promise<void>;
}

/** Leads to a port of this machine. */
export async function startWire(to: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let limit = Number.POSITIVE_INFINITY;
  const held: Pick<Wire, 'watch'> = { watch: undefined };
  const gate = (from: 'client' | 'server') =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        done(null, held.watch?.(from, chunk.toString('latin1')) ? undefined : chunk);
      },
    });
  const server: Server = createServer((near) => {
    connections += 1;
    const far = connect(to, '127.0.0.1');
    let passed = 0;
    far.on('data', (chunk) => {
      passed += chunk.length;
      if (passed <= limit) return;
      limit = Number.POSITIVE_INFINITY;
      near.destroy();
      far.destroy();
    });
    near.pipe(gate('client')).pipe(far);
    far.pipe(gate('server')).pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done(portOf(server))));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    get connections() {
      return connections;
    },
    get watch() {
      return held.watch;
    },
    set watch(next) {
      held.watch = next;
    },
    cut,
    cutAfter: (bytes) => {
      limit = bytes;
    },
    stop: () => {
      cut();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function portOf(server: { address(): unknown }): number {
  const address = server.address();
  if (typeof address === 'object' && address !== null && 'port' in address) return Number(address.port);
  throw new Error('No port');
}
