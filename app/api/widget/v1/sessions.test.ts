import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidV7 } from '@/db/uuid-v7';
import { encrypt } from '@/lib/auth/encryption';
import type { WidgetConfig, WidgetConversation, WidgetCustomer } from '@/lib/contracts/widget';
import { resetAllowances, takeAllowance } from '@/lib/http/allowance';
import { clientAddress } from '@/lib/http/client-address';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { askWidget, callWidget, openWidget, somePage } from '@/lib/testing/widget-calls';

const singleton = Symbol.for('signalbox.database');
const SECRET = 'a-secret-of-the-shop-that-is-long-enough';

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  Reflect.set(globalThis, singleton, Promise.resolve(test.database));
});
afterAll(() => test.close());
beforeEach(async () => {
  resetAllowances();
  account = await makeAccount(test.database);
});

const rows = (sql: string, ...more: unknown[]) => test.database.query(sql, [account.accountId, ...more]);
const settings = (value: object, channel = account.channels.web) =>
  rows(
    'update channels set settings = $3::text::jsonb where account_id = $1 and id = $2',
    channel,
    JSON.stringify(value),
  );
const count = async (table: string) =>
  (await rows(`select count(*)::int as count from ${table} where account_id = $1`))[0]?.count;

async function addKey(channel = account.channels.web, accountId = account.accountId, secret = SECRET) {
  const id = uuidV7();
  await test.database.query(
    `insert into channel_keys (account_id, id, channel_id, name, secret_encrypted) values ($1, $2, $3, 'Shop', $4)`,
    [accountId, id, channel, encrypt(secret)],
  );
  return id;
}
const sign = (claims: Record<string, unknown>, { secret = SECRET, algorithm = 'HS256' } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: algorithm }).sign(new TextEncoder().encode(secret));

async function problem(
  response: Response,
): Promise<Record<string, unknown> & { errors: { path: string; code: string }[] }> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return response.json();
}

describe('the configuration', () => {
  it('tells looks and greeting, and makes nobody a customer', async () => {
    await settings({ language: 'fr', colour: '#123456', logo: '/logo.png', position: 'left' });
    const response = await callWidget(`GET /config?channel=${account.channels.web}`);
    expect(response.headers.get('cache-control')).toContain('max-age=30');
    const config: WidgetConfig = await response.json();
    expect(config).toMatchObject({
      channel: { name: 'Example Shop', colour: '#123456', logo: '/logo.png', position: 'left', language: 'fr' },
      language: 'fr',
      response: { mode: 'default', inHours: true, details: [], bot: null },
      proactive: false,
    });
    expect(config.response.firstMessage).toMatch(/^Bonjour/);
    expect(await count('customers')).toBe(0);
    expect(await count('widget_sessions')).toBe(0);
  });

  it('speaks the language of page, browser, channel, in this order', async () => {
    await settings({ language: 'fr' });
    const language = async (query: string) => {
      const config = await askWidget<WidgetConfig>(`GET /config?channel=${account.channels.web}${query}`);
      return [config.language, config.response.firstMessage.slice(0, 5)];
    };
    expect(await language('&lang=en-GB&browser=fr')).toEqual(['en', 'Hello']);
    expect(await language('&browser=en')).toEqual(['en', 'Hello']);
    expect(await language('&lang=de')).toEqual(['fr', 'Bonjo']);
    expect(await language('')).toEqual(['fr', 'Bonjo']);
  });

  it('tells the response outside of hours', async () => {
    await rows(
      `insert into schedules (account_id, id, key, name, time_zone) values ($1, $2, 'never', 'Never', 'UTC')`,
      uuidV7(),
    );
    const outside = {
      firstMessage: { text: 'Shut', byLanguage: { fr: 'Fermé' } },
      details: ['email'],
      followUp: { text: 'x' },
    };
    await settings({ responses: { schedule: 'never', outside } });
    const config = await askWidget<WidgetConfig>(`GET /config?channel=${account.channels.web}&lang=fr`);
    expect(config.response).toMatchObject({ inHours: false, firstMessage: 'Fermé', details: ['email'] });
  });

  it('notes the sites that load it', async () => {
    await settings({ allowedOrigins: ['https://shop.example.com'] });
    await callWidget(`GET /config?channel=${account.channels.web}`, { origin: 'https://shop.example.com' });
    await callWidget(`GET /config?channel=${account.channels.web}`, { origin: 'https://thief.example.net' });
    expect(await rows('select origin, allowed from channel_sightings where account_id = $1 order by origin')).toEqual([
      { origin: 'https://shop.example.com', allowed: true },
      { origin: 'https://thief.example.net', allowed: false },
    ]);
  });

  it('is not there for other channels', async () => {
    for (const channel of ['nothing', uuidV7(), account.channels.api]) {
      expect((await problem(await callWidget(`GET /config?channel=${channel}`))).code).toBe('not_found');
    }
    await rows('update channels set active = false where account_id = $1');
    expect((await callWidget(`GET /config?channel=${account.channels.web}`)).status).toBe(404);
  });
});

describe('allowed origins', () => {
  it('refuse other sites, in words that they can read', async () => {
    await settings({ allowedOrigins: ['https://shop.example.com/'] });
    const origin = 'https://thief.example.net';
    const body = { channel: account.channels.web, page: somePage };
    const refused = await callWidget('POST /sessions', { origin, body });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin);
    expect(await problem(refused)).toMatchObject({ code: 'cross_origin', detail: expect.stringContaining(origin) });
    expect(await count('customers')).toBe(0);
    const allowed = await callWidget('POST /sessions', { origin: 'https://shop.example.com', body });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example.com');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const { token } = await allowed.json();
    for (const call of ['GET /conversation', 'GET /stream', 'GET /updates', 'GET /messages?before=1']) {
      expect((await callWidget(call, { token, origin })).status, call).toBe(403);
      expect((await callWidget(call, { token, origin: 'null' })).status, call).toBe(403);
    }
  });

  it('answer the browser’s question before a call', async () => {
    const response = await callWidget('OPTIONS /messages', { origin: 'https://shop.example.com' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  });
});

describe('a session', () => {
  it('begins with an anonymous customer and resumes by its token', async () => {
    const first = await openWidget(account.channels.web, { browserLanguage: 'fr-CA' });
    expect(first).toMatchObject({ customer: { identified: false, name: null }, conversation: null, language: 'fr' });
    const again = await openWidget(account.channels.web, { token: first.token, language: 'en' });
    expect(again).toMatchObject({ token: first.token, customer: first.customer, language: 'en' });
    expect(await count('customers')).toBe(1);
    expect(await rows('select language, anonymous from customers where account_id = $1')).toEqual([
      { language: 'en', anonymous: true },
    ]);
    const stored = await rows('select token_hash from widget_sessions where account_id = $1');
    expect(JSON.stringify(stored)).not.toContain(first.token.slice(4, 30));
  });

  it('begins anew with a token that nobody has, or of another channel', async () => {
    const other = await makeAccount(test.database);
    const first = await openWidget(account.channels.web);
    for (const token of ['nonsense', `sbw_${'x'.repeat(43)}`]) {
      const opened = await openWidget(account.channels.web, { token });
      expect(opened.customer.id).not.toBe(first.customer.id);
    }
    const elsewhere = await openWidget(other.channels.web, { token: first.token });
    expect(elsewhere.customer.id).not.toBe(first.customer.id);
    expect(elsewhere.token).not.toBe(first.token);
  });

  it('ends when its browser has not been here for thirty days, and then knows nobody', async () => {
    const { token, customer } = await openWidget(account.channels.web);
    await rows(`update widget_sessions set expires_at = now() - interval '1 second' where account_id = $1`);
    const response = await callWidget('GET /conversation', { token });
    expect(response.status).toBe(401);
    expect((await problem(response)).code).toBe('session_ended');
    expect((await openWidget(account.channels.web, { token })).customer.id).not.toBe(customer.id);
  });

  it('lives on with every visit', async () => {
    const { token, expiresAt } = await openWidget(account.channels.web);
    await rows(
      `update widget_sessions set seen_at = seen_at - interval '3 days', expires_at = expires_at - interval '3 days'` +
        ' where account_id = $1',
    );
    const again = await openWidget(account.channels.web, { token });
    expect(Date.parse(again.expiresAt)).toBeGreaterThanOrEqual(Date.parse(expiresAt));
  });

  it('is needed everywhere', async () => {
    const calls = ['GET /conversation', 'GET /messages?before=5', 'GET /stream', 'GET /updates', 'POST /identify'];
    const bodies: Record<string, unknown> = {
      'POST /identify': { jwt: 'x' },
      'POST /page': somePage,
      'POST /messages': { id: 'message-1', text: 'Hi' },
      'POST /details': { id: 'details-1', name: 'Ada' },
      'POST /typing': { typing: true },
      'POST /read': { seq: 1 },
    };
    for (const call of [
      ...calls,
      ...Object.keys(bodies),
      'POST /attachments?name=a',
      `GET /attachments/${uuidV7()}?token=x`,
    ]) {
      for (const token of [undefined, 'wrong', `sbw_${'x'.repeat(43)}`]) {
        const response = await callWidget(call, { ...(token !== undefined && { token }), body: bodies[call] });
        expect(response.status, `${call} ${token}`).toBe(401);
      }
    }
    // Tokens of the API are no sessions.
    process.env.SIGNALBOX_API_TOKEN = 'a-token-of-the-environment-for-tests-only';
    const response = await callWidget('GET /conversation', { token: process.env.SIGNALBOX_API_TOKEN });
    expect(response.status).toBe(401);
  });

  it('ends with its channel', async () => {
    const { token } = await openWidget(account.channels.web);
    await rows(`update channels set active = false where account_id = $1 and key = 'web'`);
    expect((await callWidget('GET /conversation', { token })).status).toBe(401);
  });

  it('is one of few that an address may begin', async () => {
    const { token } = await openWidget(account.channels.web);
    const drain = () => takeAllowance('widgetCustomers', clientAddress(new Headers()), Date.now() + 60_000);
    expect(() => {
      for (;;) drain();
    }).toThrow();
    const body = { channel: account.channels.web, page: somePage };
    const response = await callWidget('POST /sessions', { body });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    // Whoever is known already comes back.
    expect((await callWidget('POST /sessions', { body: { ...body, token } })).status).toBe(200);
  });
});

describe('a JWT', () => {
  it('makes the visitor somebody, with everything from before', async () => {
    await addKey();
    const { token, customer } = await openWidget(account.channels.web, { language: 'en' });
    await askWidget('POST /messages', { token, body: { id: 'message-1', text: 'Hello' } });
    const jwt = await sign({
      external_id: 'u-7',
      name: 'Ada',
      email: 'ada@example.org',
      email_verified: true,
      language: 'fr',
    });
    const identified = await askWidget<{ customer: WidgetCustomer; conversation: WidgetConversation }>(
      'POST /identify',
      {
        token,
        body: { jwt },
      },
    );
    expect(identified.customer).toMatchObject({ name: 'Ada', email: 'ada@example.org', identified: true });
    expect(identified.customer.id).not.toBe(customer.id);
    expect(identified.conversation.messages.map(({ text }) => text)).toContain('Hello');
    const [row] = await rows(
      `select ext_id, anonymous, email_verified, language from customers where account_id = $1 and id = $2`,
      identified.customer.id,
    );
    expect(row).toEqual({ ext_id: 'u-7', anonymous: false, email_verified: true, language: 'fr' });
    expect(await rows('select kind, customer_id from customer_identities where account_id = $1 order by kind')).toEqual(
      ['email', 'external', 'session'].map((kind) => ({ kind, customer_id: identified.customer.id })),
    );
    const resumed = await openWidget(account.channels.web, { token, language: 'en' });
    expect(resumed).toMatchObject({ customer: identified.customer, language: 'fr' });
  });

  it('leads two browsers to one customer, also at once', async () => {
    await addKey();
    const jwt = await sign({ external_id: 'u-7' });
    const sessions = await Promise.all([0, 1, 2].map(() => openWidget(account.channels.web)));
    const identified = await Promise.all(
      sessions.map(({ token }) => askWidget<{ customer: WidgetCustomer }>('POST /identify', { token, body: { jwt } })),
    );
    expect(new Set(identified.map(({ customer }) => customer.id)).size).toBe(1);
    const twice = await Promise.all(
      [0, 1].map(() => callWidget('POST /identify', { token: sessions[0]?.token ?? '', body: { jwt } })),
    );
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('changes over from somebody else without mixing them', async () => {
    await addKey();
    const { token } = await openWidget(account.channels.web, { jwt: await sign({ external_id: 'u-1', name: 'One' }) });
    await askWidget('POST /messages', { token, body: { id: 'message-1', text: 'Secret of One' } });
    const jwt = await sign({ external_id: 'u-2', name: 'Two' });
    const two = await askWidget<{ customer: WidgetCustomer; conversation: null }>('POST /identify', {
      token,
      body: { jwt },
    });
    expect(two).toMatchObject({ customer: { name: 'Two' }, conversation: null });
    expect(await rows('select merged_into from customers where account_id = $1 and ext_id = $2', 'u-1')).toEqual([
      { merged_into: null },
    ]);
  });

  it('is the customer that the API knows by this id', async () => {
    await addKey();
    await rows(
      `insert into customers (account_id, id, ext_id, name, language) values ($1, $2, 'u-9', 'Known', 'fr')`,
      uuidV7(),
    );
    const opened = await openWidget(account.channels.web, { jwt: await sign({ external_id: 'u-9' }), language: 'en' });
    expect(opened).toMatchObject({ customer: { name: 'Known', identified: true }, language: 'fr', jwtError: null });
  });

  it.each<[string, string, () => Promise<string>]>([
    [
      'forged',
      'jwt_signature',
      () => sign({ external_id: 'u-1' }, { secret: 'another-secret-of-somebody-else-entirely' }),
    ],
    ['expired', 'jwt_expired', () => sign({ external_id: 'u-1', exp: Math.floor(Date.now() / 1000) - 120 })],
    ['of another algorithm', 'jwt_algorithm', () => sign({ external_id: 'u-1' }, { algorithm: 'HS512' })],
    [
      'unsigned',
      'jwt_algorithm',
      async () =>
        [{ alg: 'none' }, { external_id: 'u-1' }]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.')
          .concat('.'),
    ],
    ['without an id', 'jwt_external_id', () => sign({ name: 'Ada' })],
    ['nonsense', 'jwt_malformed', async () => 'nonsense'],
  ])('that is %s is refused, and changes nothing', async (_what, code, make) => {
    await addKey();
    const { token, customer } = await openWidget(account.channels.web);
    const jwt = await make();
    const response = await callWidget('POST /identify', { token, body: { jwt } });
    expect(response.status).toBe(422);
    const { errors } = await problem(response);
    expect(errors).toEqual([expect.objectContaining({ path: 'jwt', code, message: expect.any(String) })]);
    const again = await openWidget(account.channels.web, { token, jwt });
    expect(again).toMatchObject({ customer, jwtError: code });
    expect(await rows('select anonymous from customers where account_id = $1')).toEqual([{ anonymous: true }]);
  });

  it('of another channel or account is refused', async () => {
    const other = await makeAccount(test.database);
    await addKey(other.channels.web, other.accountId);
    await addKey(account.channels.web, account.accountId, 'another-secret-of-this-very-account');
    const { token } = await openWidget(account.channels.web);
    const response = await callWidget('POST /identify', { token, body: { jwt: await sign({ external_id: 'u-1' }) } });
    expect((await problem(response)).errors[0]?.code).toBe('jwt_signature');
  });

  it('of a key that was switched off is refused', async () => {
    const id = await addKey();
    await rows('update channel_keys set active = false where account_id = $1 and id = $2', id);
    const { token } = await openWidget(account.channels.web);
    const response = await callWidget('POST /identify', { token, body: { jwt: await sign({ external_id: 'u-1' }) } });
    expect((await problem(response)).errors[0]?.code).toBe('jwt_inactive_key');
  });
});
