import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { uuidV7 } from '@/db/uuid-v7';
import { encrypt } from '@/lib/auth/encryption';
import type { WidgetConversation, WidgetSession } from '@/lib/contracts/widget';
import { resetAllowances, takeAllowance } from '@/lib/http/allowance';
import { acceptConversation } from '@/lib/runtime/conversations/accept';
import { endConversation } from '@/lib/runtime/conversations/end';
import { replyToConversation } from '@/lib/runtime/conversations/reply';
import { suspendCustomer } from '@/lib/runtime/conversations/suspension';
import { writeAsAgent } from '@/lib/runtime/conversations/write-as-agent';
import { addRule } from '@/lib/runtime/testing/add-rule';
import { uploadAttachment } from '@/lib/services/attachments/for-agents';
import type { Context } from '@/lib/services/context';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { askWidget, callWidget, openWidget } from '@/lib/testing/widget-calls';

const singleton = Symbol.for('signalbox.database');

let test: TestDatabase;
let account: TestAccount;
let ada: Context;
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
  ada = { db: test.database, actor: actorOf(account, 'admin') };
  widget = await openWidget(account.channels.web);
});

const rows = (sql: string, ...more: unknown[]) => test.database.query(sql, [account.accountId, ...more]);
const settings = (value: object) =>
  rows(`update channels set settings = $2::text::jsonb where account_id = $1 and key = 'web'`, JSON.stringify(value));
const responses = (details: string[] = []) => ({
  responses: {
    during: {
      firstMessage: { text: 'Hello', byLanguage: { fr: 'Bonjour' } },
      details,
      followUp: { text: 'Coming', byLanguage: { fr: 'Arrive' } },
    },
  },
});
const types = async () =>
  (await rows('select type from events where account_id = $1 order by conversation_id, seq')).map(({ type }) => type);

let count = 0;
const anId = () => `request-${++count}-${account.key}`;
const write = (text: string, more: object = {}, { token } = widget) =>
  askWidget<{ conversation: WidgetConversation }>('POST /messages', { token, body: { id: anId(), text, ...more } });
const refusedWrite = (body: object, { token } = widget) => callWidget('POST /messages', { token, body });
const give = (details: object, { token } = widget) =>
  callWidget('POST /details', { token, body: { id: anId(), ...details } });
const current = async ({ token } = widget) =>
  (await askWidget<{ conversation: WidgetConversation | null }>('GET /conversation', { token })).conversation;
const texts = (conversation: WidgetConversation | null | undefined) => conversation?.messages.map(({ text }) => text);
const codes = async (response: Response) =>
  (await response.json()).errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);

describe('a first message', () => {
  it('is answered by the response of the channel, and asks for an agent', async () => {
    await settings(responses());
    await addRule(test.database, account.accountId, {
      on: 'conversation_requested',
      when: { all: [{ field: 'message', operator: 'contains', value: 'bike' }] },
      do: [{ action: 'send_message', sender: 'Shop', text: 'About a bike, then', quickReplies: ['Yes', 'No'] }],
    });
    const { conversation } = await write('My bike squeaks');
    expect(conversation).toMatchObject({ phase: 'queued', position: 1, agent: null, form: null, wait: null });
    expect(conversation.messages.map(({ author, text }) => [author.kind, author.name, text])).toEqual([
      ['automation', 'Example Shop', 'Hello'],
      ['customer', '', 'My bike squeaks'],
      ['automation', 'Example Shop', 'Coming'],
      ['automation', 'Shop', 'About a bike, then'],
    ]);
    expect(conversation.messages.at(-1)?.quickReplies?.map(({ label }) => label)).toEqual(['Yes', 'No']);
    expect(await types()).toEqual([
      ...['conversation_started', 'reply_sent', 'message_stored', 'reply_sent'],
      ...['conversation_requested', 'message_sent', 'conversation_queued'],
    ]);
    expect(await rows('select group_key, source, channel_key from conversations where account_id = $1')).toEqual([
      { group_key: 'support', source: 'web_widget', channel_key: 'web' },
    ]);
    expect(await audit(test.database)).toEqual([]);
  });

  it('is asked for details first, in the language of the page', async () => {
    await settings(responses(['name', 'email']));
    widget = await openWidget(account.channels.web, { language: 'fr' });
    const { conversation } = await write('Bonsoir');
    expect(conversation).toMatchObject({ phase: 'details', form: { fields: ['name', 'email'], purpose: 'details' } });
    expect(texts(conversation)).toEqual(['Bonjour', 'Bonsoir']);
    await write('Encore là ?');
    const answered = await give({ name: 'Zoë', email: 'zoe@example.org' });
    const { conversation: after } = await answered.json();
    expect(after).toMatchObject({ phase: 'queued', form: null });
    expect(texts(after)).toEqual(['Bonjour', 'Bonsoir', 'Encore là ?', 'Zoë\nzoe@example.org', 'Arrive']);
    const [sent] = await rows(`select facts ->> 'message' as message, facts ->> 'customer_language' as language,
      facts ->> 'customer_name' as name from events where account_id = $1 and type = 'message_sent'`);
    expect(sent).toEqual({ message: 'Encore là ?', language: 'fr', name: 'Zoë' });
    expect(
      await rows('select name, email, email_verified from customers where account_id = $1 and name is not null'),
    ).toEqual([{ name: 'Zoë', email: 'zoe@example.org', email_verified: false }]);
    expect(await audit(test.database)).toEqual([]);
  });

  it('keeps the response that it began with, whatever becomes of the hours', async () => {
    await settings(responses(['email']));
    await write('Hi');
    const evening = { firstMessage: { text: 'Closed' }, details: [], followUp: { text: 'Tomorrow' } };
    await settings({ responses: { during: evening } });
    const answered = await give({ email: 'a@example.org' });
    expect(texts((await answered.json()).conversation)).toContain('Coming');
    const other = await openWidget(account.channels.web);
    const { conversation } = await write('Hi', {}, other);
    expect(texts(conversation)).toEqual(['Closed', 'Hi', 'Tomorrow']);
  });

  it('works with nothing configured', async () => {
    const { conversation } = await write('Hi');
    expect(conversation.phase).toBe('queued');
    expect(conversation.messages).toHaveLength(3);
  });

  it('is greeted by the bot in use', async () => {
    const bot = uuidV7();
    await rows(
      `insert into bots (account_id, id, key, name, avatar, greeting) values ($1, $2, 'bo', 'Bo', '🤖', 'I am Bo')`,
      bot,
    );
    await rows(
      'insert into bot_channels (account_id, bot_id, channel_id, in_use) values ($1, $2, $3, true)',
      bot,
      account.channels.web,
    );
    const opened = await openWidget(account.channels.web);
    expect(opened.response).toMatchObject({ mode: 'bot', firstMessage: 'I am Bo', details: [], bot: { name: 'Bo' } });
    const { conversation } = await write('Hi', {}, opened);
    expect(conversation.messages[0]).toMatchObject({
      author: { kind: 'bot', name: 'Bo', avatar: '🤖' },
      text: 'I am Bo',
    });
  });
});

describe('details', () => {
  beforeEach(async () => {
    await settings(responses(['name', 'email']));
    await write('Hi');
  });

  it('must be complete, and an address that can be written to', async () => {
    expect(await codes(await give({}))).toEqual(['name required', 'email required']);
    expect(await codes(await give({ name: 'Zoë' }))).toEqual(['email required']);
    expect(await codes(await give({ name: 'Zoë', email: 'zoë@example.org' }))).toEqual(['email email_not_ascii']);
    expect(await codes(await give({ name: 'Zoë', email: 'zoe@exämple.org' }))).toEqual(['email email_not_ascii']);
    expect(await codes(await give({ name: 'Zoë', email: 'nobody' }))).toEqual(['email bad_format']);
    expect(await codes(await give({ name: 'x'.repeat(121), email: 'a@example.org' }))).toEqual(['name too_long']);
    expect((await current())?.form?.fields).toEqual(['name', 'email']);
  });

  it('sent twice, or twice at once, are given once', async () => {
    const body = { id: anId(), name: 'Zoë', email: 'zoe@example.org' };
    const both = await Promise.all([0, 1].map(() => callWidget('POST /details', { token: widget.token, body })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await callWidget('POST /details', { token: widget.token, body })).status).toBe(200);
    expect((await types()).filter((type) => type === 'conversation_requested')).toHaveLength(1);
    const late = await give({ name: 'Eve', email: 'eve@example.org' });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'conflict', params: { reason: 'no_form' } });
  });
});

describe('a customer who becomes known', () => {
  const SECRET = 'a-secret-of-the-shop-that-is-long-enough';
  const jwt = (claims: Record<string, unknown>) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET));
  const identify = async (claims: Record<string, unknown>) =>
    askWidget<{ conversation: WidgetConversation }>('POST /identify', {
      token: widget.token,
      body: { jwt: await jwt(claims) },
    });

  beforeEach(async () => {
    await rows(
      `insert into channel_keys (account_id, id, channel_id, name, secret_encrypted) values ($1, $2, $3, 'Shop', $4)`,
      uuidV7(),
      account.channels.web,
      encrypt(SECRET),
    );
    await settings(responses(['name', 'email']));
    await write('Hi');
  });

  it('is asked only for what the claims leave open', async () => {
    const { conversation } = await identify({ external_id: 'u-1', name: 'Ada' });
    expect(conversation).toMatchObject({ phase: 'details', form: { fields: ['email'] } });
    const { conversation: after } = await (await give({ email: 'ada@example.org', name: 'Eve' })).json();
    expect(after.phase).toBe('queued');
    expect(await rows(`select name, email from customers where account_id = $1 and ext_id = 'u-1'`)).toEqual([
      { name: 'Ada', email: 'ada@example.org' },
    ]);
  });

  it('is handed over at once when nothing is left to ask', async () => {
    const { conversation } = await identify({ external_id: 'u-1', name: 'Ada', email: 'ada@example.org' });
    expect(conversation).toMatchObject({ phase: 'queued', form: null });
    expect(texts(conversation)).toEqual(['Hello', 'Hi', 'Coming']);
    await identify({ external_id: 'u-1', name: 'Ada', email: 'ada@example.org' });
    expect((await types()).filter((type) => type === 'conversation_requested')).toHaveLength(1);
    expect(await audit(test.database)).toEqual([]);
  });
});

describe('the page', () => {
  it('is remembered, and its language is the one that is read from then on', async () => {
    await settings(responses(['email']));
    await write('Hi');
    const page = { url: 'https://shop.example.com/fr/velos', title: 'Vélos', language: 'fr', metadata: { basket: 2 } };
    await askWidget('POST /page', { token: widget.token, body: page });
    const answered = await give({ email: 'a@example.org' });
    expect(texts((await answered.json()).conversation)?.at(-1)).toBe('Arrive');
    await write('Encore');
    const [sent] = await rows(
      `select facts ->> 'customer_language' as language from events where account_id = $1 and type = 'message_sent'
        order by seq desc limit 1`,
    );
    expect(sent).toEqual({ language: 'fr' });
    const [session] = await rows('select page, language from widget_sessions where account_id = $1');
    expect(session).toMatchObject({ language: 'fr', page: { url: page.url, title: 'Vélos', metadata: { basket: 2 } } });
  });

  it('keeps what it said about itself while the widget resumes there, until the address changes', async () => {
    const page = { url: 'https://shop.example.com/bikes', title: 'Bikes' };
    await askWidget('POST /page', { token: widget.token, body: { ...page, metadata: { basket: 2 } } });
    const resumeOn = (url: string) =>
      askWidget('POST /sessions', {
        body: { channel: account.channels.web, token: widget.token, page: { ...page, url } },
      });
    const stored = () => rows('select page from widget_sessions where account_id = $1');
    await resumeOn(page.url);
    expect(await stored()).toMatchObject([{ page: { metadata: { basket: 2 } } }]);
    await resumeOn('https://shop.example.com/cart');
    const [moved] = await stored();
    expect(moved).toMatchObject({ page: { url: 'https://shop.example.com/cart' } });
    expect(moved).not.toHaveProperty('page.metadata');
  });

  it.each<[string, object, string]>([
    ['an address that is too long', { url: `https://x.example/${'x'.repeat(8_001)}` }, 'url too_long'],
    ['a language that is none', { url: '/', language: 'français !' }, 'language bad_format'],
    ['nested metadata', { url: '/', metadata: { a: { b: 1 } } }, 'metadata.a wrong_type'],
  ])('with %s is refused', async (_what, body, code) => {
    expect(await codes(await callWidget('POST /page', { token: widget.token, body }))).toContain(code);
  });
});

describe('the form of a trigger', () => {
  it('asks for an address that is not known, and closes with it', async () => {
    await addRule(test.database, account.accountId, {
      on: 'conversation_queued',
      when: { all: [{ field: 'customer_email', operator: 'is', value: '' }] },
      do: [{ action: 'request_email' }],
    });
    widget = await openWidget(account.channels.web, { language: 'fr' });
    const { conversation } = await write('Bonjour');
    expect(texts(conversation)?.at(-1)).toMatch(/^Laissez-nous votre adresse/);
    expect(conversation.form).toEqual({ fields: ['email'], purpose: 'email' });
    expect(conversation.phase).toBe('queued');
    const answered = await give({ email: 'zoe@example.org', name: 'Not asked' });
    const { conversation: after } = await answered.json();
    expect(after.form).toBeNull();
    expect(texts(after)?.at(-1)).toBe('zoe@example.org');
    expect(
      await rows(`select name, email from customers where account_id = $1 and id = $2`, widget.customer.id),
    ).toEqual([{ name: null, email: 'zoe@example.org' }]);
    expect((await give({ email: 'other@example.org' })).status).toBe(409);
  });
});

describe('a message', () => {
  it('sent twice, and twice at once, is there once', async () => {
    const body = { id: anId(), text: 'Hi' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => refusedWrite(body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await refusedWrite(body)).status).toBe(200);
    const view = await current();
    expect(texts(view)?.filter((text) => text === 'Hi')).toEqual(['Hi']);
    expect(view?.messages.find(({ text }) => text === 'Hi')?.clientId).toBe(body.id);
    expect((await types()).filter((type) => type === 'conversation_requested')).toHaveLength(1);
    expect(await codes(await refusedWrite({ ...body, text: 'Other' }))).toEqual(['id id_reused']);
    expect(await rows('select count(*)::int as count from conversations where account_id = $1')).toEqual([
      { count: 1 },
    ]);
    expect(await audit(test.database)).toEqual([]);
  });

  it('of two tabs at once begins one conversation', async () => {
    await Promise.all(['One', 'Two', 'Three'].map((text) => write(text)));
    expect(await rows('select count(*)::int as count from conversations where account_id = $1')).toEqual([
      { count: 1 },
    ]);
    const said = texts(await current());
    expect(said?.filter((text) => ['One', 'Two', 'Three'].includes(text)).sort()).toEqual(['One', 'Three', 'Two']);
    expect((await types()).filter((type) => type === 'conversation_started')).toHaveLength(1);
  });

  it('sent again after the end of its conversation begins none', async () => {
    const body = { id: anId(), text: 'Hi' };
    await refusedWrite(body);
    const id = (await current())?.id ?? '';
    await endConversation(ada, id);
    expect((await refusedWrite(body)).status).toBe(200);
    expect(await rows('select count(*)::int as count from conversations where account_id = $1')).toEqual([
      { count: 1 },
    ]);
  });

  it('sent again by the session after its own is there once', async () => {
    const body = { id: anId(), text: 'Hi' };
    await refusedWrite(body);
    await suspendCustomer(ada, widget.customer.id, {});
    const next = await openWidget(account.channels.web, { token: widget.token });
    expect((await refusedWrite(body, next)).status).toBe(200);
    expect(await codes(await refusedWrite({ ...body, text: 'Other' }, next))).toEqual(['id id_reused']);
    expect(await rows('select count(*)::int as count from conversations where account_id = $1')).toEqual([
      { count: 1 },
    ]);
    // Whoever else uses this id says something else.
    await write('Hi', { id: body.id }, await openWidget(account.channels.web));
  });

  it('after the end begins another conversation, with its greeting', async () => {
    const { conversation: first } = await write('Hi');
    await acceptConversation(ada, first.id);
    await replyToConversation(ada, first.id, { text: 'Hello from Ada' });
    expect(await current()).toMatchObject({ phase: 'assigned', agent: { name: 'Ada Admin' }, position: null });
    await endConversation(ada, first.id);
    expect((await current())?.phase).toBe('ended');
    const { conversation: second } = await write('Hi again');
    expect(second.id).not.toBe(first.id);
    expect(second.phase).toBe('queued');
    expect(second.messages).toHaveLength(3);
    const [row] = await rows(
      'select previous_conversations from customers where account_id = $1 and id = $2',
      widget.customer.id,
    );
    expect(row?.previous_conversations).toBe(1);
  });

  it('after the end goes straight to the humans where they keep control', async () => {
    await rows(`update accounts set settings = settings || '{"conversationControl": "keep"}' where id = $1`);
    await settings(responses(['email']));
    const { conversation: first } = await write('Hi');
    expect(first.phase).toBe('details');
    await give({ email: 'a@example.org' });
    await endConversation(ada, first.id);
    const { conversation: second } = await write('Again');
    expect(second).toMatchObject({ phase: 'queued', form: null });
    expect(texts(second)).toEqual(['Again']);
  });

  it('chooses a quick reply by its id alone', async () => {
    await addRule(test.database, account.accountId, {
      on: 'conversation_requested',
      when: { all: [{ field: 'message', operator: 'is_not', value: 'nothing' }] },
      do: [{ action: 'send_message', sender: 'Shop', text: 'Which?', quickReplies: ['A bike', 'A lock'] }],
    });
    const { conversation } = await write('Hi');
    const replies = conversation.messages.at(-1)?.quickReplies ?? [];
    const { conversation: after } = await write('', { reply: replies[1]?.id });
    expect(after.messages.at(-1)).toMatchObject({ author: { kind: 'customer' }, text: 'A lock' });
    expect(await codes(await refusedWrite({ id: anId(), reply: '99-1' }))).toEqual(['reply unknown_reply']);
    const other = await openWidget(account.channels.web);
    expect(await codes(await refusedWrite({ id: anId(), reply: replies[0]?.id }, other))).toEqual([
      'reply unknown_reply',
    ]);
  });

  it.each<[string, object, string]>([
    ['empty', { text: '  ' }, 'text required'],
    ['too long', { text: 'x'.repeat(8_001) }, 'text too_long'],
    ['without an id', { id: undefined, text: 'x' }, 'id required'],
    ['with an id that is none', { id: 'a b c d e f', text: 'x' }, 'id bad_format'],
    ['with somebody’s key', { text: 'x', conversation: 'c-1' }, 'conversation unknown_key'],
    ['with too many files', { attachments: Array.from({ length: 11 }, uuidV7) }, 'attachments too_many'],
    ['with a file that is none', { attachments: [uuidV7()] }, 'attachments[0] unknown_attachment'],
  ])('that is %s is refused', async (_what, body, code) => {
    expect(await codes(await refusedWrite({ id: anId(), ...body }))).toEqual([code]);
    expect(await current()).toBeNull();
  });

  it('too large for a request is refused', async () => {
    const response = await refusedWrite({ id: anId(), text: 'x'.repeat(70_000) });
    expect(response.status).toBe(413);
  });

  it('comes in floods from nobody', async () => {
    const [session] = await rows('select id from widget_sessions where account_id = $1');
    expect(() => {
      for (;;) takeAllowance('widgetMessages', String(session?.id), Date.now() + 60_000);
    }).toThrow();
    const response = await refusedWrite({ id: anId(), text: 'x' });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    // Other browsers are not held up.
    await write('Hi', {}, await openWidget(account.channels.web));
  });
});

describe('files', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAD0lEQVR4nGP4////fwYGBgAP/AL+6NqXbQAAAABJRU5ErkJggg==',
    'base64',
  );
  const upload = (raw: BodyInit, name: string, type = 'application/octet-stream', { token } = widget) =>
    callWidget(`POST /attachments?name=${encodeURIComponent(name)}`, { token, raw, type });

  it('go with a message, and come back as what they are', async () => {
    const uploaded = await upload(png, 'Bike “1”.png', 'text/html');
    expect(uploaded.status).toBe(201);
    const file = await uploaded.json();
    expect(file).toMatchObject({ name: 'Bike “1”.png', type: 'image/png', width: 2, height: 3, size: png.length });
    const id = anId();
    const { conversation } = await write('Look', { id, attachments: [file.id] });
    const message = conversation.messages.find(({ clientId }) => clientId === id);
    expect(message?.attachments).toEqual([{ ...file, url: `/api/widget/v1/attachments/${file.id}` }]);
    const again = await refusedWrite({ id, text: 'Look', attachments: [file.id] });
    expect(again.status).toBe(200);
    const response = await callWidget(`GET /attachments/${file.id}?token=${widget.token}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
    const stolen = await codes(await refusedWrite({ id: anId(), text: 'x', attachments: [file.id] }));
    expect(stolen).toEqual(['attachments[0] unknown_attachment']);
  });

  it('never run under our address', async () => {
    const file = await (await upload('<script>alert(1)</script>', 'x.html', 'text/html')).json();
    const response = await callWidget(`GET /attachments/${file.id}?token=${widget.token}`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('are for their customer alone, and those of notes for no customer', async () => {
    const stranger = await openWidget(account.channels.web);
    const other = await makeAccount(test.database);
    const foreigner = await openWidget(other.channels.web);
    const file = await (await upload(png, 'a.png')).json();
    const read = (id: string, { token } = widget) => callWidget(`GET /attachments/${id}?token=${token}`);
    const nobodyElse = async (id: string) => {
      for (const somebody of [stranger, foreigner]) expect((await read(id, somebody)).status).toBe(404);
    };
    await nobodyElse(file.id);
    expect(await codes(await refusedWrite({ id: anId(), text: 'x', attachments: [file.id] }, stranger))).toEqual([
      'attachments[0] unknown_attachment',
    ]);
    const { conversation } = await write('Look', { attachments: [file.id] });
    await nobodyElse(file.id);
    const secret = await uploadAttachment(ada, { name: 'secret.txt' }, { type: 'text/plain', bytes: Buffer.from('s') });
    await writeAsAgent(ada, conversation.id, 'note', { text: 'Secret note', attachments: [secret.id] }, {});
    expect((await read(secret.id)).status).toBe(404);
    expect(JSON.stringify(await current())).not.toContain('ecret');
    const answer = await uploadAttachment(ada, { name: 'a.txt' }, { type: 'text/plain', bytes: Buffer.from('a') });
    await replyToConversation(ada, conversation.id, { text: 'Here', attachments: [answer.id] });
    expect((await read(answer.id)).status).toBe(200);
    await nobodyElse(answer.id);
  });

  it('too large or empty are refused', async () => {
    expect((await upload(Buffer.alloc(10_000_001), 'big.bin')).status).toBe(413);
    expect((await upload('', 'empty.txt')).status).toBe(422);
  });
});

describe('customers', () => {
  it('see nothing of each other', async () => {
    const { conversation } = await write('A secret of mine');
    const other = await makeAccount(test.database);
    for (const stranger of [await openWidget(account.channels.web), await openWidget(other.channels.web)]) {
      expect(await current(stranger)).toBeNull();
      const older = await askWidget('GET /messages?before=99', { token: stranger.token });
      expect(older).toEqual({ messages: [], moreBefore: false });
      const updates = await askWidget(`GET /updates?after=0&conversation=${conversation.id}`, {
        token: stranger.token,
      });
      expect(updates).toEqual({ events: [{ type: 'conversation', conversation: null }] });
      expect((await callWidget('POST /read', { token: stranger.token, body: { seq: 9 } })).status).toBe(204);
    }
    const [row] = await rows('select customer_read_seq from conversations where account_id = $1');
    expect(row?.customer_read_seq).toBe(0);
  });

  it('read older messages page by page', async () => {
    const { conversation } = await write('Hi');
    for (let index = 0; index < 60; index += 1) await replyToConversation(ada, conversation.id, { text: `${index}` });
    const view = await current();
    expect(view).toMatchObject({ moreBefore: true, lastSeq: 63 });
    expect(view?.messages).toHaveLength(50);
    const first = view?.messages[0]?.seq ?? 0;
    const older = await askWidget<{ messages: { seq: number }[]; moreBefore: boolean }>(
      `GET /messages?before=${first}`,
      {
        token: widget.token,
      },
    );
    expect(older.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(older.moreBefore).toBe(false);
  });

  it('tell how far they have read', async () => {
    await write('Hi');
    for (const seq of [2, 1, 99]) await askWidget('POST /read', { token: widget.token, body: { seq } });
    const [row] = await rows('select customer_read_seq, message_seq from conversations where account_id = $1');
    expect(row).toEqual({ customer_read_seq: 3, message_seq: 3 });
    expect((await openWidget(account.channels.web, { token: widget.token })).conversation).toMatchObject({
      seenSeq: 3,
    });
  });

  it('who wait are told their place and how long it took others', async () => {
    await rows(
      `insert into conversations (account_id, id, ext_id, customer_id, channel_key, brand_key, group_key, phase, ended_at,
          queued_at, routed_at, first_agent_reply_at, queue_entry_position)
        select $1, gen_random_uuid(), 'old-' || n, $2, 'api', 'main', 'support', 'ended', now(), now() - interval '1 hour',
          now() - interval '55 minutes', now() - interval '50 minutes', 1 from generate_series(1, 6) n`,
      widget.customer.id,
    );
    const other = await openWidget(account.channels.web);
    await write('First', {}, other);
    const { conversation } = await write('Second');
    expect(conversation).toMatchObject({ position: 2, wait: { minMinutes: 10, maxMinutes: 10 } });
  });
});

describe('a suspended customer', () => {
  beforeEach(async () => {
    await addRule(test.database, account.accountId, {
      on: 'message_sent',
      when: { all: [{ field: 'message', operator: 'is_not', value: 'nothing' }] },
      do: [{ action: 'send_message', sender: 'Shop', text: 'Automatic' }],
    });
    await suspendCustomer(ada, widget.customer.id, { reason: 'Rude' });
  });

  it('is not told; what they write waits in the suspended tickets', async () => {
    expect((await callWidget('GET /conversation', { token: widget.token })).status).toBe(401);
    const again = await openWidget(account.channels.web, { token: widget.token });
    expect(again.customer.id).toBe(widget.customer.id);
    expect(again.token).not.toBe(widget.token);
    await settings(responses(['email']));
    const { conversation } = await write('Let me in', {}, again);
    expect(conversation).toMatchObject({ phase: 'queued', form: null });
    expect(texts(conversation)).toEqual(['Hello', 'Let me in']);
    expect(JSON.stringify(conversation)).not.toMatch(/suspen/i);
    expect(await rows('select suspended_ticket, queue_state from conversations where account_id = $1')).toEqual([
      { suspended_ticket: true, queue_state: 'none' },
    ]);
    expect(await rows('select 1 as one from firings where account_id = $1')).toEqual([]);
    expect(await audit(test.database)).toEqual([]);
  });
});
