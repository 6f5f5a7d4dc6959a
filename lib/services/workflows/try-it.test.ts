import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { WorkflowOccasion } from '@/lib/contracts/workflow';
import type { Condition } from '@/lib/engine/rule';
import { answers, type Desk, makeDesk, says, updates } from '@/lib/runtime/testing/workflow-desk';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { explainEvent } from '../events/explain';
import { seenByWorkflows } from './seen';
import { testWorkflow } from './test';
import { createWorkflow } from './verbs';
import { workflowWouldHaveFired } from './would-fire';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const context = (desk: Desk, role: 'lead' | 'agent' = 'lead') => ({
  db: test.database,
  actor: actorOf(desk.account, role),
});
const tag = [{ action: 'add_tag', tag: 'x' }];
const is = (field: string, value?: Condition['value']): Condition => ({
  field,
  operator: 'is',
  ...(value !== undefined && { value }),
});

describe('Try it', () => {
  it('judges a ticket as if what it shows had just happened, and writes its texts', async () => {
    const desk = await makeDesk(test.database, '2026-11-20T22:30:00.000Z', {
      timeZone: 'Europe/Paris',
      language: 'fr',
    });
    await desk.send(says('Where is my INVOICE?'), updates({ tags: ['vip'], status: 'pending', assignee: 'lea' }));
    const { number } = await desk.ticket();
    const workflow = {
      when: {
        all: [
          is('message_contains', ['invoice']),
          is('tag_added', 'vip'),
          is('status_set', 'pending'),
          is('time', { from: '23:00', to: '24:00' }),
          is('email', '*@example.org'),
        ],
      },
      do: [{ action: 'send_message', text: '{{ ticket_id }} {{ assigned_agent_first_name }} {{ current_date_time }}' }],
    };
    // Two of them never happen at once; apart they are tried.
    await expect(testWorkflow(context(desk), { workflow, ticket: number })).rejects.toThrow(AppError);
    const [message, , , ...state] = workflow.when.all;
    const tried = await testWorkflow(context(desk), {
      workflow: { ...workflow, when: { all: [message, ...state] } },
      ticket: number as number,
      at: '2026-11-20T22:30:00.000Z',
    });
    expect(tried).toMatchObject({
      fires: true,
      ticket: { key: 'c-1', number },
      trace: { verdict: 'met', all: [{ actual: 'Where is my INVOICE?' }, { actual: '23:30' }, { verdict: 'met' }] },
      actions: [{ action: 'send_message', text: `${number} Lea 20 novembre 2026 à 23:30` }],
      missing: [],
    });
    const other = await testWorkflow(context(desk), {
      workflow: { ...workflow, when: { all: [message] } },
      ticket: 'c-1',
      message: 'Hello',
    });
    expect(other).toMatchObject({ fires: false, actions: [], trace: { all: [{ actual: 'Hello', verdict: 'unmet' }] } });
    expect(await desk.firings()).toEqual([]);
  });

  it('tells what conditions see of a ticket when one thing happened to it', async () => {
    const desk = await makeDesk(test.database, '2026-11-20T22:30:00.000Z', { timeZone: 'Europe/Paris' });
    await desk.send(says('Hello'), updates({ tags: ['vip'], status: 'pending', assignee: 'lea' }));
    const { number } = await desk.ticket();
    const at = '2026-11-21T08:00:00.000Z';
    const seen = (event: WorkflowOccasion) => seenByWorkflows(context(desk), { ticket: Number(number), event, at });
    const { facts, ...beside } = await seen('tag');
    expect(beside).toMatchObject({
      ...{ ticket: { key: 'c-1', number }, at, reader: { timeZone: 'Europe/Paris' } },
      variables: { ticket: { number }, agent: { name: 'Lea Lead' } },
    });
    expect(facts).toMatchObject({ tag_added: ['vip'], time: '09:00', weekday: 5 });
    const happened = async (event: WorkflowOccasion) => {
      const { tag_added, new_message, status_set, new_ticket, action } = (await seen(event)).facts;
      return { tag_added, new_message, status_set, new_ticket, action };
    };
    expect(await happened('nothing')).toEqual({});
    expect(await happened('status')).toEqual({ status_set: 'pending' });
    expect(await happened('return')).toEqual({ action: ['return_created'] });
    expect(await happened('ticket_by_employee')).toEqual({ new_ticket: 'employee' });
    const first = { new_message: true, action: ['first_message', 'every_message'] };
    expect(await happened('message')).toEqual({ ...first });
    expect(await happened('ticket_with_message')).toEqual({ ...first, new_ticket: 'incoming_message' });
    await expect(seenByWorkflows(context(desk), { ticket: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(seenByWorkflows(context(desk, 'agent'), { ticket: 'c-1', event: 'x' })).rejects.toThrow(AppError);
  });

  it('judges given facts alone', async () => {
    const desk = await makeDesk(test.database);
    const workflow = { when: { all: [is('sentiment', 'negative'), is('new_message')] }, do: tag };
    expect(await testWorkflow(context(desk), { workflow, facts: { sentiment: 'negative' } })).toMatchObject({
      fires: false,
    });
    expect(
      await testWorkflow(context(desk), { workflow, message: 'x', facts: { sentiment: 'negative' } }),
    ).toMatchObject({ fires: true, ticket: null });
  });

  it('finds no ticket of another account, of another group, or that is none', async () => {
    const desk = await makeDesk(test.database);
    await desk.send(says('Hello', { conversation: { id: 'c-1', group: 'sales' } }));
    const other = await makeDesk(test.database);
    const body = { workflow: { when: { all: [is('new_message')] }, do: tag }, ticket: 'c-1' };
    for (const each of [context(other), context(desk, 'agent')])
      await expect(testWorkflow(each, body)).rejects.toMatchObject({ code: 'not_found' });
    expect(await testWorkflow(context(desk), body)).toMatchObject({ fires: true });
  });
});

describe('the last events', () => {
  it('tell on which a workflow would have run', async () => {
    const desk = await makeDesk(test.database);
    await desk.send(says('Invoice please'), says('Hello'), answers('Invoice'), updates({ tags: ['invoice'] }));
    const would = (when: object[]) =>
      workflowWouldHaveFired(context(desk), { workflow: { when: { all: when }, do: tag } });
    expect(await would([is('message_contains', ['invoice'])])).toMatchObject({ examined: 4, fires: 1 });
    expect(await would([is('tag_added', ['invoice'])])).toMatchObject({
      fires: 1,
      items: [{ type: 'ticket_updated' }, {}, {}, {}],
    });
    // On the state alone it runs on messages and new tickets.
    expect(await would([is('ticket_status', 'open')])).toMatchObject({ examined: 2, fires: 2 });
    const day = { field: 'ticket_created', operator: 'more_than', value: { amount: 1, unit: 'days' } };
    expect(await would([day])).toMatchObject({ examined: 0 });
  });

  it('tell why a workflow did not run on one of them', async () => {
    // Versions of rules carry the database's time.
    const desk = await makeDesk(test.database, new Date(Date.now() + 60_000).toISOString());
    const { id } = await createWorkflow(context(desk), {
      ...{ name: 'Invoices', when: { all: [is('message_contains', ['invoice'])] }, do: tag },
    });
    const [event] = await desk.answers(says('Hello'));
    const [{ id: eventId } = {}] = await desk.query(
      'select id from events where account_id = $1 and ext_id = $2',
      event?.id,
    );
    expect(await explainEvent(context(desk), String(eventId), id)).toMatchObject({
      fired: false,
      reason: 'conditions',
      trace: { verdict: 'unmet', all: [{ actual: 'Hello' }] },
    });
  });
});
