import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import type { WidgetConversation, WidgetEvent } from '@/lib/contracts/widget';
import { replyToConversation } from '@/lib/runtime/conversations/reply';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount } from '@/lib/testing/factories';
import { EventReader } from '@/lib/testing/read-events';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { askWidget, callWidget, openWidget } from '@/lib/testing/widget-calls';

const singleton = Symbol.for('signalbox.database');

let place: { dataDir: string } | { url: string };
let server: TestDatabase | undefined;
let database: Database;

/** What a process that begins has: a database of its own, and nothing in memory. */
async function start(): Promise<void> {
  database = await openDatabase(place);
  Reflect.set(globalThis, singleton, Promise.resolve(database));
}

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  server = process.env.TEST_DATABASE_URL ? await testDatabase() : undefined;
  place = server?.url ? { url: server.url } : { dataDir: await mkdtemp(join(tmpdir(), 'signalbox-restart-')) };
  await start();
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  await server?.close();
  if ('dataDir' in place) await rm(place.dataDir, { recursive: true, force: true });
});

describe('after a restart of the server', () => {
  it('the conversation goes on where it was, and what was sent is not there twice', async () => {
    const account = await makeAccount(database);
    const { token, customer } = await openWidget(account.channels.web);
    const body = { id: 'message-before', text: 'Before' };
    const written = await askWidget<{ conversation: WidgetConversation }>('POST /messages', { token, body });
    const { id, lastSeq } = written.conversation;
    const reader = new EventReader(await callWidget('GET /stream', { token }));
    await reader.next();
    await reader.close();
    await database.close();
    await start();
    // The answer was lost on the way: the widget sends again what it does not know to have arrived.
    await askWidget('POST /messages', { token, body });
    await replyToConversation({ db: database, actor: actorOf(account, 'admin') }, id, { text: 'After' });
    const again = new EventReader(await callWidget(`GET /stream?after=${lastSeq}&conversation=${id}`, { token }));
    const data = (await again.next())?.data as WidgetEvent;
    await again.close();
    const messages = data.type === 'conversation' ? data.conversation?.messages : [];
    expect(messages?.map(({ text }) => text)).toEqual(['After']);
    const opened = await openWidget(account.channels.web, { token });
    expect(opened.customer.id).toBe(customer.id);
    expect(opened.conversation?.messages.filter(({ text }) => text === 'Before')).toHaveLength(1);
  });
});
