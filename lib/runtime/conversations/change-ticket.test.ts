import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { AppError } from '@/lib/contracts/app-error';
import type { Condition } from '@/lib/engine/rule';
import type { Context } from '@/lib/services/context';
import { getConversation } from '@/lib/services/conversations/read';
import { getWorkspaceConversation } from '@/lib/services/workspace/conversation';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { creates, type Desk, makeDesk, says } from '../testing/workflow-desk';
import { changeTicket } from './change-ticket';
import { beginConversation } from './customer-message';
import { endConversation } from './end';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  expect(await audit(test.database)).toEqual([]);
  await test.close();
});

async function open(): Promise<{ desk: Desk; agent: Context; change: (input: object) => Promise<unknown> }> {
  const desk = await makeDesk(test.database);
  const agent = { db: test.database, actor: actorOf(desk.account, 'agent') };
  const change = (input: object) => changeTicket(agent, 'c-1', input, { clock: desk.clock });
  return { desk, agent, change };
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, params, issues } = error;
    return issues.length > 0 ? issues.map((issue) => `${issue.path} ${issue.code}`) : [code, params.reason];
  }
  return 'nothing was refused';
}

describe('a ticket changed by hand', () => {
  it('has what was said, and keeps the rest', async () => {
    const { desk, agent, change } = await open();
    await desk.send(creates({ subject: 'Brakes', orders: ['1'], context: 'order' }));
    await change({
      ...{ status: 'pending', type: 'return', context: null, sentiment: 'negative', source: 'instagram' },
      ...{ integration: 'allegro-pl', allegroAccount: 'halden', inbox: 'bikes', assignee: 'ada' },
      ...{ orders: ['1', '2'], tags: ['vip'] },
    });
    expect(await getConversation(agent, 'c-1')).toMatchObject({
      ...{ subject: 'Brakes', status: 'pending', class: 'open', type: 'return', context: null, sentiment: 'negative' },
      ...{ source: 'instagram', integration: 'allegro-pl', allegroAccount: 'halden', inbox: 'bikes' },
      ...{ assignee: 'ada', phase: 'assigned', orders: ['1', '2'], tags: ['vip'] },
    });
  });

  it('is told once: what is so already is no event', async () => {
    const { desk, change } = await open();
    await desk.send(creates({ context: 'order' }));
    const events = () => desk.query<{ type: string }>('select type from events where account_id = $1');
    const before = (await events()).length;
    await change({ context: 'order', status: 'new' });
    expect(await events()).toHaveLength(before);
    await change({ context: 'invoice', status: 'new' });
    expect(await events()).toHaveLength(before + 1);
  });

  it('meets workflows that wait for it', async () => {
    const { desk, change } = await open();
    await desk.add(
      {
        when: [{ field: 'tag_added', operator: 'is', value: ['vip'] }],
        do: [{ action: 'set_status', status: 'open' }],
      },
      { when: [{ field: 'context', operator: 'is', value: ['invoice'] }], do: [{ action: 'add_tag', tag: 'money' }] },
    );
    await desk.send(creates());
    await change({ tags: ['vip'] });
    expect(await desk.ticket()).toMatchObject({ status: 'open', tags: ['vip'] });
    await change({ context: 'invoice' });
    expect(await desk.ticket()).toMatchObject({ tags: ['vip', 'money'] });
  });

  it.each<[change: object, when: Condition]>([
    [{ status: 'pending' }, { field: 'status_set', operator: 'is', value: ['pending'] }],
    [{ status: 'pending' }, { field: 'current_status', operator: 'is', value: ['pending'] }],
    [{ status: 'solved' }, { field: 'ticket_status', operator: 'is', value: ['closed'] }],
    [{ tags: ['late'] }, { field: 'tag_added', operator: 'is', value: ['late'] }],
    [{ type: 'opinion' }, { field: 'ticket_type', operator: 'is', value: ['opinion'] }],
    [{ context: 'complaint' }, { field: 'context', operator: 'is', value: ['complaint'] }],
    [{ sentiment: 'negative' }, { field: 'sentiment', operator: 'is', value: ['negative'] }],
    [{ inbox: 'bikes' }, { field: 'inbox', operator: 'is', value: ['bikes'] }],
    [{ inbox: 'bikes' }, { field: 'inbox_group', operator: 'is', value: ['shops'] }],
    [{ source: 'instagram' }, { field: 'source', operator: 'is', value: ['instagram'] }],
    [{ integration: 'allegro-pl' }, { field: 'integration', operator: 'is', value: ['allegro-pl'] }],
    [{ allegroAccount: 'halden' }, { field: 'allegro_account', operator: 'is', value: ['halden'] }],
  ])('%j is met by the workflow on it, once', async (said, when) => {
    const { desk, change } = await open();
    await desk.add({ when: [when], do: [{ action: 'send_message', text: 'Seen' }] });
    await desk.send(creates());
    expect(await desk.thread()).toEqual([]);
    await change(said);
    await change(said);
    expect(await desk.thread()).toEqual(['* Seen']);
  });

  it('says in the thread who changed what', async () => {
    const { desk, agent, change } = await open();
    await desk.send(creates({ orders: ['1'] }));
    await change({ status: 'pending', inbox: 'bikes', context: 'order', orders: ['2'], type: 'return' });
    await change({ inbox: null });
    const { entries } = (await getWorkspaceConversation(agent, 'c-1')).thread;
    const lines = entries.flatMap((entry) => (entry.kind === 'line' ? [[entry.actor?.name, entry.change]] : []));
    const by = agent.actor.name;
    expect(lines.slice(-6)).toEqual([
      [by, { type: 'status', from: { key: 'new', name: 'New' }, to: { key: 'pending', name: 'Pending' } }],
      [by, { type: 'filed', field: 'type', from: 'ordinary', to: 'return' }],
      [by, { type: 'filed', field: 'context', from: null, to: 'order' }],
      [by, { type: 'filed', field: 'inbox', from: null, to: 'Bikes' }],
      [by, { type: 'orders', added: ['2'], removed: ['1'] }],
      [by, { type: 'filed', field: 'inbox', from: 'Bikes', to: null }],
    ]);
    expect((await getWorkspaceConversation(agent, 'c-1')).ticket).toEqual({
      ...{ class: 'open', type: 'return', context: 'order', sentiment: null, source: 'api', integration: null },
      ...{ allegroAccount: null, inbox: null, orders: ['2'] },
    });
  });

  it('keeps the agent who was chosen, whatever the rule on its state says', async () => {
    const { desk, change } = await open();
    await desk.add({
      when: [{ field: 'source', operator: 'is_not', value: ['allegro_discussions'] }],
      do: [{ action: 'assign_agent', agent: 'ada' }],
    });
    await desk.send(says('Hello'));
    expect((await desk.ticket()).assignee_key).toBe('ada');
    await change({ assignee: 'lea' });
    await desk.send(says('Anybody?'));
    expect((await desk.ticket()).assignee_key).toBe('lea');
  });

  it('goes back to nobody, and waits in its queue again', async () => {
    const { desk, change } = await open();
    await desk.send(says('Hello'));
    await change({ assignee: 'ada' });
    await change({ assignee: null });
    expect(await desk.ticket()).toMatchObject({ assignee_key: null, phase: 'requesting', queue_state: 'queued' });
  });

  it('may be changed after its end', async () => {
    const { desk, agent, change } = await open();
    await desk.send(says('Hello'));
    await endConversation(agent, 'c-1', { clock: desk.clock });
    await change({ status: 'solved' });
    expect(await desk.ticket()).toMatchObject({ status: 'solved', class: 'closed', phase: 'ended' });
  });

  it('wants things that are there', async () => {
    const { desk, change } = await open();
    await desk.send(says('Hello'));
    expect(await refusal(change({ status: 'nothing' }))).toEqual(['status unknown_reference']);
    expect(await refusal(change({ inbox: 'nothing' }))).toEqual(['inbox unknown_reference']);
    expect(await refusal(change({ integration: 'nothing' }))).toEqual(['integration unknown_reference']);
    expect(await refusal(change({ assignee: 'nobody' }))).toEqual(['assignee unknown_agent']);
    expect(await refusal(change({ context: 'weather' }))).toEqual(['context not_one_of']);
    expect(await refusal(change({ priority: 'high' }))).toMatchObject([expect.stringContaining('unknown')]);
  });

  it('is none while a bot has it, and none of another group’s', async () => {
    const { desk, change } = await open();
    const beginning = { channel: 'api', conversation: { id: 'c-1' }, customer: { id: 'u-1' } };
    await beginConversation(test.database, desk.account.accountId, beginning, 'bot', { clock: desk.clock });
    expect(await refusal(change({ status: 'solved' }))).toEqual(['conflict', 'no_ticket']);
    await desk.send(creates({}, { conversation: { id: 'c-2', group: 'sales' } }));
    const agent = { db: test.database, actor: actorOf(desk.account, 'agent') };
    expect(await refusal(changeTicket(agent, 'c-2', { status: 'solved' }))).toEqual(['not_found', undefined]);
  });
});
