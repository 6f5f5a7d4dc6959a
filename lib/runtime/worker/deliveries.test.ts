import { createServer, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { uuidV7 } from '@/db/uuid-v7';
import { encrypt } from '@/lib/auth/encryption';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { isPrivateAddress } from '../connectors/private-address';
import { ingest } from '../ingest/ingest';
import { addRule } from '../testing/add-rule';
import { runDeliveries } from './deliveries';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const clock = fakeClock('2026-11-21T10:00:00.000Z');
let test: TestDatabase;
let account: TestAccount;
let server: Server;
let calls: { headers: Record<string, string>; body: string }[];
let answer: number;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  test = await testDatabase();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      calls.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answer).end('x'.repeat(10_000));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  server.close();
  await test.close();
});
beforeEach(async () => {
  await test.database.query('truncate deliveries');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  clock.set('2026-11-21T10:00:00.000Z');
  calls = [];
  answer = 200;
  account = await makeAccount(test.database);
});
afterEach(() => vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', ''));

async function addWebhook(url: string, events: string[]) {
  await test.database.query(
    'insert into webhooks (account_id, id, name, url, secret_encrypted, events) values ($1, $2, $3, $4, $5, $6)',
    [account.accountId, uuidV7(), 'Helpdesk', url, encrypt(SECRET), events],
  );
}

function here(): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`;
}

async function fire() {
  await addRule(test.database, account.accountId, {
    on: 'message_sent',
    when: { all: [{ field: 'message', operator: 'contains', value: 'help' }] },
    do: [{ action: 'send_message', sender: 'Bot', text: 'Hello' }],
  });
  const event = {
    id: 'e-1',
    type: 'message_sent',
    occurredAt: clock.current.toISOString(),
    conversation: { id: 'c-1' },
    customer: { id: 'u-1' },
    message: { id: 'm-1', text: 'help', sender: { type: 'customer' } },
  };
  await ingest(test.database, account.accountId, [event], { clock });
}

const states = () =>
  test.database.query('select state, attempt, last_error as error from deliveries order by idempotency_key');

describe('outgoing webhooks', () => {
  it('receive messages and firings, signed', async () => {
    await addWebhook(here(), ['message.created', 'firing.finished']);
    await fire();
    expect(await runDeliveries(test.database, clock)).toBe(3);
    expect(await runDeliveries(test.database, clock)).toBe(0);
    const bodies = calls.map(({ body }) => JSON.parse(body));
    expect(bodies.map(({ type, data }) => [type, data.text ?? data.outcome]).sort()).toEqual([
      ['firing.finished', 'done'],
      ['message.created', 'Hello'],
      ['message.created', 'help'],
    ]);
    const [call] = calls;
    // The library checks the time too; the test's clock is not today's.
    const signed = new Webhook(SECRET).sign(call?.headers['webhook-id'] ?? '', clock.current, call?.body ?? '');
    expect(call?.headers['webhook-signature']).toBe(signed);
  });

  it('are tried again later, with the same id, and given up at last', async () => {
    answer = 500;
    await addWebhook(here(), ['firing.finished']);
    await fire();
    for (let attempt = 0; attempt < 9; attempt++) {
      await runDeliveries(test.database, clock);
      clock.advance(10_000 * 3 ** attempt * 1.3);
    }
    expect(await states()).toEqual([{ state: 'failed', attempt: 8, error: { code: 'answered_500', attempt: 8 } }]);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('are taken over when the process that sent them is gone', async () => {
    await addWebhook(here(), ['firing.finished']);
    await fire();
    await test.database.query("update deliveries set state = 'leased', attempt = 1, lease_until = $1", [clock.current]);
    clock.advance(1);
    await runDeliveries(test.database, clock);
    expect(await states()).toEqual([{ state: 'done', attempt: 2, error: null }]);
  });

  it('refuse addresses that are not public', async () => {
    vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '');
    await addWebhook(here(), ['firing.finished']);
    await addWebhook(here().replace('127.0.0.1', 'localhost'), ['firing.finished']);
    await fire();
    await runDeliveries(test.database, clock);
    expect(await states()).toEqual(
      [1, 2].map(() => ({ state: 'failed', attempt: 1, error: { code: 'private_address', attempt: 1 } })),
    );
    expect(calls).toEqual([]);
  });

  it.each([
    ['10.1.2.3', true],
    ['172.31.0.1', true],
    ['169.254.169.254', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['fd00::1', true],
    ['93.184.216.34', false],
    ['2606:2800:220:1::1', false],
  ])('%s is private: %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });
});
