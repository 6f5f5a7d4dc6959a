import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { BotInput } from '@/lib/contracts/bot';
import type { WidgetConfig, WidgetConversation, WidgetSession } from '@/lib/contracts/widget';
import { resetAllowances } from '@/lib/http/allowance';
import { addRule } from '@/lib/runtime/testing/add-rule';
import { createBot } from '@/lib/services/bots/create';
import { deleteBot } from '@/lib/services/bots/delete';
import { switchBot } from '@/lib/services/channels/bot';
import type { Context } from '@/lib/services/context';
import { changeRules } from '@/lib/services/rules/change-rules';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { askWidget, callWidget, openWidget } from '@/lib/testing/widget-calls';

const singleton = Symbol.for('signalbox.database');

let test: TestDatabase;
let account: TestAccount;
let context: Context;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  Reflect.set(globalThis, singleton, Promise.resolve(test.database));
});
afterAll(() => test.close());
beforeEach(async () => {
  resetAllowances();
  account = await makeAccount(test.database);
  context = { db: test.database, actor: actorOf(account, 'admin') };
  await createBot(context, helper);
  await switchTo('helper');
});

const helper: BotInput = {
  ...{ name: 'Helper', avatar: '🤖', language: 'en', channels: ['web'] },
  greeting: { text: 'I am a bot', byLanguage: { fr: 'Je suis un bot' } },
  fallback: { text: 'Pardon?' },
  answers: [
    {
      title: 'Opening hours',
      phrases: ['Quels sont vos horaires ?'],
      steps: [{ step: 'message', text: 'Nine to five' }],
    },
    {
      title: 'Refund',
      steps: [
        { step: 'ask', text: 'Who are you?', fields: ['name', 'email'] },
        { step: 'transfer', text: 'To sales', group: 'sales' },
      ],
    },
  ],
};

const switchTo = (bot: string | null) =>
  changeRules(context, ({ tx, accountId }) => switchBot(tx, accountId, account.channels.web, bot));
const rows = (sql: string) => test.database.query(sql, [account.accountId]);
let count = 0;
const anId = () => `request-${++count}-${account.key}`;
const write = async ({ token }: WidgetSession, body: object) =>
  (await askWidget<{ conversation: WidgetConversation }>('POST /messages', { token, body: { id: anId(), ...body } }))
    .conversation;
const texts = (conversation: WidgetConversation) => conversation.messages.map(({ text }) => text);

it('offers its choices before anything was said, in the language of the page', async () => {
  const { response } = await askWidget<WidgetConfig>(`GET /config?channel=${account.channels.web}&lang=fr`);
  expect(response).toMatchObject({
    mode: 'bot',
    firstMessage: 'Je suis un bot',
    bot: { name: 'Helper', avatar: '🤖' },
  });
  expect(response.quickReplies.map(({ label }) => label)).toEqual(['Opening hours', 'Refund', 'Parler à une personne']);
});

it('answers, asks, and hands over to the group of the step', async () => {
  await addRule(test.database, account.accountId, {
    on: 'conversation_requested',
    when: { all: [{ field: 'group', operator: 'is', value: 'sales' }] },
    do: [{ action: 'send_message', sender: 'Sales', text: '@bot_name sent you' }],
  });
  const widget = await openWidget(account.channels.web);
  const answered = await write(widget, { text: 'quels sont les horaires' });
  expect(answered.phase).toBe('bot');
  expect(answered.messages.map(({ author, text }) => [author.kind, author.name, author.avatar, text])).toEqual([
    ['bot', 'Helper', '🤖', 'I am a bot'],
    ['customer', '', undefined, 'quels sont les horaires'],
    ['bot', 'Helper', '🤖', 'Nine to five'],
  ]);
  const missed = await write(widget, { text: 'qwertz' });
  expect(missed.messages.at(-1)).toMatchObject({ text: 'Pardon?', quickReplies: [{}, { id: 'refund' }, {}] });

  const asked = await write(widget, { reply: 'refund' });
  expect(asked).toMatchObject({ phase: 'bot', form: { fields: ['name', 'email'], purpose: 'details' } });
  expect(texts(asked).slice(-2)).toEqual(['Refund', 'Who are you?']);
  expect(await rows('select number from conversations where account_id = $1')).toEqual([{ number: null }]);

  const body = { id: anId(), name: 'Ada', email: 'ada@example.org' };
  const { conversation } = await (await callWidget('POST /details', { token: widget.token, body })).json();
  expect(conversation).toMatchObject({ phase: 'queued', form: null });
  expect(texts(conversation).slice(-2)).toEqual(['To sales', 'Helper sent you']);
  expect(
    await rows('select group_key, phase, number is not null as ticket from conversations where account_id = $1'),
  ).toEqual([{ group_key: 'sales', phase: 'queued', ticket: true }]);
  const handed = await rows(`select type, facts ->> 'message' as message from events where account_id = $1
    and type in ('conversation_requested', 'message_sent', 'conversation_queued') order by seq`);
  expect(handed).toEqual([
    { type: 'conversation_requested', message: 'Refund' },
    { type: 'message_sent', message: 'Refund' },
    { type: 'conversation_queued', message: null },
  ]);
  expect(await audit(test.database)).toEqual([]);
});

it('begins a conversation with a choice, and calls humans at once when they are chosen', async () => {
  const widget = await openWidget(account.channels.web);
  const { conversation } = await askWidget<{ conversation: WidgetConversation }>('POST /messages', {
    ...{ token: widget.token, body: { id: anId(), reply: 'opening-hours' } },
  });
  expect(texts(conversation)).toEqual(['I am a bot', 'Opening hours', 'Nine to five']);
  const other = await openWidget(account.channels.web);
  const called = await write(other, { reply: '@human' });
  expect(called.phase).toBe('queued');
  expect(texts(called).slice(-2)).toEqual([
    'Talk to a person',
    'I am handing you over. An agent will answer you here.',
  ]);
  const refused = await callWidget('POST /messages', {
    ...{ token: (await openWidget(account.channels.web)).token, body: { id: anId(), reply: 'nothing' } },
  });
  expect(refused.status).toBe(422);
});

it('switched off, leaves the conversation to humans and the channel to its own response', async () => {
  const widget = await openWidget(account.channels.web);
  expect((await write(widget, { text: 'opening hours' })).phase).toBe('bot');
  await switchTo(null);
  expect((await write(widget, { text: 'still there?' })).phase).toBe('queued');
  const next = await openWidget(account.channels.web);
  expect(next.response).toMatchObject({ mode: 'default', quickReplies: [] });
  await switchTo('helper');
  expect((await openWidget(account.channels.web)).response.mode).toBe('bot');
  await deleteBot(context, 'helper', { force: true });
  expect((await openWidget(account.channels.web)).response.mode).toBe('default');
  expect(await audit(test.database)).toEqual([]);
});
