import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import { resetAllowances, takeAllowance } from './allowance';
import { checkDocument } from './check-text';
import { believe, blockList } from './client-address';
import { contentSecurityPolicy } from './content-security-policy';
import { readCookie } from './cookies';
import { problemResponse } from './problem';
import { readJson } from './read-body';
import { requireSameOrigin } from './same-origin';

async function errorOf(work: () => unknown): Promise<AppError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  new Request('http://localhost:3000/', { method: 'POST', body, headers });

describe('a body', () => {
  it('is read as JSON', async () => {
    expect(await readJson(post('{"a":"é"}'), 100)).toEqual({ a: 'é' });
    expect(await readJson(post('[1]', { 'content-type': 'application/merge-patch+json; charset=utf-8' }), 100)).toEqual(
      [1],
    );
  });

  it('says where it is no JSON', async () => {
    const error = await errorOf(() => readJson(post('{\n  "a": tru }'), 100));
    expect(error).toMatchObject({ code: 'malformed', params: { reason: 'not_json', line: 2, column: 11 } });
  });

  it('is never read further than allowed, whatever its header says', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/json' } };
    const error = await errorOf(() => readJson(new Request('http://localhost/', init), 10_000));
    expect(error.code).toBe('too_large');
    expect(pulled).toBeLessThan(20);
  });
});

describe('text', () => {
  it.each<[string, unknown, string]>([
    ['U+0000', { a: [{ b: 'x\u0000' }] }, 'a[0].b null_character'],
    ['a lone surrogate', { a: '\ud83d' }, 'a lone_surrogate'],
    ['a key with U+0000', { 'a\u0000': 1 }, ' unknown_key'],
    ['__proto__', JSON.parse('{"a":{"__proto__":{}}}'), 'a unknown_key'],
  ])('%s is refused by its place', async (_what, document, expected) => {
    const [issue] = (await errorOf(() => checkDocument(document))).issues;
    expect(`${issue?.path} ${issue?.code}`).toBe(expected);
  });

  it('passes otherwise, emoji and markup included', () => {
    expect(() => checkDocument({ a: ['👩‍🚀', '<script>', '{{ x }}', '@name', '__proto__'] })).not.toThrow();
    expect(() => checkDocument({ a: '\u0000' }, true)).not.toThrow();
  });
});

describe('the address of a client', () => {
  const trusted = blockList(['10.0.0.0/8', '::1']);
  it.each([
    ['no proxy', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
    ['a proxy of ours', '10.0.0.2', '198.51.100.7', '198.51.100.7'],
    ['two of ours', '::1', '198.51.100.7, 10.1.1.1', '198.51.100.7'],
    ['a forged first entry', '10.0.0.2', '1.2.3.4, 198.51.100.7', '198.51.100.7'],
    ['an IPv4 in IPv6', '::ffff:10.0.0.2', '198.51.100.7', '198.51.100.7'],
    ['nonsense', '10.0.0.2', 'unknown', '10.0.0.2'],
    ['only proxies', '10.0.0.2', '', '10.0.0.2'],
  ])('%s', (_what, peer, forwarded, expected) => {
    expect(believe(peer, forwarded, trusted)).toBe(expected);
  });
});

describe('an allowance', () => {
  beforeEach(resetAllowances);
  it('runs out and fills again', async () => {
    const start = 1_000_000;
    for (let n = 0; n < 60; n++) takeAllowance('public', 'somebody', start);
    const error = await errorOf(() => takeAllowance('public', 'somebody', start));
    expect(error).toMatchObject({ code: 'rate_limited', details: { retryAfter: 1 } });
    expect(() => takeAllowance('public', 'somebody else', start)).not.toThrow();
    expect(() => takeAllowance('public', 'somebody', start + 200)).not.toThrow();
  });
});

describe('a write by session', () => {
  const from = (headers: Record<string, string>) => () =>
    requireSameOrigin(new Request('http://localhost:3000/', { method: 'POST', headers }));
  it('comes from a page of ours', async () => {
    expect(from({ origin: 'http://localhost:3000' })).not.toThrow();
    expect(from({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).not.toThrow();
    expect(from({ 'sec-fetch-site': 'same-origin' })).not.toThrow();
  });
  it.each<Record<string, string>>([
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
  ])('else it is refused: %j', async (headers) => {
    expect((await errorOf(from(headers))).code).toBe('cross_origin');
  });
});

describe('problems', () => {
  it('never tell what an unexpected error said', async () => {
    const response = problemResponse(new Error('password of ada@example.org'), 'en', 'GET /');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('ada');
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', instance: expect.stringMatching(/^urn:uuid:/) });
  });

  it('name the version that stands, what uses a thing, and when to try again', async () => {
    const stale = problemResponse(new AppError('stale_version', {}, { currentVersion: 4 }), 'en', '');
    expect(await stale.json()).toMatchObject({ status: 409, currentVersion: 4 });
    const uses = [{ kind: 'trigger', id: '1', name: 'A' }];
    expect(await problemResponse(new AppError('in_use', {}, { uses }), 'fr', '').json()).toMatchObject({ uses });
    const slow = problemResponse(new AppError('rate_limited', { seconds: 30 }, { retryAfter: 30 }), 'fr', '');
    expect(slow.headers.get('retry-after')).toBe('30');
    expect((await slow.json()).detail).toContain('30 secondes');
  });
});

it('cookies are found by their whole name', () => {
  const request = new Request('http://localhost/', { headers: { cookie: 'xa=1; a=2=3; b=4' } });
  expect([readCookie(request, 'a'), readCookie(request, 'b'), readCookie(request, 'c')]).toEqual([
    '2=3',
    '4',
    undefined,
  ]);
});

it('the policy allows scripts by nonce only', () => {
  const policy = contentSecurityPolicy('abc', false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain('unsafe-eval');
});
