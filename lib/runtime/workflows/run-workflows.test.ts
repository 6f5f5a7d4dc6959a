import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import type { Action, Condition } from '@/lib/engine/rule';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { addRule } from '../testing/add-rule';
import { answers, creates, type Desk, makeDesk, says, updates } from '../testing/workflow-desk';
import { runDue } from '../worker/run-due';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  expect(await audit(test.database)).toEqual([]);
  await test.close();
});

const message: Condition = { field: 'new_message', operator: 'is' };
const is = (field: string, value: Condition['value']): Condition => ({ field, operator: 'is', value });
const assign = (agent: string): Action => ({ action: 'assign_agent', agent });
const tag = (name: string): Action => ({ action: 'add_tag', tag: name });
const status = (key: string): Action => ({ action: 'set_status', status: key });
const say = (text: string): Action => ({ action: 'send_message', text });
const desk = (overrides?: Parameters<typeof makeDesk>[2]): Promise<Desk> =>
  makeDesk(test.database, '2026-11-20T10:00:00.000Z', overrides);

describe('workflows of one event', () => {
  it('run one after the other, each sees what the earlier ones did', async () => {
    const { add, send, ticket } = await desk();
    await add(
      { name: 'too early', when: [message, is('current_status', 'pending')], do: [tag('early')] },
      { name: 'sets', when: [message], do: [status('pending'), assign('ada')] },
      { name: 'sees', when: [message, is('current_status', 'pending')], do: [tag('late')] },
    );
    expect(await send(says('Hello'))).toEqual(['sets', 'sees']);
    expect(await ticket()).toMatchObject({ status: 'pending', assignee_key: 'ada', phase: 'assigned', tags: ['late'] });
  });

  it('run in the order of their positions, after the triggers', async () => {
    const { add, send, account } = await desk();
    await addRule(test.database, account.accountId, {
      name: 'Trigger',
      on: 'message_sent',
      when: { all: [{ field: 'message', operator: 'contains', value: 'Hello' }] },
      do: [{ action: 'add_tags', tags: ['from-trigger'] }],
      position: 99,
    });
    await add({ name: 'second', when: [message], position: 2 }, { name: 'first', when: [message], position: 1 });
    const [, ...fired] = await send(says('Hello'));
    expect(fired).toEqual(['first', 'second']);
  });

  it('tell other workflows what they did: a tag, a status', async () => {
    const { add, send, query } = await desk();
    await add(
      { name: 'tags', when: [message], do: [tag('vip')] },
      { name: 'on tag', when: [is('tag_added', ['vip'])], do: [status('solved')] },
      { name: 'on status', when: [is('status_set', 'solved')], do: [tag('done')] },
    );
    expect(await send(says('Hello'))).toEqual(['tags', 'on tag', 'on status']);
    const events = await query(
      'select type, depth, payload from events where account_id = $1 and depth > 0 order by seq',
    );
    expect(events).toEqual([
      { type: 'ticket_updated', depth: 1, payload: { tags: { added: ['vip'], removed: [] } } },
      { type: 'ticket_updated', depth: 2, payload: { ticket: { status: 'solved' } } },
      { type: 'ticket_updated', depth: 3, payload: { tags: { added: ['done'], removed: [] } } },
    ]);
  });

  it('stop at the third link of a chain, and say so', async () => {
    const { add, send, firings } = await desk();
    await add(
      { name: 'a', when: [is('status_set', 'pending')], do: [status('open')] },
      { name: 'b', when: [is('status_set', 'open')], do: [status('pending')] },
    );
    expect(await send(says('Hello'))).toEqual([]);
    await send(updates({ status: 'pending' }));
    expect((await firings()).map(({ rule, state, reason }) => [rule, state, reason])).toEqual([
      ['a', 'done', null],
      ['b', 'done', null],
      ['a', 'done', null],
      ['b', 'done', null],
      ['a', 'skipped', 'depth'],
    ]);
  });

  it('hear what a trigger does, also after a wait', async () => {
    const { add, send, account, clock, ticket } = await desk();
    await addRule(test.database, account.accountId, {
      on: 'message_sent',
      when: { all: [{ field: 'message', operator: 'contains', value: 'Hello' }] },
      do: [
        { action: 'add_tags', tags: ['at-once'] },
        { action: 'wait', seconds: 60 },
        { action: 'add_tags', tags: ['later'] },
      ],
    });
    await add(
      { name: 'at once', when: [is('tag_added', 'at-once')], do: [assign('ada')] },
      { name: 'later', when: [is('tag_added', 'later')], do: [status('pending')] },
    );
    await send(says('Hello'));
    expect(await ticket()).toMatchObject({ assignee_key: 'ada', status: 'new' });
    clock.advance(60_000);
    await runDue(test.database, clock);
    expect(await ticket()).toMatchObject({ assignee_key: 'ada', status: 'pending', tags: ['at-once', 'later'] });
  });

  it('do not run on what is a day old, nor for suspended customers', async () => {
    const { add, send, query, clock } = await desk();
    await add({ name: 'any', when: [message] });
    const old = new Date(clock.current.getTime() - 24 * 60 * 60_000 - 1).toISOString();
    expect(await send(says('Hello', { occurredAt: old }))).toEqual([]);
    expect(await send(says('Again'))).toEqual(['any']);
    await query("update customers set suspended = 'all' where account_id = $1");
    await query(
      `insert into suspensions (account_id, id, customer_id, scope, by_kind, by_name, at)
        select account_id, id, id, 'all', 'user', 'Ada', now() from customers where account_id = $1`,
    );
    expect(await send(says('Still?'))).toEqual([]);
  });
});

describe('workflows on the state alone', () => {
  const notAllegro: Condition = { field: 'source', operator: 'none_of', value: ['allegro_discussions'] };

  it('assign all sources but one: the first example of the specification', async () => {
    const { add, send, ticket } = await desk();
    await add({ name: 'assign', when: [notAllegro], do: [assign('lea')] });
    expect(await send(creates({ source: 'allegro_discussions' }))).toEqual([]);
    expect(await ticket()).toMatchObject({ assignee_key: null });
    expect(await send(creates({ source: 'email' }, { conversation: { id: 'c-2' } }))).toEqual(['assign']);
    expect(await ticket('c-2')).toMatchObject({ assignee_key: 'lea', phase: 'assigned' });
    expect(await send(says('Hello', { conversation: { id: 'c-3' } }))).toEqual(['assign']);
    expect(await ticket('c-3')).toMatchObject({ assignee_key: 'lea' });
  });

  it('never undo what an agent did by hand', async () => {
    const { add, send, ticket, firings } = await desk();
    await add({ name: 'assign', when: [notAllegro], do: [assign('lea'), tag('ours')] });
    await send(says('Hello'));
    expect(await ticket()).toMatchObject({ assignee_key: 'lea' });
    // By hand: no run, since nothing begins to hold.
    expect(await send(updates({ assignee: 'ada' }))).toEqual([]);
    expect(await send(answers('Hello'), updates({ context: 'order' }))).toEqual([]);
    expect(await ticket()).toMatchObject({ assignee_key: 'ada' });
    // The next message runs it, and leaves the ticket where it was put.
    expect(await send(says('And now?'))).toEqual(['assign']);
    expect(await ticket()).toMatchObject({ assignee_key: 'ada' });
    expect((await firings()).at(-1)?.steps).toMatchObject([
      { action: 'assign_agent', state: 'skipped', result: { reason: 'assigned_by_hand' } },
      { action: 'add_tag', state: 'skipped' },
    ]);
  });

  it('assign over a hand when they wait for something and say so', async () => {
    const { add, send, ticket } = await desk();
    await add({ when: [is('tag_added', 'escalate')], do: [assign('lea')] });
    await send(says('Hello'), updates({ assignee: 'ada' }));
    await send(updates({ tags: ['escalate'] }));
    expect(await ticket()).toMatchObject({ assignee_key: 'lea' });
  });

  it('run when something else makes them hold, and not while they still do', async () => {
    const { add, send } = await desk();
    await add({ name: 'angry', when: [is('sentiment', 'negative'), is('ticket_status', 'open')], do: [tag('angry')] });
    expect(await send(says('Hello'))).toEqual([]);
    expect(await send(updates({ sentiment: 'negative' }))).toEqual(['angry']);
    expect(await send(updates({ subject: 'Angry' }))).toEqual([]);
    expect(await send(updates({ status: 'solved' }))).toEqual([]);
    expect(await send(updates({ status: 'open' }))).toEqual(['angry']);
    expect(await send(says('Hello?'))).toEqual(['angry']);
  });

  it('see effects of earlier ones at once, and run once for them', async () => {
    const { add, send, ticket } = await desk();
    await add(
      { name: 'before', when: [is('current_status', 'solved')], do: [tag('before')] },
      { name: 'solves', when: [is('context', 'invoice')], do: [status('solved')] },
      { name: 'after', when: [is('current_status', 'solved')], do: [tag('after')] },
    );
    await send(says('Hello'));
    // `before` stands earlier: it hears of the status when the effect is told.
    expect(await send(updates({ context: 'invoice' }))).toEqual(['solves', 'after', 'before']);
    expect(await ticket()).toMatchObject({ tags: ['after', 'before'] });
  });
});

describe('texts', () => {
  it('name the ticket, also one that begins with this very event', async () => {
    const { add, send, thread, ticket, account } = await desk({ language: 'fr', timeZone: 'Europe/Paris' });
    await add({
      when: [message],
      do: [
        assign('lea'),
        say('{{ customer_name }}: {{ ticket_id }}, {{ assigned_agent_first_name }} · {{ current_date_time }}'),
        say('{{ ticket_url }}'),
      ],
    });
    await send(says('Bonjour'));
    const { number, id } = await ticket();
    expect(number).toBeGreaterThan(0);
    expect((await thread()).slice(1)).toEqual([
      `* Zoë van Dam: ${number}, ${account.users.lead.name.split(' ')[0]} · 20 novembre 2026 à 11:00`,
      `* http://localhost:3000/workspace/${id}`,
    ]);
  });

  it('number several new tickets of one batch', async () => {
    const { add, send, thread, ticket } = await desk();
    await add({ when: [message], do: [say('{{ ticket_id }}')] });
    const ids = ['c-1', 'c-2', 'c-3'];
    await send(...ids.map((id) => says('Hello', { conversation: { id } })));
    for (const id of ids) expect((await thread(id)).at(-1)).toBe(`* ${(await ticket(id)).number}`);
    const numbers = await Promise.all(ids.map(async (id) => (await ticket(id)).number));
    expect(new Set(numbers).size).toBe(3);
  });

  it('take values as data, and note what is missing', async () => {
    const { add, send, thread, firings } = await desk();
    await add({ when: [message], do: [say('Dear {{ customer_name }}, {{ assigned_agent_full_name }}')] });
    await send(says('Hello', { customer: { id: 'u-1', name: '{{ ticket_id }} {% if %}' } }));
    expect((await thread()).at(-1)).toBe('* Dear {{ ticket_id }} {% if %}, ');
    expect((await firings())[0]?.steps).toMatchObject([
      { state: 'done', result: { missing: ['assigned_agent_full_name'] } },
    ]);
  });

  it('fail alone when they cannot be written, and the other steps run', async () => {
    const { add, send, thread, firings, ticket } = await desk();
    await add({ when: [message], do: [say('{{ broken'), tag('went-on'), status('gone'), assign('nobody')] });
    await send(says('Hello'));
    expect(await thread()).toEqual(['Hello']);
    expect(await ticket()).toMatchObject({ tags: ['went-on'], status: 'new', assignee_key: null });
    expect(await firings()).toMatchObject([
      { state: 'failed', steps: [{ state: 'failed' }, { state: 'done' }, { state: 'failed' }, { state: 'failed' }] },
    ]);
  });
});

describe('statuses', () => {
  it('open when the customer writes again, and workflows hear it', async () => {
    const { add, send, ticket } = await desk();
    await add({ name: 'opened', when: [is('status_set', 'open')], do: [tag('opened')] });
    await send(says('Hello'));
    expect(await ticket()).toMatchObject({ status: 'new', created_by: 'customer' });
    expect(await send(says('Again'))).toEqual(['opened']);
    expect(await ticket()).toMatchObject({ status: 'open', class: 'open' });
    await send(updates({ status: 'solved' }));
    expect(await ticket()).toMatchObject({ status: 'solved', class: 'closed' });
    await send(says('Not solved'));
    expect(await ticket()).toMatchObject({ status: 'open', class: 'open' });
    await send(updates({ status: 'spam' }), says('Buy!'));
    expect(await ticket()).toMatchObject({ status: 'spam', class: 'closed' });
  });

  it('stay new through the hand-over, so that the first routing is one', async () => {
    const { send, ticket } = await desk();
    const first = says('Hello');
    await send(
      { ...first, type: 'conversation_requested' },
      { ...first, id: 'again' },
      { type: 'conversation_queued' },
    );
    expect(await ticket()).toMatchObject({ status: 'new', initial_routing: true });
  });
});

describe('two automatic responders', () => {
  const respond = { name: 'respond', when: [message], do: [say('We are closed.'), tag('answered')] };

  it('that answer each other are stopped', async () => {
    const { add, send, thread, firings, clock } = await desk();
    await add(respond);
    let rounds = 0;
    for (; rounds < 50; rounds++) {
      const before = (await thread()).length;
      await send(says(`I am out of office until 2 December. Ref ${rounds}`));
      clock.advance(90_000);
      if ((await thread()).length === before + 1) break;
    }
    expect(rounds).toBe(3);
    expect((await firings()).at(-1)).toMatchObject({ steps: [{ state: 'skipped', result: { reason: 'loop' } }, {}] });
    // Another text, or an agent, and it goes on.
    await send(says('Hello, it is me again'));
    expect((await thread()).at(-1)).toBe('* We are closed.');
  });

  it('are stopped also when their texts differ, until an agent writes', async () => {
    const { add, send, thread, clock } = await desk();
    await add(respond);
    const words = 'abcdefghijklmnopqrstuvwxyz'.split('');
    for (const word of words) {
      await send(says(word.repeat(3)));
      clock.advance(90_000);
    }
    expect((await thread()).filter((text) => text.startsWith('*'))).toHaveLength(20);
    await send(answers('I am human'), says('Me too'));
    expect((await thread()).at(-1)).toBe('* We are closed.');
  });

  it('are not answered at all when they say what they are', async () => {
    const { add, send, thread, ticket } = await desk();
    await add(respond);
    const text = says('Out of office');
    await send({ ...text, message: { ...(text.message as object), automatic: true } });
    expect(await thread()).toEqual(['Out of office']);
    expect(await ticket()).toMatchObject({ tags: ['answered'] });
    await send(says('I am back'));
    expect((await thread()).at(-1)).toBe('* We are closed.');
  });
});
