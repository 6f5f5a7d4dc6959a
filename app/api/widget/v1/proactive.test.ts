import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidV7 } from '@/db/uuid-v7';
import type { ProactiveMessage } from '@/lib/contracts/proactive';
import type { WidgetConversation, WidgetSession } from '@/lib/contracts/widget';
import type { InteractionAnswer, ProactiveOffer } from '@/lib/contracts/widget-proactive';
import { resetAllowances } from '@/lib/http/allowance';
import { addRule } from '@/lib/runtime/testing/add-rule';
import { updateAccount } from '@/lib/services/account/update';
import { createBot } from '@/lib/services/bots/create';
import type { Context } from '@/lib/services/context';
import { listMessages } from '@/lib/services/proactive/list';
import { createMessage, pauseMessage } from '@/lib/services/proactive/verbs';
import { createSchedule } from '@/lib/services/schedules/create';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { askWidget, callWidget, openWidget } from '@/lib/testing/widget-calls';

const singleton = Symbol.for('signalbox.database');

let test: TestDatabase;
let account: TestAccount;
let admin: Context;
let widget: WidgetSession;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  Reflect.set(globalThis, singleton, Promise.resolve(test.database));
});
afterAll(() => test.close());
beforeEach(async () => {
  resetAllowances();
  account = await makeAccount(test.database);
  admin = { db: test.database, actor: actorOf(account, 'admin') };
  widget = await openWidget(account.channels.web);
});

const rows = (sql: string, ...more: unknown[]) => test.database.query(sql, [account.accountId, ...more]);
let count = 0;
const make = (more: object = {}): Promise<ProactiveMessage> =>
  createMessage(admin, {
    ...{ name: `Message ${++count}`, brand: 'main', channel: 'web', status: 'live' },
    when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'] }] },
    message: { text: 'Any question?', byLanguage: { fr: 'Une question ?' } },
    reply: { kind: 'agent', followUp: 'An agent joins you.', details: ['email'] },
    tags: ['cart'],
    ...more,
  });
const offer = (lang = 'en') => askWidget<ProactiveOffer>(`GET /proactive?channel=${account.channels.web}&lang=${lang}`);
const tell = (message: { id: string }, kind: string, more: object = {}, { token } = widget) =>
  askWidget<InteractionAnswer>(`POST /proactive/${message.id}/interactions`, {
    token,
    body: { id: uuidV7(), kind, visit: 'visit-1', url: 'https://shop.example/cart', ...more },
  });
const write = (text: string, more: object = {}) =>
  askWidget<{ conversation: WidgetConversation }>('POST /messages', {
    token: widget.token,
    body: { id: `request-${++count}`, text, ...more },
  });

describe('what a browser is offered', () => {
  it('are the live messages of its channel, in their order and in its language', async () => {
    const first = await make();
    const second = await make({ message: 'Second', on: { event: 'on_page', seconds: 5 } });
    await make({ status: 'draft' });
    const { messages } = await offer('fr');
    expect(messages.map(({ id, text }) => [id, text])).toEqual([
      [first.id, 'Une question ?'],
      [second.id, 'Second'],
    ]);
    expect(messages[1]).toMatchObject({ on: { event: 'on_page', seconds: 5 }, send: { when: 'any' } });
    expect(JSON.stringify(messages)).not.toContain('An agent joins you');
    const config = await askWidget<{ proactive: boolean }>(`GET /config?channel=${account.channels.web}`);
    expect(config.proactive).toBe(true);
  });

  it('names the business hours that messages depend on, and until when they hold', async () => {
    const everyDay = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '00:00', to: '23:45' }));
    await createSchedule(admin, { name: 'Office', key: 'office', timeZone: 'UTC', intervals: everyDay, holidays: [] });
    await make({ send: { when: 'inside', schedule: 'office' } });
    const { schedules } = await offer();
    expect(Object.keys(schedules)).toEqual(['office']);
    expect(schedules.office?.until).toMatch(/^20\d\d-/);
  });

  it('is nothing while humans keep the control', async () => {
    await make();
    await updateAccount(admin, { settings: { conversationControl: 'keep' } });
    expect((await offer()).messages).toEqual([]);
  });
});

describe('the last word of the server', () => {
  it('counts what visitors do, each once', async () => {
    const message = await make({ frequency: 'every_time' });
    const id = uuidV7();
    expect(await tell(message, 'impression', { id })).toEqual({ allowed: true, stopped: null });
    expect(await tell(message, 'impression', { id })).toEqual({ allowed: true, stopped: null });
    await tell(message, 'open');
    await tell(message, 'dismissal');
    const { items } = await listMessages(admin, { page: 1, pageSize: 10 });
    expect(items[0]).toMatchObject({ shown: 1, opened: 1, dismissed: 1, replied: 0 });
  });

  it('refuses what the browser could not know', async () => {
    const once = await make({ frequency: 'once_per_customer' });
    await tell(once, 'impression');
    expect(await tell(once, 'impression', { visit: 'visit-2' })).toEqual({ allowed: false, stopped: 'frequency' });

    const visit = await make({ frequency: 'once_per_visit' });
    await tell(visit, 'impression');
    expect((await tell(visit, 'impression')).allowed).toBe(true);
    await tell(visit, 'dismissal');
    expect(await tell(visit, 'impression')).toEqual({ allowed: false, stopped: 'frequency' });
    expect((await tell(visit, 'impression', { visit: 'visit-2' })).allowed).toBe(true);

    await pauseMessage(admin, visit.id);
    expect(await tell(visit, 'impression', { visit: 'visit-3' })).toEqual({ allowed: false, stopped: 'paused' });

    await createSchedule(admin, { name: 'Never', key: 'never', timeZone: 'UTC', intervals: [], holidays: [] });
    const closed = await make({ send: { when: 'inside', schedule: 'never' } });
    expect(await tell(closed, 'impression')).toEqual({ allowed: false, stopped: 'schedule' });
    const outside = await make({ send: { when: 'outside', schedule: 'never' }, frequency: 'every_time' });
    expect((await tell(outside, 'impression')).allowed).toBe(true);

    await write('Hello');
    expect(await tell(outside, 'impression')).toEqual({ allowed: false, stopped: 'conversation' });
  });

  it('knows only messages of the channel and the account', async () => {
    const message = await make();
    const other = await makeAccount(test.database);
    const theirs = await openWidget(other.channels.web);
    const answer = await callWidget(`POST /proactive/${message.id}/interactions`, {
      token: theirs.token,
      body: { id: uuidV7(), kind: 'impression', visit: 'v', url: '' },
    });
    expect(answer.status).toBe(404);
    const body = { id: uuidV7(), kind: 'impression', visit: 'v', url: '' };
    expect((await callWidget(`POST /proactive/${message.id}/interactions`, { body })).status).toBe(401);
    const wrong = await callWidget(`POST /proactive/${message.id}/interactions`, {
      token: widget.token,
      body: { id: 'x', kind: 'glance', visit: '' },
    });
    expect(wrong.status).toBe(422);
  });
});

describe('a visitor who answers', () => {
  it('reads the message, gives the details, hears the follow-up and waits with its tags', async () => {
    await addRule(test.database, account.accountId, {
      on: 'conversation_requested',
      when: { all: [{ field: 'tags', operator: 'one_of', value: ['cart'] }] },
      do: [{ action: 'send_message', sender: 'Desk', text: 'About the cart: @message' }],
    });
    const message = await make();
    await tell(message, 'impression');
    const { conversation } = await write('How long does it take?', { proactive: message.id });
    expect(conversation.messages.map(({ text }) => text)).toEqual(['Any question?', 'How long does it take?']);
    expect(conversation).toMatchObject({ phase: 'details', form: { fields: ['email'] } });
    const given = await askWidget<{ conversation: WidgetConversation }>('POST /details', {
      token: widget.token,
      body: { id: `details-${++count}`, email: 'zoe@example.org' },
    });
    expect(given.conversation.phase).toBe('queued');
    const texts = given.conversation.messages.map(({ text }) => text);
    expect(texts.filter((text) => text !== 'zoe@example.org')).toEqual([
      ...['Any question?', 'How long does it take?', 'An agent joins you.'],
      'About the cart: How long does it take?',
    ]);
    expect(await rows('select tags from conversations where account_id = $1')).toEqual([{ tags: ['cart'] }]);
    const { items } = await listMessages(admin, { page: 1, pageSize: 10 });
    expect(items[0]).toMatchObject({ shown: 1, replied: 1 });
  });

  it('hears what was shown, also when the message was changed or paused since', async () => {
    const message = await make({ reply: { kind: 'agent', followUp: 'Old follow-up', details: [] } });
    await tell(message, 'impression');
    await pauseMessage(admin, message.id);
    const { conversation } = await write('Hello', { proactive: message.id });
    expect(conversation.messages.map(({ text }) => text)).toEqual(['Any question?', 'Hello', 'Old follow-up']);
  });

  it('in a running conversation goes on with it', async () => {
    const message = await make({ reply: { kind: 'agent', followUp: 'Late', details: [] } });
    await tell(message, 'impression');
    await write('Hello');
    const { conversation } = await write('And this', { proactive: message.id });
    expect(conversation.messages.map(({ text }) => text)).not.toContain('Any question?');
    expect((await listMessages(admin, { page: 1, pageSize: 10 })).items[0]).toMatchObject({ replied: 0 });
  });

  it('gets the chosen answer of a bot, and goes on with it', async () => {
    const step = (text: string) => ({ step: 'message' as const, text });
    await createBot(admin, {
      ...{ name: 'Helper', key: 'helper', channels: ['web'], greeting: { text: 'I am the helper' } },
      fallback: { text: 'Pardon?' },
      answers: [
        { key: 'delivery', title: 'Delivery', steps: [step('Two days, by bike.')] },
        { key: 'returns', title: 'Returns', phrases: ['send it back'], steps: [step('Within 30 days.')] },
      ],
    });
    const message = await make({ reply: { kind: 'bot', bot: 'helper', answer: 'delivery' } });
    await tell(message, 'impression');
    const { conversation } = await write('yes please', { proactive: message.id });
    expect(conversation.messages.map(({ text }) => text)).toEqual([
      'Any question?',
      'yes please',
      'Two days, by bike.',
    ]);
    expect(conversation.messages.map(({ author }) => author.kind)).toEqual(['bot', 'customer', 'bot']);
    const next = await write('and send it back?');
    expect(next.conversation.messages.at(-1)?.text).toBe('Within 30 days.');
  });

  it('who never saw it is received as usual', async () => {
    const message = await make();
    const { conversation } = await write('Hello', { proactive: message.id });
    expect(conversation.messages.map(({ text }) => text)).not.toContain('Any question?');
    expect(conversation.messages.map(({ text }) => text)).toContain('Hello');
  });
});
