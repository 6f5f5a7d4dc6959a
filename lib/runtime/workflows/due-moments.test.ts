import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { AppError } from '@/lib/contracts/app-error';
import type { Action, Condition } from '@/lib/engine/rule';
import { reachOf } from '@/lib/services/workflows/candidates';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { answers, creates, type Desk, makeDesk, says, updates } from '../testing/workflow-desk';
import { applyWorkflow } from './apply';
import { runDueMoments } from './due-moments';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  expect(await audit(test.database)).toEqual([]);
  await test.close();
});

const ago = (field: string, amount: number, unit: string): Condition => ({
  ...{ field, operator: 'more_than', value: { amount, unit } },
});
const is = (field: string, value: Condition['value']): Condition => ({ field, operator: 'is', value });
const unanswered = is('response_status', 'not_replied');
const tag = (name: string): Action => ({ action: 'add_tag', tag: name });

/** Lets time pass and looks once until nothing more is due. */
async function wait(desk: Desk, milliseconds: number): Promise<void> {
  desk.clock.advance(milliseconds);
  while ((await runDueMoments(test.database, desk.clock)) > 0);
}

const fired = async (desk: Desk) => (await desk.firings()).map(({ rule }) => rule);

describe('a workflow that waits for time', () => {
  it.each([
    ['a day of 25 hours', '2026-10-24T12:00:00.000Z'],
    ['a day of 23 hours', '2026-03-28T12:00:00.000Z'],
    ['an ordinary day', '2026-11-20T12:00:00.000Z'],
  ])('reminds after 24 hours without a reply, over %s: the second example of the specification', async (_, now) => {
    const desk = await makeDesk(test.database, now, { timeZone: 'Europe/Paris' });
    await desk.add({
      name: 'remind',
      when: [unanswered, ago('ticket_created', 24, 'hours')],
      do: [{ action: 'send_message', text: 'Not forgotten: {{ current_date_time }}' }, tag('late')],
    });
    await desk.send(says('Hello'), says('Hello', { conversation: { id: 'c-2' } }));
    await desk.send(answers('Hi', { conversation: { id: 'c-2' } }));
    await wait(desk, 24 * HOUR - 1);
    expect(await fired(desk)).toEqual([]);
    await wait(desk, 1);
    expect(await fired(desk)).toEqual(['remind']);
    expect(await desk.ticket()).toMatchObject({ tags: ['late'] });
    expect(await desk.ticket('c-2')).toMatchObject({ tags: [] });
    await wait(desk, 72 * HOUR);
    expect(await fired(desk)).toEqual(['remind']);
  });

  it('runs once per crossing, and again when a new reply moves the moment', async () => {
    const desk = await makeDesk(test.database);
    await desk.add({ name: 'nudge', when: [ago('last_customer_reply', 30, 'minutes')] });
    await desk.send(says('Hello'));
    await wait(desk, 30 * MINUTE);
    await wait(desk, 30 * MINUTE);
    expect(await fired(desk)).toEqual(['nudge']);
    await desk.send(says('Still there?'));
    await wait(desk, 29 * MINUTE);
    expect(await fired(desk)).toEqual(['nudge']);
    await wait(desk, MINUTE);
    expect(await fired(desk)).toEqual(['nudge', 'nudge']);
  });

  it('starts only by "more than": "less than" and negations are state', async () => {
    const desk = await makeDesk(test.database);
    await desk.add(
      { name: 'less', when: [{ ...ago('ticket_created', 1, 'hours'), operator: 'less_than' }, unanswered] },
      { name: 'not less', when: [{ ...ago('ticket_created', 1, 'hours'), operator: 'not_less_than' }] },
    );
    expect(await desk.send(says('Hello'))).toEqual(['less']);
    await wait(desk, 3 * HOUR);
    expect(await fired(desk)).toEqual(['less']);
    expect(await desk.send(says('Later'))).toEqual(['not less']);
  });

  it('leaves alone what was due before it was activated', async () => {
    const desk = await makeDesk(test.database);
    await desk.send(says('Old'));
    desk.clock.advance(2 * HOUR);
    await desk.add({ name: 'late', when: [ago('ticket_created', 1, 'hours')] });
    await desk.send(says('New', { conversation: { id: 'c-2' } }));
    await wait(desk, 5 * HOUR);
    expect(await desk.query('select conversation_id from firings where account_id = $1')).toEqual([
      { conversation_id: (await desk.ticket('c-2')).id },
    ]);
  });

  it('judges all conditions at the moment, and the moment does not come again', async () => {
    const desk = await makeDesk(test.database);
    await desk.add({ name: 'late', when: [ago('ticket_created', 1, 'hours'), unanswered] });
    await desk.send(says('Hello'), answers('Hi'));
    await wait(desk, HOUR);
    await desk.send(says('And now?'));
    await wait(desk, HOUR);
    expect(await fired(desk)).toEqual([]);
  });

  it('looks at open tickets, unless a condition on the status says otherwise', async () => {
    const desk = await makeDesk(test.database);
    const week = ago('last_customer_reply', 7, 'days');
    await desk.add(
      { name: 'open', when: [week] },
      {
        name: 'solved',
        when: [week, is('current_status', 'solved')],
        do: [{ action: 'set_status', status: 'closed' }],
      },
      { name: 'any', when: [week, { field: 'current_status', operator: 'none_of', value: ['spam'] }] },
    );
    await desk.send(says('Open'), says('Solved', { conversation: { id: 'c-2' } }));
    await desk.send(updates({ status: 'solved' }, { conversation: { id: 'c-2' } }));
    await wait(desk, 7 * 24 * HOUR);
    expect((await fired(desk)).sort()).toEqual(['any', 'any', 'open', 'solved']);
    expect(await desk.ticket('c-2')).toMatchObject({ status: 'closed' });
    // It was closed when its moment came: opening it again is no moment.
    await wait(desk, HOUR);
    await desk.send(updates({ status: 'open' }, { conversation: { id: 'c-2' } }));
    await wait(desk, HOUR);
    expect(await fired(desk)).toHaveLength(4);
  });

  it('fires nothing twice when the clock jumps back, and nothing is lost when it jumps ahead', async () => {
    const desk = await makeDesk(test.database);
    await desk.add({ name: 'hour', when: [ago('ticket_created', 1, 'hours')] });
    await desk.send(says('Hello'));
    await wait(desk, HOUR);
    await wait(desk, -2 * HOUR);
    await desk.send(says('In the past', { conversation: { id: 'c-2' } }));
    await wait(desk, 30 * MINUTE);
    expect(await fired(desk)).toEqual(['hour']);
    await wait(desk, 300 * 24 * HOUR);
    expect(await fired(desk)).toEqual(['hour', 'hour']);
  });

  it('goes on where it was interrupted, and repeats nothing', async () => {
    const desk = await makeDesk(test.database);
    await desk.add({ name: 'hour', when: [ago('ticket_created', 1, 'hours')] });
    await desk.send(...Array.from({ length: 20 }, (_, n) => says('Hello', { conversation: { id: `c-${n}` } })));
    const before = await desk.query('select at, ticket_id from time_cursors where account_id = $1');
    await wait(desk, HOUR);
    // As if it had been killed before the window moved.
    await desk.query(
      'update time_cursors set at = $2, ticket_id = $3 where account_id = $1',
      before[0]?.at,
      before[0]?.ticket_id,
    );
    await wait(desk, 0);
    expect(await fired(desk)).toHaveLength(20);
    const keys = await desk.query("select 1 from event_keys where account_id = $1 and ext_id like 'due:%'");
    expect(keys).toHaveLength(20);
  });

  it('notices what had passed before it was known, once', async () => {
    const desk = await makeDesk(test.database);
    await desk.add({ name: 'hour', when: [ago('last_customer_reply', 1, 'hours')] });
    desk.clock.advance(5 * HOUR);
    const sent = new Date(desk.clock.current.getTime() - 2 * HOUR).toISOString();
    expect(await desk.send(says('Two hours under way', { occurredAt: sent }))).toEqual(['hour']);
    await wait(desk, 0);
    await wait(desk, 3 * HOUR);
    expect(await fired(desk)).toEqual(['hour']);
    // What was due before the workflow was there does not count, late or not.
    const old = new Date(desk.clock.current.getTime() - 20 * HOUR).toISOString();
    expect(await desk.send(says('Older', { occurredAt: old, conversation: { id: 'c-2' } }))).toEqual([]);
  });

  it('is told as an event of the ticket, which is no activity', async () => {
    const desk = await makeDesk(test.database);
    const [id] = await desk.add({ name: 'hour', when: [ago('ticket_created', 1, 'hours')], do: [tag('old')] });
    await desk.send(says('Hello'));
    const { last_activity_at: before } = await desk.ticket();
    await wait(desk, HOUR);
    expect(
      (await desk.query("select type, payload from events where account_id = $1 and type = 'ticket_due'"))[0],
    ).toEqual({ type: 'ticket_due', payload: { rule: id } });
    const [{ trace } = {}] = await desk.query('select trace from firings where account_id = $1');
    expect(trace).toMatchObject({ verdict: 'met', all: [{ field: 'ticket_created', actual: 3_600 }] });
    const tagged = await desk.query(
      "select max(occurred_at) as at from events where account_id = $1 and type = 'ticket_updated'",
    );
    expect(tagged[0]?.at).not.toEqual(before);
  });
});

describe('existing tickets', () => {
  const context = (desk: Desk, role: 'lead' | 'agent' = 'lead') => ({
    db: test.database,
    actor: actorOf(desk.account, role),
  });
  const BACKLOG = 10_000;

  it(`stay as they are when a workflow is activated: ${BACKLOG} of them, until asked`, {
    timeout: 120_000,
  }, async () => {
    const desk = await makeDesk(test.database, new Date().toISOString());
    await addBacklog(desk, BACKLOG);
    const [id = ''] = await desk.add(
      { name: 'late', when: [ago('ticket_created', 24, 'hours'), unanswered, is('sentiment', 'negative')] },
      { name: 'state', when: [is('sentiment', 'negative')] },
    );
    await wait(desk, 0);
    await wait(desk, MINUTE);
    expect(await desk.firings()).toEqual([]);
    // A hundredth of them is angry.
    expect(await reachOf(context(desk), id)).toEqual({ matching: BACKLOG / 100, examined: BACKLOG, more: false });
    expect(await applyWorkflow(context(desk), id, { clock: desk.clock })).toEqual({
      ...{ applied: BACKLOG / 100, fired: BACKLOG / 100, more: false },
    });
    expect(await reachOf(context(desk), id)).toMatchObject({ matching: 0 });
    expect(await applyWorkflow(context(desk), id, { clock: desk.clock })).toMatchObject({ applied: 0, fired: 0 });
    expect(await desk.firings()).toHaveLength(BACKLOG / 100);
    const [change] = await desk.query(
      "select verb, after from changes where account_id = $1 and verb = 'applied' order by id limit 1",
    );
    expect(change).toEqual({ verb: 'applied', after: { tickets: BACKLOG / 100, fired: BACKLOG / 100 } });
  });

  it('can be acted on by workflows on the state, once for each version', async () => {
    const desk = await makeDesk(test.database);
    await desk.send(creates({ source: 'email' }), creates({ source: 'api' }, { conversation: { id: 'c-2' } }));
    const [id = ''] = await desk.add({ name: 'state', when: [is('source', 'email')], do: [tag('mail')] });
    expect(await reachOf(context(desk), id)).toEqual({ matching: 1, examined: 2, more: false });
    expect(await applyWorkflow(context(desk), id, { clock: desk.clock })).toMatchObject({ applied: 1, fired: 1 });
    expect(await desk.ticket()).toMatchObject({ tags: ['mail'] });
    expect(await applyWorkflow(context(desk), id, { clock: desk.clock })).toMatchObject({ applied: 0 });
  });

  it('cannot be acted on by what waits for something, is inactive, is not there, or by agents', async () => {
    const desk = await makeDesk(test.database);
    const [waits = ''] = await desk.add({ when: [{ field: 'new_message', operator: 'is' }] });
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof AppError ? `${error.code} ${error.params.reason ?? ''}`.trim() : error),
      );
    expect(await codeOf(applyWorkflow(context(desk), waits))).toBe('conflict waits_for_event');
    expect(await codeOf(reachOf(context(desk), waits))).toBe('conflict waits_for_event');
    expect(await codeOf(applyWorkflow(context(desk, 'agent'), waits))).toBe('forbidden');
    expect(await codeOf(applyWorkflow(context(desk), desk.account.accountId))).toBe('not_found');
    await desk.query('update rules set active = false where account_id = $1');
    expect(await codeOf(applyWorkflow(context(desk), waits))).toBe('conflict inactive');
    const other = await makeDesk(test.database);
    expect(await codeOf(applyWorkflow(context(other), waits))).toBe('not_found');
  });
});

async function addBacklog(desk: Desk, count: number): Promise<void> {
  await desk.query(
    `insert into customers (account_id, id, ext_id, name) select $1, gen_random_uuid(), 'b-' || n, 'Customer ' || n
      from generate_series(1, $2::int) n`,
    count,
  );
  await desk.query(
    `insert into conversations (account_id, id, ext_id, customer_id, channel_key, brand_key, phase, queue_state, status, class,
        number, ticket_created_at, created_at, last_customer_reply_at, awaits_reply, sentiment)
      select $1, gen_random_uuid(), 'b-' || n, c.id, 'api', 'main', 'requesting', 'queued', 'new', 'open',
        nextval('ticket_numbers'), $3::timestamptz - make_interval(hours => 25 + n % 500), $3, $3, true,
        case when n % 100 = 0 then 'negative' end
      from generate_series(1, $2::int) n join customers c on c.account_id = $1 and c.ext_id = 'b-' || n`,
    count,
    desk.clock.current,
  );
}
