/** Allegro and the like: messages come in as events of the API, replies go out by webhook. */
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { logEndpoints } from '@/lib/contracts/endpoints/log';
import type { Context } from '@/lib/services/context';
import { createIntegration } from '@/lib/services/integrations/create';
import { updateIntegration } from '@/lib/services/integrations/update';
import { createWebhook } from '@/lib/services/webhooks/create';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { replyToConversation } from '../conversations/reply';
import { addRule } from '../testing/add-rule';
import { type LocalServer, type Received, startLocalServer } from '../testing/local-server';
import { runDeliveries } from '../worker/deliveries';
import { receiveEvents } from './receive-events';

let test: TestDatabase;
let context: Context;
let server: LocalServer;
let calls: Received[];
let answers: number[];
const example = logEndpoints.send.example as { events: { id: string; conversation: { id: string } }[] };
const allegro = example.events.filter(({ id }) => id.startsWith('allegro-'));

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  test = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
});
beforeEach(async () => {
  await test.database.query('truncate deliveries');
  const account = await makeAccount(test.database);
  context = { db: test.database, actor: actorOf(account, 'admin') };
  calls = [];
  answers = [];
  server = await startLocalServer((received, response) => {
    calls.push(received);
    response.writeHead(answers.shift() ?? 204).end();
  });
  return () => server.close();
});

const connect = () => createIntegration(context, { kind: 'source', name: 'Allegro PL', settings: {} });
const received = async (events: readonly unknown[] = allegro) => (await receiveEvents(context, events)).results;

it('takes the example of the reference, and passes the replies on by webhook, signed and under one id', async () => {
  await connect();
  const { accountId } = context.actor;
  await addRule(test.database, accountId, {
    ...{ family: 'workflow', name: 'First answer' },
    when: {
      all: [
        { field: 'integration', operator: 'is', value: ['allegro-pl'] },
        { field: 'new_message', operator: 'is' },
      ],
    },
    do: [{ action: 'send_message', text: 'We look after it.' }],
  });
  const { secret } = await createWebhook(context, {
    name: 'Bridge',
    url: `${server.url}/bridge`,
    events: ['message.created'],
  });
  expect((await received()).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
  expect((await received()).map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
  await replyToConversation(context, 'allegro-8812', { text: 'It leaves today.', agent: 'lea' });

  answers = [500];
  await runDeliveries(test.database);
  const later = fakeClock(new Date(Date.now() + 60_000).toISOString());
  await runDeliveries(test.database, later);
  const said = calls.map(({ headers, body, path }) => {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(path).toBe('/bridge');
    return { id: headers['webhook-id'], ...JSON.parse(body).data };
  });
  const of = (kind: string) => said.filter(({ author }) => author.kind === kind);
  const origin = { conversation: 'allegro-8812', source: 'allegro_messages', integration: 'allegro-pl' };
  expect(of('customer')[0]).toMatchObject({ ...origin, id: expect.any(String), text: 'When is it sent?' });
  expect(of('automation')[0]).toMatchObject({ ...origin, allegroAccount: 'my-shop', text: 'We look after it.' });
  expect(of('agent')[0]).toMatchObject({ ...origin, allegroAccount: 'my-shop', text: 'It leaves today.' });
  // The one that was refused came again, under the same id.
  expect(said).toHaveLength(4);
  expect(new Set(said.map(({ id }) => id)).size).toBe(3);
});

it('rejects an integration that does not exist, by its place, and leaves nothing of it', async () => {
  const [ticket, message] = await received();
  expect(ticket).toMatchObject({
    status: 'rejected',
    errors: [{ path: 'ticket.integration', code: 'unknown_reference', params: { kind: 'integration' } }],
  });
  expect(message?.status).toBe('accepted');
  await connect();
  expect((await received([allegro[0]]))[0]).toMatchObject({ status: 'accepted' });
});

it('takes one that is switched off, and says so', async () => {
  await connect();
  await updateIntegration(context, 'allegro-pl', { active: false });
  const [ticket, message] = await received();
  expect(ticket).toMatchObject({
    status: 'accepted',
    warnings: [{ path: 'ticket.integration', code: 'integration_inactive', params: { key: 'allegro-pl' } }],
  });
  expect(message).not.toHaveProperty('warnings');
  await updateIntegration(context, 'allegro-pl', { active: true });
  const [again] = await received([{ ...allegro[0], id: 'another' }]);
  expect(again).not.toHaveProperty('warnings');
});

it('takes any word for the source and the account: nothing need be connected for them', async () => {
  const ticket = { source: 'carrier_pigeon', allegroAccount: 'nobody-knows' };
  const [result] = await received([{ ...allegro[0], ticket }]);
  expect(result).toMatchObject({ status: 'accepted' });
  expect(result).not.toHaveProperty('warnings');
});
