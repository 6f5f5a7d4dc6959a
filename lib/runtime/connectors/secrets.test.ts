/** Secrets are planted, the other sides repeat them as loudly as they can, and nothing that is kept, told or logged holds one. */
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { problemResponse } from '@/lib/http/problem';
import { listChanges } from '@/lib/services/changes/list';
import type { Context } from '@/lib/services/context';
import { getEvent, listEvents } from '@/lib/services/events/read';
import { listFirings } from '@/lib/services/firings/read';
import { failingIntegrations } from '@/lib/services/home/failing-integrations';
import { createIntegration } from '@/lib/services/integrations/create';
import { deleteIntegration } from '@/lib/services/integrations/delete';
import { listIntegrations } from '@/lib/services/integrations/read';
import { updateIntegration } from '@/lib/services/integrations/update';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { type LocalServer, startLocalServer } from '../testing/local-server';
import { makeDesk, says } from '../testing/workflow-desk';
import { runDeliveries } from '../worker/deliveries';
import { readOptions } from './offered';
import { testIntegration } from './test-connection';

const logged = vi.hoisted((): unknown[][] => []);
vi.mock('@/lib/http/log', () => {
  const note = (...said: unknown[]) => logged.push(said);
  return { log: { trace: note, debug: note, info: note, warn: note, error: note, fatal: note } };
});

const PLANTED = ['PLANTED-base-4711', 'PLANTED-model-4712', 'PLANTED-mailbox-4713', 'PLANTED-renewed-4714'] as const;
const [BASE, MODEL, MAILBOX, RENEWED] = PLANTED;
let test: TestDatabase;
let server: LocalServer;
let seen: string[];

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  vi.stubEnv('SIGNALBOX_ALLOW_PRIVATE_ADDRESSES', '1');
  test = await testDatabase();
  seen = [];
  // Whatever it is given it says again.
  server = await startLocalServer(({ path, headers }, response) => {
    const given = `${headers['x-bltoken'] ?? ''}${headers.authorization ?? ''}`;
    seen.push(given);
    if (path.startsWith('/v1'))
      return response
        .writeHead(401, { 'content-type': 'application/json' })
        .end(`{"error": {"message": "No: ${given}"}}`);
    return response.end(`{"status": "ERROR", "error_code": "ERROR_BAD_TOKEN", "error_message": "No: ${given}"}`);
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await test.close();
});

it('are in no table, no answer, no change history and no log', async () => {
  const desk = await makeDesk(test.database);
  const context: Context = { db: test.database, actor: actorOf(desk.account, 'admin') };
  const told: unknown[] = [];
  const tell = async (work: Promise<unknown>) => {
    const answer = await work.catch((error: unknown) => error);
    told.push(answer);
    if (answer instanceof Error) told.push(await problemResponse(answer, 'en', 'POST /x').text());
  };
  const port = Number(new URL(server.url).port);
  await tell(
    createIntegration(context, {
      kind: 'base',
      name: 'Base',
      settings: { address: server.url },
      secrets: { token: BASE },
    }),
  );
  await tell(
    createIntegration(context, {
      ...{ kind: 'ai', name: 'Model', secrets: { key: MODEL } },
      settings: { address: `${server.url}/v1`, model: 'small', analyse: true },
    }),
  );
  await tell(
    createIntegration(context, {
      ...{ kind: 'mail', name: 'Mail', secrets: { password: MAILBOX } },
      settings: {
        ...{ address: 'shop@example.org', user: 'shop', imapHost: '127.0.0.1', imapPort: port, imapSecurity: 'none' },
        ...{ smtpHost: '127.0.0.1', smtpPort: port, smtpSecurity: 'none' },
      },
    }),
  );
  await tell(createIntegration(context, { kind: 'base', name: 'Again', secrets: { token: RENEWED } }));
  await tell(updateIntegration(context, 'base', { secrets: { token: BASE, wrong: RENEWED } }));
  await desk.add({
    when: [{ field: 'new_message', operator: 'is', value: null }],
    do: [
      { action: 'set_base_order_status', status: '102' },
      { action: 'ai_message', instruction: 'Be kind' },
    ],
  });
  await desk.send({ type: 'ticket_created', ticket: { orders: ['7001'] } }, says('Is it shipped?'));
  for (let round = 0; round < 3; round += 1) {
    await runDeliveries(test.database, desk.clock);
    desk.clock.advance(60_000);
  }
  await tell(readOptions(context, 'base', { anew: true }));
  for (const key of ['base', 'model']) await tell(testIntegration(context, key, {}));
  await tell(testIntegration(context, 'base', { secrets: { token: RENEWED } }));
  await tell(failingIntegrations(context));
  await tell(updateIntegration(context, 'base', { secrets: { token: RENEWED } }));
  await tell(listIntegrations(context, { page: 1, pageSize: 50 }));
  await tell(deleteIntegration(context, 'model', { force: true }));
  await tell(listChanges(context, { limit: 50 }));
  await tell(listFirings(context, { limit: 50 }));
  const { items } = await listEvents(context, { limit: 50 });
  for (const { id } of items) await tell(getEvent(context, id));

  // They did go to where they belong, and came back.
  for (const secret of [BASE, MODEL, RENEWED]) expect(seen.join(' ')).toContain(secret);
  const tables = await test.database.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const rows = await Promise.all(
    tables.map(({ name }) => test.database.query(`select to_jsonb(t) as row from "${name}" t`)),
  );
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['integrations', 'deliveries', 'changes', 'events']),
  );
  const everything = { tables: rows, told, logged };
  for (const [place, what] of Object.entries(everything))
    for (const secret of PLANTED)
      expect([
        place,
        inspect(what, { depth: 30, maxArrayLength: null, maxStringLength: null }).includes(secret),
      ]).toEqual([...[place, false]]);
  expect(inspect(told, { depth: 30 })).toContain('•••');
});
