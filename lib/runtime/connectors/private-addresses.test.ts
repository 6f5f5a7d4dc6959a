/** Whatever leaves the house is kept from addresses that are not public: every kind of request, by number and by name. */
import type { LookupAddress } from 'node:dns';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Context } from '@/lib/services/context';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { type LocalServer, startLocalServer } from '../testing/local-server';
import { reach } from './mail/reach';
import { callOut } from './outgoing';
import { testNewConnection } from './test-connection';
import { callWebhook } from './webhook';

/** Names that somebody else decides about. Every question takes the next answer; the last one stays. */
const names = vi.hoisted(() => new Map<string, { answers: string[]; asked: number }>());
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>();
  const lookup = (name: string, options: object, callback: (error: Error | null, found: LookupAddress[]) => void) => {
    const known = names.get(name);
    if (!known) return dns.lookup(name, { ...options, all: true }, callback);
    callback(null, found(known));
  };
  return { ...dns, default: { ...dns, lookup }, lookup };
});
vi.mock('node:dns/promises', async (original) => {
  const dns = await original<typeof import('node:dns/promises')>();
  const lookup = async (name: string, options: { all: true }) => {
    const known = names.get(name);
    return known ? found(known) : dns.lookup(name, options);
  };
  return { ...dns, default: { ...dns, lookup }, lookup };
});

function found(known: { answers: string[]; asked: number }): LookupAddress[] {
  const answer = known.answers[Math.min(known.asked++, known.answers.length - 1)] ?? '';
  return answer.split(' ').map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

let test: TestDatabase;
let context: Context;
let server: LocalServer;
let calls: string[];
let answer: { status: number; headers: Record<string, string> };

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  test = await testDatabase();
  context = { db: test.database, actor: actorOf(await makeAccount(test.database), 'admin') };
  server = await startLocalServer(({ path }, response) => {
    calls.push(path);
    response.writeHead(answer.status, answer.headers).end('{}');
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await test.close();
});
beforeEach(() => {
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '');
  calls = [];
  answer = { status: 200, headers: {} };
  names.clear();
});

const port = () => new URL(server.url).port;
const call = (url: string, allowPrivate = false) =>
  callOut({ url, method: 'GET', headers: {}, body: null, timeoutMilliseconds: 5_000, answerBytes: 100, allowPrivate });

describe('any request over HTTP', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://0.0.0.0:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'https://10.0.0.7/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
  ])('does not reach %s', async (url) => {
    await expect(call(url.replace('PORT', port()))).rejects.toMatchObject({ message: 'private_address' });
    expect(calls).toEqual([]);
  });

  it('reaches them where that is allowed', async () => {
    expect((await call(server.url, true)).status).toBe(200);
  });

  it('does not reach a name that leads there, also beside a public address', async () => {
    names.set('inside.example', { answers: ['127.0.0.1'], asked: 0 });
    names.set('both.example', { answers: ['93.184.216.34 127.0.0.1'], asked: 0 });
    for (const name of names.keys())
      await expect(call(`http://${name}:${port()}/`)).rejects.toMatchObject({ message: 'private_address' });
    expect(calls).toEqual([]);
  });

  it('asks for a name once, and goes where it was told: nothing turns in between', async () => {
    // Public when it is looked at, private when it is used.
    const turning = { answers: ['127.0.0.1', '169.254.169.254'], asked: 0 };
    names.set('turning.example', turning);
    expect((await call(`http://turning.example:${port()}/`, true)).status).toBe(200);
    expect(turning.asked).toBe(1);
    expect(calls).toEqual(['/']);
  });

  it('does not follow where it is sent on', async () => {
    answer = { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } };
    expect((await call(server.url, true)).status).toBe(302);
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const webhook = { url: server.url, secret, id: 'x', body: '{}', now: new Date(), allowPrivate: true };
    await expect(callWebhook(webhook)).rejects.toMatchObject({ message: 'answered_302' });
    expect(calls).toEqual(['/', '/']);
  });
});

type Input = Parameters<typeof testNewConnection>[1];

describe('every kind of connection', () => {
  const mail = { address: 'support@example.org', user: 'support@example.org' };
  const kinds = (host: string): Input[] => [
    { kind: 'base', settings: { address: `http://${host}:${port()}/` }, secrets: { token: 'TOKEN-1' } },
    { kind: 'ai', settings: { address: `http://${host}:${port()}/v1`, model: 'small' }, secrets: {} },
    {
      kind: 'mail',
      settings: {
        ...{ ...mail, imapHost: host, imapPort: Number(port()), imapSecurity: 'none' },
        ...{ smtpHost: host, smtpPort: Number(port()), smtpSecurity: 'none' },
      },
      secrets: { password: 'PASSWORD-1' },
    },
  ];

  it.each(['127.0.0.1', 'localhost', 'inside.example'])('does not reach %s', async (host) => {
    names.set('inside.example', { answers: ['127.0.0.1'], asked: 0 });
    for (const input of kinds(host)) {
      const { ok, checks } = await testNewConnection(context, input);
      expect([input.kind, ok, [...new Set(checks.map(({ code }) => code))]]).toEqual([
        ...[input.kind, false],
        ['private_address'],
      ]);
    }
    expect(calls).toEqual([]);
  });

  it('of mail goes to the address that was looked at, not to the name', async () => {
    const turning = { answers: ['93.184.216.34', '127.0.0.1'], asked: 0 };
    names.set('turning.example', turning);
    expect(await reach('turning.example', false)).toBe('93.184.216.34');
    await expect(reach('turning.example', false)).rejects.toMatchObject({ message: 'private_address' });
  });

  it.each(['base', 'ai'])('%s does not follow where it is sent on', async (kind) => {
    vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
    answer = { status: 307, headers: { location: 'http://169.254.169.254/' } };
    const input = kinds('127.0.0.1').find((each) => each.kind === kind);
    if (!input) throw new Error('No such kind');
    expect((await testNewConnection(context, input)).ok).toBe(false);
    expect(calls).toHaveLength(1);
  });
});
