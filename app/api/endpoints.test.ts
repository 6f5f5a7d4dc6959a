import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Endpoint } from '@/lib/contracts/endpoint';
import { endpoints } from '@/lib/contracts/endpoints';
import { resetAllowances } from '@/lib/http/allowance';
import { describeApi } from '@/lib/http/openapi';
import type { RouteHandler } from '@/lib/http/route';
import { makeAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';

// Every endpoint is thrown the same malformed requests: whatever it does, the answer is a problem document.

const token = 'a-token-of-the-environment-for-tests-only';
const root = process.cwd();
const singleton = Symbol.for('signalbox.database');

let test: TestDatabase;

beforeAll(async () => {
  process.env.SIGNALBOX_API_TOKEN = token;
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  Reflect.set(globalThis, singleton, Promise.resolve(test.database));
  await makeAccount(test.database);
});
afterAll(() => test.close());
beforeEach(resetAllowances);

const fileOf = (path: string) => join('app', `${path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`);
const withBody = endpoints.filter((endpoint) => endpoint.body);
const named = (list: readonly Endpoint[]) =>
  list.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

async function handlerOf({ method, path }: Endpoint): Promise<RouteHandler> {
  const module: Record<string, RouteHandler> = await import(/* @vite-ignore */ join(root, fileOf(path)));
  const handler = module[method];
  if (!handler) throw new Error(`${fileOf(path)} exports no ${method}`);
  return handler;
}

type Sent = { body?: BodyInit; headers?: Record<string, string>; search?: string; id?: string };

async function send(endpoint: Endpoint, { body, headers = {}, search = '', id = 'nobody' }: Sent): Promise<Response> {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const params = Object.fromEntries(names.map((name) => [name, id]));
  const url = `http://localhost:3000${endpoint.path.replaceAll(/[{}]/g, '')}${search}`;
  const all = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
  const request = new Request(url, { method: endpoint.method, headers: all, body: body ?? null });
  return (await handlerOf(endpoint))(request, { params: Promise.resolve(params) });
}

async function expectProblem(response: Response, statuses: readonly number[]): Promise<void> {
  const text = await response.text();
  expect(statuses, text.slice(0, 300)).toContain(response.status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ status: response.status, title: expect.any(String), detail: expect.any(String) });
  expect(problem.title).not.toMatch(/problems\.|errors\./);
  expect(problem.detail).not.toMatch(/problems\.|errors\.|\{/);
  for (const issue of problem.errors)
    expect(issue).toMatchObject({ path: expect.any(String), message: expect.any(String) });
}

describe('declarations', () => {
  it('every endpoint has a handler, and every handler an endpoint', async () => {
    for (const endpoint of endpoints) {
      expect(existsSync(join(root, fileOf(endpoint.path))), endpoint.path).toBe(true);
      await handlerOf(endpoint);
    }
    const declared = new Set(endpoints.map(({ path }) => fileOf(path)));
    const files = globSync('app/api/v1/**/route.ts', { cwd: root });
    expect(files.filter((file) => !declared.has(file))).toEqual([]);
  });

  it('none is declared twice', () => {
    const names = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('make an OpenAPI document', () => {
    const document = describeApi('http://localhost:3000');
    expect(Object.keys(document.paths as object).length).toBeGreaterThan(20);
    const ids = [...JSON.stringify(document).matchAll(/"operationId":"(\w+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(named(endpoints.filter((endpoint) => !endpoint.public)))('%s', (_name, endpoint) => {
  const body = endpoint.body ? '{}' : undefined;

  it('wants somebody', async () => {
    await expectProblem(await send(endpoint, { body, headers: { authorization: '' } }), [401]);
    await expectProblem(await send(endpoint, { body, headers: { authorization: 'Bearer wrong' } }), [401]);
    await expectProblem(await send(endpoint, { body, headers: { authorization: 'Basic wrong' } }), [401]);
  });

  it('refuses unknown and unstorable queries and ids', async () => {
    if (endpoint.query) await expectProblem(await send(endpoint, { body, search: '?unheard_of=1' }), [422]);
    await expectProblem(await send(endpoint, { body, search: '?search=%00' }), [422]);
    if (!endpoint.path.includes('{')) return;
    for (const id of ['%00', '%E0%A4%A', 'x'.repeat(400)])
      await expectProblem(await send(endpoint, { body, id }), [400, 404, 422]);
    if (!endpoint.body && endpoint.method !== 'GET')
      await expectProblem(await send(endpoint, { id: 'nobody' }), [404, 409, 422]);
  });
});

const lone = '\\ud800';

/** These answer entry by entry, with 200: a bad one does not spoil the others. */
const entryByEntry = (endpoint: Endpoint) => endpoint.path.endsWith('/import');

describe.each(named(withBody))('body of %s', (_name, endpoint) => {
  it.each<[string, Sent, number[]]>([
    ['no JSON', { body: '{"a":' }, [400]],
    ['nothing', { body: '' }, [400]],
    ['invalid UTF-8', { body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]) }, [400]],
    ['another content type', { body: '{}', headers: { 'content-type': 'text/plain' } }, [415]],
    ['an unknown key', { body: '{"nothingLikeThis":1}' }, [422]],
    ['a wrong type', { body: '"text"' }, [422]],
    ['an empty list', { body: '[]' }, [422]],
    ['null', { body: 'null' }, [422]],
    ['a number', { body: '1e999' }, [422]],
    ['U+0000', { body: '{"name":"a\\u0000b"}' }, [422]],
    ['a lone surrogate', { body: `{"name":"${lone}"}` }, [422]],
    ['a lone surrogate as key', { body: `{"${lone}":1}` }, [422]],
    ['__proto__', { body: '{"__proto__":{"role":"admin"},"constructor":{"prototype":1}}' }, [422]],
    [
      'wrong types inside',
      { body: '{"name":{},"key":[],"role":1,"url":null,"events":"x","settings":[],"email":{}}' },
      [422],
    ],
    ['deep nesting', { body: `{"name":${'['.repeat(5_000)}${']'.repeat(5_000)}}` }, [400, 422]],
  ])('%s', async (_what, sent, statuses) => {
    const response = await send(endpoint, sent);
    if (response.status !== 200 || !entryByEntry(endpoint)) return expectProblem(response, statuses);
    expect(await response.json()).toMatchObject({ imported: 0, entries: [{ outcome: 'invalid' }] });
  });

  it('2 MB and more', async () => {
    const body = `{"name":"${'x'.repeat(Math.max(2_000_000, (endpoint.maxBytes ?? 0) + 1))}"}`;
    await expectProblem(await send(endpoint, { body }), [413]);
  });

  it('in French', async () => {
    const response = await send(endpoint, { body: '{"nothing', headers: { 'accept-language': 'fr' } });
    expect(response.headers.get('content-language')).toBe('fr');
  });
});
