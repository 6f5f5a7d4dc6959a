import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pending, type State } from './state';
import { openTab, storageArea } from './testing/open-tab';
import { startTestServer, type TestServer } from './testing/test-server';

let server: TestServer;
let area: Storage;
let browser: string;
beforeEach(async () => {
  server = await startTestServer();
  area = storageArea();
  browser = randomUUID();
});
afterEach(() => server.stop());

const open = (more?: Storage) => openTab(server.url, browser, area, more);
const texts = (state: State) => [
  ...(state.conversation?.messages ?? []).map(({ text }) => text),
  ...pending(state).map(({ text, failed }) => `${failed ? 'failed' : 'pending'}: ${text}`),
];
const sent = (path: string) => server.requests.filter((request) => request.path === path);
const shows = (tab: { state(): State }, expected: string[]) =>
  vi.waitFor(() => expect(texts(tab.state())).toEqual(expected), { timeout: 10_000 });

async function openAndWrite(text: string) {
  const tab = open();
  await tab.load();
  tab.acts.open(true);
  tab.acts.send(text);
  await shows(tab, [text]);
  return tab;
}

describe('a first visit', () => {
  it('makes no customer before the widget is opened', async () => {
    const tab = open();
    await tab.load();
    expect(tab.state().config?.channel.name).toBe('Velo & Co');
    expect(server.people.size).toBe(0);
    tab.acts.open(true);
    await vi.waitFor(() => expect(server.people.size).toBe(1));
  });

  it('tells what the page says of itself once there is a customer', async () => {
    const tab = openTab(server.url, browser, area, storageArea(), { plan: 'pro' });
    await tab.load();
    tab.tellPage();
    expect(sent('/page')).toEqual([]);
    tab.acts.open(true);
    await vi.waitFor(() => expect(sent('/page').at(-1)?.body).toMatchObject({ metadata: { plan: 'pro' } }));
    expect(sent('/sessions')[0]?.body.page).toEqual({ url: 'https://shop.example/', title: 'Shop' });
  });

  it('sends, shows the answer, and says who writes', async () => {
    const tab = await openAndWrite('Hello');
    await vi.waitFor(() => expect(server.last().person.streams.size).toBe(1));
    server.last().typing(true);
    await vi.waitFor(() => expect(tab.state().typing).toEqual({ name: 'Claire' }));
    server.last().say('Good morning');
    await shows(tab, ['Hello', 'Good morning']);
    expect(tab.state().typing).toBeNull();
    expect(tab.events.filter(([name]) => name === 'message')).toHaveLength(1);
    await vi.waitFor(() => expect(sent('/read').at(-1)?.body).toEqual({ seq: 2 }));
  });

  it('takes turns: what is written at once goes out in order', async () => {
    const tab = open();
    await tab.load();
    for (const text of ['one', 'two', 'three']) tab.acts.send(text);
    expect(texts(tab.state())).toEqual(['pending: one', 'pending: two', 'pending: three']);
    await shows(tab, ['one', 'two', 'three']);
  });
});

describe('the next visit', () => {
  it('resumes, and counts what came meanwhile', async () => {
    await openAndWrite('Hello');
    server.last().say('Good morning');
    const next = openTab(server.url, randomUUID(), area);
    await next.load();
    expect(texts(next.state())).toEqual(['Hello', 'Good morning']);
    expect(server.people.size).toBe(1);
  });

  it('goes on with what was not sent', async () => {
    const own = storageArea();
    const tab = open(own);
    await tab.load();
    await server.stop();
    tab.acts.write('half a sent');
    tab.acts.send('Hello');
    await vi.waitFor(() => expect(tab.state().connection).toBe('offline'));
    await server.restart();
    const next = openTab(server.url, randomUUID(), area, own);
    await next.load();
    await shows(next, ['Hello']);
    await shows(tab, ['pending: Hello']).catch(() => shows(tab, ['Hello']));
    expect(server.last().person.conversation?.messages).toHaveLength(1);
  });

  it('begins again when the server forgot the session', async () => {
    const tab = await openAndWrite('Hello');
    server.people.clear();
    tab.acts.send('Still there?');
    await vi.waitFor(() =>
      expect(server.last().person.conversation?.messages.map(({ text }) => text)).toEqual(['Still there?']),
    );
  });

  it('asks before it sends what is older than a day', async () => {
    area.setItem('test:outbox', JSON.stringify([{ id: 'old', text: 'Old', at: Date.now() - 2 * 86_400_000 }]));
    const tab = open();
    await tab.load();
    await shows(tab, ['failed: Old']);
    tab.acts.retry('old');
    await shows(tab, ['Old']);
  });
});

describe('a bad connection', () => {
  it('keeps what is written, and sends it once the server is back', async () => {
    const tab = await openAndWrite('Hello');
    await server.stop();
    tab.acts.send('Are you there?');
    await vi.waitFor(() => expect(tab.state().connection).toBe('offline'));
    expect(texts(tab.state())).toEqual(['Hello', 'pending: Are you there?']);
    await server.restart();
    await shows(tab, ['Hello', 'Are you there?']);
    server.last().say('Yes');
    await shows(tab, ['Hello', 'Are you there?', 'Yes']);
  });

  it('sends once when the answer was lost', async () => {
    const tab = await openAndWrite('Hello');
    server.behaviour.refuse.set('/messages', 503);
    tab.acts.send('Once');
    await vi.waitFor(() => expect(sent('/messages')).toHaveLength(2));
    server.behaviour.refuse.clear();
    await shows(tab, ['Hello', 'Once']);
    const ids = sent('/messages').map(({ body }) => body.id);
    expect(ids[2]).toBe(ids[1]);
  });

  it('says so when a message is refused, and goes on with the next', async () => {
    const tab = await openAndWrite('Hello');
    server.behaviour.refuse.set('/messages', 422);
    tab.acts.send('Bad');
    await shows(tab, ['Hello', 'failed: Bad']);
    server.behaviour.refuse.clear();
    tab.acts.send('Good');
    await shows(tab, ['Hello', 'Good', 'failed: Bad']);
    tab.acts.discard(tab.state().outbox[0]?.id ?? '');
    await shows(tab, ['Hello', 'Good']);
  });

  it('asks where streams are refused', async () => {
    server.behaviour.refuse.set('/stream', 404);
    const tab = await openAndWrite('Hello');
    server.last().say('By question');
    await shows(tab, ['Hello', 'By question']);
    expect(sent('/updates').length).toBeGreaterThan(0);
  });
});

describe('several tabs', () => {
  it('show the same, by one connection', async () => {
    const first = await openAndWrite('Hello');
    const second = open();
    await second.load();
    second.acts.open(true);
    await vi.waitFor(() => expect(server.last().person.streams.size).toBe(1));
    server.last().say('To both');
    await shows(first, ['Hello', 'To both']);
    await shows(second, ['Hello', 'To both']);
    second.acts.send('From the second');
    await shows(first, ['Hello', 'To both', 'From the second']);
    expect(server.last().person.streams.size).toBe(1);
  });

  it('are one customer, also when both open at once', async () => {
    const [first, second] = [open(), open()];
    await Promise.all([first.load(), second.load()]);
    for (const tab of [first, second]) tab.acts.open(true);
    first.acts.send('One');
    second.acts.send('Two');
    await vi.waitFor(() => expect(texts(first.state()).sort()).toEqual(['One', 'Two']));
    expect(server.people.size).toBe(1);
  });

  it('forget together', async () => {
    const first = await openAndWrite('Secret');
    const second = open();
    await second.load();
    first.reset();
    await vi.waitFor(() => expect(texts(second.state())).toEqual([]));
    await vi.waitFor(() => expect(server.last().person.streams.size).toBe(0));
    expect([...Array(area.length).keys()].map((at) => area.key(at))).toEqual([]);
    second.acts.send('Somebody else');
    await shows(second, ['Somebody else']);
    expect(server.people.size).toBe(2);
  });
});

describe('the form', () => {
  it('says what is wrong, and sends what is right', async () => {
    const tab = await openAndWrite('Hello');
    server.last().change({ form: { fields: ['email'], purpose: 'email' } });
    await vi.waitFor(() => expect(tab.state().conversation?.form).not.toBeNull());
    tab.acts.answerForm({ email: 'é@example.org' });
    expect(tab.state().form.errors).toEqual({ email: 'emailAscii' });
    tab.acts.answerForm({ email: 'e@example.org' });
    await vi.waitFor(() => expect(tab.state().conversation?.form).toBeNull());
    expect(sent('/details').at(-1)?.body).toMatchObject({ email: 'e@example.org' });
  });
});

describe('who the customer is', () => {
  const named = (tab: { state(): State }) => tab.state().customer?.name;

  it.each(['before', 'while', 'after'])('is told %s the session begins', async (when) => {
    const tab = open();
    await tab.load();
    const identified = () => vi.waitFor(() => expect(named(tab)).toBe('Luca'));
    if (when === 'before') await tab.identify('Luca');
    tab.acts.open(true);
    if (when === 'while') await tab.identify('Luca');
    await vi.waitFor(() => expect(tab.state().customer).not.toBeNull());
    if (when === 'after') await tab.identify('Luca');
    await identified();
    expect(tab.events.filter(([name]) => name === 'identified')).toHaveLength(1);
    expect(server.people.size).toBe(1);
  });

  it('stays open when the server does not believe it', async () => {
    const tab = open();
    await tab.load();
    tab.acts.open(true);
    await tab.identify('bad');
    expect(named(tab)).toBeNull();
    expect(tab.events.at(-1)).toEqual(['error', { code: 'jwt_signature' }]);
    await expect(tab.identify('bad')).rejects.toMatchObject({ status: 422 });
  });
});

it('loads older messages', async () => {
  const tab = await openAndWrite('1');
  for (const text of ['2', '3', '4', '5', '6']) server.last().say(text);
  server.behaviour.pageSize = 2;
  const next = openTab(server.url, randomUUID(), area);
  await next.load();
  await shows(next, ['5', '6']);
  next.acts.older();
  await shows(next, ['3', '4', '5', '6']);
  next.acts.older();
  await shows(next, ['1', '2', '3', '4', '5', '6']);
  expect(next.state().conversation?.moreBefore).toBe(false);
  await shows(tab, ['1', '2', '3', '4', '5', '6']);
});

it('works without anything that could be stored', async () => {
  const blocked = new Proxy(storageArea(), {
    get() {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
  const tab = openTab(server.url, browser, blocked, blocked);
  await tab.load();
  tab.acts.open(true);
  tab.acts.send('Hello');
  await shows(tab, ['Hello']);
});

it('tells where the customer is only once there is a session', async () => {
  const tab = open();
  await tab.load();
  tab.tellPage();
  expect(sent('/page')).toEqual([]);
  tab.acts.open(true);
  await vi.waitFor(() => expect(tab.state().customer).not.toBeNull());
  tab.tellPage();
  await vi.waitFor(() => expect(sent('/page')).toHaveLength(1));
});

describe('what greets', () => {
  const minute = 60_000;
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'Date'] }));
  afterEach(() => void vi.useRealTimers());
  const greets = (firstMessage: string) => {
    const { config } = server.behaviour;
    server.behaviour.config = { ...config, response: { ...config.response, firstMessage } };
  };
  const greeting = (tab: { state(): State }) => tab.state().config?.response.firstMessage;
  const asked = () => sent('/sessions').length + sent('/config').length;

  it('changes while the panel stands open, and when it opens', async () => {
    const tab = open();
    await tab.load();
    greets('Closed');
    vi.advanceTimersByTime(10 * minute);
    expect(asked()).toBe(1);
    tab.acts.open(true);
    await vi.waitFor(() => expect(greeting(tab)).toBe('Closed'));
    greets('Open again');
    vi.advanceTimersByTime(minute);
    await vi.waitFor(() => expect(greeting(tab)).toBe('Open again'));
    tab.acts.open(false);
    greets('Late');
    vi.advanceTimersByTime(10 * minute);
    tab.acts.open(true);
    await vi.waitFor(() => expect(greeting(tab)).toBe('Late'));
    expect(server.people.size).toBe(1);
  });

  it('is asked for once a minute at most, in the tab that is looked at', async () => {
    const [tab, other] = [open(), open()];
    await Promise.all([tab.load(), other.load()]);
    other.visible = false;
    for (const each of [tab, other]) each.acts.open(true);
    await vi.waitFor(() => expect(other.state().customer).not.toBeNull());
    const before = asked();
    for (const _ of '12345') tab.wake();
    greets('Closed');
    vi.advanceTimersByTime(minute);
    await vi.waitFor(() => expect(greeting(other)).toBe('Closed'));
    expect(asked()).toBe(before + 1);
  });

  it('leaves a proactive message in its place until it is answered', async () => {
    const tab = open();
    await tab.load();
    tab.answer({ id: randomUUID(), text: 'Half price today' });
    await vi.waitFor(() => expect(tab.state().customer).not.toBeNull());
    const before = asked();
    vi.advanceTimersByTime(2 * minute);
    expect(asked()).toBe(before);
    tab.acts.send('Which one?');
    await shows(tab, ['Which one?']);
    vi.advanceTimersByTime(minute);
    await vi.waitFor(() => expect(asked()).toBe(before + 1));
  });
});
