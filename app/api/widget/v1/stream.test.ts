import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WidgetConversation, WidgetEvent, WidgetSession } from '@/lib/contracts/widget';
import { resetAllowances } from '@/lib/http/allowance';
import { countStreams } from '@/lib/http/event-stream';
import { acceptConversation } from '@/lib/runtime/conversations/accept';
import { endConversation } from '@/lib/runtime/conversations/end';
import { markRead } from '@/lib/runtime/conversations/read-mark';
import { replyToConversation } from '@/lib/runtime/conversations/reply';
import { suspendCustomer } from '@/lib/runtime/conversations/suspension';
import { tellTyping } from '@/lib/runtime/conversations/typing';
import { writeAsAgent } from '@/lib/runtime/conversations/write-as-agent';
import { passingBus } from '@/lib/runtime/realtime/passing';
import type { Context } from '@/lib/services/context';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { EventReader, type ReadEvent } from '@/lib/testing/read-events';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { askWidget, callWidget, openWidget } from '@/lib/testing/widget-calls';

const singleton = Symbol.for('signalbox.database');

let test: TestDatabase;
let account: TestAccount;
let ada: Context;
let widget: WidgetSession;
let open: EventReader[];

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  Reflect.set(globalThis, singleton, Promise.resolve(test.database));
});
afterAll(() => test.close());
beforeEach(async () => {
  resetAllowances();
  account = await makeAccount(test.database);
  ada = { db: test.database, actor: actorOf(account, 'admin') };
  widget = await openWidget(account.channels.web);
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((reader) => reader.close()));
});

let count = 0;
const write = async (text: string, { token } = widget) => {
  const body = { id: `request-${++count}-${account.key}`, text };
  return (await askWidget<{ conversation: WidgetConversation }>('POST /messages', { token, body })).conversation;
};

async function listen(query = '', { token } = widget): Promise<EventReader> {
  const response = await callWidget(`GET /stream${query}`, { token });
  expect(response.status).toBe(200);
  const reader = new EventReader(response);
  open.push(reader);
  return reader;
}

// What the stream says is declared in the contract.
const dataOf = ({ data }: ReadEvent) => data as WidgetEvent;
const messagesOf = (events: readonly ReadEvent[]) =>
  events.map(dataOf).flatMap((event) => {
    if (event.type === 'message') return [event.message];
    return event.type === 'conversation' ? (event.conversation?.messages ?? []) : [];
  });
const says = (text: string) => (event: ReadEvent) => messagesOf([event]).some((message) => message.text === text);
const isIn = (phase: string) => (event: ReadEvent) => {
  const data = dataOf(event);
  return data.type === 'conversation' && data.conversation?.phase === phase;
};

describe('the stream', () => {
  it('begins with what there is, and tells each message once', async () => {
    const reader = await listen();
    expect(dataOf((await reader.next()) as ReadEvent)).toEqual({ type: 'conversation', conversation: null });
    const { id } = await write('Hi');
    const begun = await reader.until(isIn('queued'));
    await acceptConversation(ada, id);
    const accepted = await reader.until(isIn('assigned'));
    for (const text of ['One', 'Two', 'Three']) await replyToConversation(ada, id, { text });
    const replied = await reader.until(says('Three'));
    await endConversation(ada, id);
    const ended = await reader.until(isIn('ended'));
    const seqs = messagesOf([...begun, ...accepted, ...replied, ...ended]).map(({ seq }) => seq);
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6]);
    expect(replied.some(({ event }) => event === 'message')).toBe(true);
    await write('Again');
    const next = await reader.until(isIn('queued'));
    expect(messagesOf(next).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('goes on where a reader was, on whatever server it was, without a gap or a double', async () => {
    const { id } = await write('Hi');
    const seen: number[] = [];
    let conversation = '';
    const texts = Array.from({ length: 40 }, (_, index) => `Message ${index}`);
    const writing = (async () => {
      for (const text of texts) await replyToConversation(ada, id, { text });
    })();
    // Every reader is cut off after a few events.
    while (!seen.includes(43)) {
      const query = conversation === '' ? '' : `?after=${seen.at(-1)}&conversation=${conversation}`;
      const reader = await listen(query);
      for (let taken = 0; taken < 3 && !seen.includes(43); taken += 1) {
        const event = (await reader.next()) as ReadEvent;
        const data = dataOf(event);
        if (data.type === 'conversation') conversation = data.conversation?.id ?? '';
        seen.push(...messagesOf([event]).map(({ seq }) => seq));
      }
      await reader.close();
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
  });

  it('sends a reader of another conversation the whole of this one', async () => {
    const first = await write('Hi');
    await endConversation(ada, first.id);
    await write('Again');
    const reader = await listen(`?after=3&conversation=${first.id}`);
    const [event] = await reader.until(isIn('queued'));
    expect(event && messagesOf([event]).map(({ text }) => text)).toContain('Again');
  });

  it('says nothing of notes', async () => {
    const { id } = await write('Hi');
    const reader = await listen();
    await reader.next();
    await writeAsAgent(ada, id, 'note', { text: 'Secret' }, {});
    await replyToConversation(ada, id, { text: 'Hello' });
    const events = await reader.until(says('Hello'));
    expect(JSON.stringify(events)).not.toContain('Secret');
    expect(messagesOf(events).map(({ seq }) => seq)).toEqual([5]);
    expect((await askWidget<{ events: unknown[] }>('GET /updates', { token: widget.token })).events).toHaveLength(1);
  });

  it('reaches every tab, and the tab of a stranger nothing', async () => {
    const stranger = await openWidget(account.channels.web);
    await write('Mine', stranger);
    const readers = [await listen(), await listen()];
    const other = await listen('', stranger);
    for (const reader of [...readers, other]) await reader.next();
    await write('Hi');
    for (const reader of readers) expect(messagesOf(await reader.until(says('Hi')))).not.toEqual([]);
    await write('Mine again', stranger);
    expect(JSON.stringify(await other.until(says('Mine again')))).not.toContain('"Hi"');
  });

  it('tells that an agent types, and has read', async () => {
    const { id } = await write('Hi');
    const reader = await listen();
    await reader.next();
    await tellTyping(ada, id, { typing: true });
    expect(dataOf((await reader.next()) as ReadEvent)).toEqual({ type: 'typing', typing: true, name: 'Ada Admin' });
    await markRead(ada, id, { seq: 2 });
    const [event] = await reader.until(({ event: name }) => name === 'conversation');
    expect(event && dataOf(event)).toMatchObject({ conversation: { readSeq: 2, messages: [] } });
  });

  it('ends with the session', async () => {
    await write('Hi');
    const reader = await listen();
    await reader.next();
    await suspendCustomer(ada, widget.customer.id, { reason: 'Rude' });
    const events = await reader.until(({ event }) => event === 'error');
    expect(events.at(-1)?.data).toEqual({ code: 'session_ended' });
    expect(JSON.stringify(events)).not.toMatch(/suspend/);
    expect(await reader.next()).toBeUndefined();
  });

  it('is held ten times at most, and given back', async () => {
    const before = countStreams();
    const readers = await Promise.all(Array.from({ length: 10 }, () => listen()));
    const refused = await callWidget('GET /stream', { token: widget.token });
    expect(refused.status).toBe(429);
    for (const reader of readers) await reader.close();
    await vi.waitFor(() => expect(countStreams()).toBe(before));
    await listen();
  });
});

describe('asking for updates', () => {
  it('answers what has come since', async () => {
    const { id, lastSeq } = await write('Hi');
    const ask = (after: number) =>
      askWidget<{ events: WidgetEvent[] }>(`GET /updates?after=${after}&conversation=${id}`, { token: widget.token });
    expect((await ask(lastSeq)).events).toMatchObject([{ type: 'conversation', conversation: { messages: [] } }]);
    for (let index = 0; index < 70; index += 1) await replyToConversation(ada, id, { text: `${index}` });
    const { events } = await ask(lastSeq);
    const [event] = events;
    expect(event?.type === 'conversation' && event.conversation?.messages.length).toBe(70);
    expect(event).toMatchObject({ conversation: { moreBefore: false } });
  });

  it('tells which agent types, in one’s own conversation alone', async () => {
    const stranger = await openWidget(account.channels.web);
    const { id } = await write('Hi');
    const ask = async (session: Pick<WidgetSession, 'token'>) =>
      (await askWidget<{ events: WidgetEvent[] }>(`GET /updates?conversation=${id}`, { token: session.token })).events;
    const typing = { type: 'typing', typing: true, name: 'Ada Admin' };
    expect(await ask(widget)).not.toContainEqual(typing);
    await tellTyping(ada, id, { typing: true });
    expect((await ask(widget)).at(-1)).toEqual(typing);
    expect(await ask(stranger)).not.toContainEqual(typing);
    await tellTyping(ada, id, { typing: false });
    expect(await ask(widget)).not.toContainEqual(typing);
  });

  it.each(['?after=-1', '?after=x', '?conversation=mine', '?nothing=1'])('refuses %s', async (query) => {
    expect((await callWidget(`GET /updates${query}`, { token: widget.token })).status).toBe(422);
  });
});

describe('a customer who types', () => {
  it('is seen by agents in that conversation', async () => {
    const { id } = await write('Hi');
    const heard: unknown[] = [];
    const hear = (passing: unknown) => heard.push(passing);
    passingBus().on('passing', hear);
    for (const typing of [true, false]) await askWidget('POST /typing', { token: widget.token, body: { typing } });
    passingBus().off('passing', hear);
    const said = { topic: 'typing', conversation: id, by: 'customer', who: widget.customer.id };
    expect(heard).toMatchObject([
      { ...said, active: true },
      { ...said, active: false },
    ]);
  });
});
