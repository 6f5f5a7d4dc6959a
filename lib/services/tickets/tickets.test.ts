import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import { ticketQuery } from '@/lib/contracts/ticket';
import { answers, creates, type Desk, makeDesk, says, updates } from '@/lib/runtime/testing/workflow-desk';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { listTicketChoices, listTicketWords } from './choices';
import { listTickets } from './list';
import { getTicket } from './read';
import { listUsed } from './uses';

let test: TestDatabase;
let desk: Desk;
let lead: Context;

beforeAll(async () => {
  test = await testDatabase();
  desk = await makeDesk(test.database);
  lead = { db: test.database, actor: actorOf(desk.account, 'lead') };
  const of = (id: string, more: object = {}) => ({ conversation: { id, ...more } });
  await desk.send(
    creates({ subject: 'Squeaking brakes', inbox: 'bikes', context: 'complaint', sentiment: 'negative' }, of('brakes')),
    says('They squeak', of('brakes')),
  );
  desk.clock.advance(3_600_000);
  await desk.send(
    creates(
      { type: 'return', orders: ['A-1', 'A-2'], integration: 'allegro-pl', allegroAccount: 'halden' },
      {
        ...of('return'),
        customer: { id: 'u-2', name: 'Odile' },
      },
    ),
    says('Sending it back', { ...of('return'), customer: { id: 'u-2' } }),
    answers('Please do', { ...of('return'), customer: { id: 'u-2' } }),
  );
  desk.clock.advance(3_600_000);
  await desk.send(
    creates({ source: 'instagram', tags: ['vip'], createdBy: 'employee' }, of('vip', { group: 'sales' })),
    says('I want a bike', of('vip')),
    updates({ status: 'closed' }, of('vip')),
  );
});
afterAll(() => test.close());

const keys = async (query: object = {}, context = lead) =>
  (await listTickets(context, ticketQuery.parse(query))).items.map(({ key }) => key);

describe('tickets', () => {
  it('come newest first, with what they are filed under by name', async () => {
    const { items, next, partial } = await listTickets(lead, ticketQuery.parse({}));
    expect(items.map(({ key }) => key)).toEqual(['vip', 'return', 'brakes']);
    expect([next, partial]).toEqual([null, false]);
    expect(items[2]).toMatchObject({
      ...{ number: expect.any(Number), subject: 'Squeaking brakes', type: 'ordinary', context: 'complaint' },
      status: { key: 'new', name: 'New', class: 'open', colour: 'blue' },
      inbox: { key: 'bikes', name: 'Bikes', group: { key: 'shops', name: 'Shops' } },
      channel: { key: 'api', name: 'API', kind: 'api' },
      customer: { id: 'u-1', name: 'Zoë van Dam', email: 'Zoe@Example.org' },
      ...{ response: 'not_replied', requiresResponse: true, createdBy: 'customer', source: 'api' },
      ...{ createdAt: '2026-11-20T10:00:00.000Z', lastAgentReplyAt: null, integration: null },
    });
    expect(items[1]).toMatchObject({
      integration: { key: 'allegro-pl', name: 'Allegro PL' },
      ...{ assignee: { key: 'ada', name: 'Ada Admin' }, response: 'replied', requiresResponse: false },
    });
    expect(items[0]).toMatchObject({ group: { key: 'sales', name: 'Sales' }, createdBy: 'employee', inbox: null });
  });

  it.each<[object, string[]]>([
    [{ status: 'closed' }, ['vip']],
    [{ class: 'open' }, ['return', 'brakes']],
    [{ visible: 'false' }, ['vip']],
    [{ visible: 'true' }, ['return', 'brakes']],
    [{ response: 'not_replied' }, ['vip', 'brakes']],
    [{ response: 'replied' }, ['return']],
    [{ requiresResponse: 'true' }, ['brakes']],
    [{ type: 'return' }, ['return']],
    [{ context: 'complaint' }, ['brakes']],
    [{ sentiment: 'negative' }, ['brakes']],
    [{ tag: 'vip' }, ['vip']],
    [{ assignee: 'ada' }, ['return']],
    [{ assignee: 'none' }, ['vip', 'brakes']],
    [{ inbox: 'bikes' }, ['brakes']],
    [{ inbox: 'none' }, ['vip', 'return']],
    [{ inboxGroup: 'shops' }, ['brakes']],
    [{ group: 'sales' }, ['vip']],
    [{ channel: 'api', source: 'instagram' }, ['vip']],
    [{ integration: 'allegro-pl' }, ['return']],
    [{ allegroAccount: 'halden' }, ['return']],
    [{ orderId: 'A-2' }, ['return']],
    [{ customer: 'u-2' }, ['return']],
    [{ customer: 'nobody' }, []],
    [{ createdBy: 'employee' }, ['vip']],
    [{ from: '2026-11-20T12:00:00+01:00', to: '2026-11-20T12:00:00Z' }, ['return']],
    [{ search: 'squeak' }, ['brakes']],
    [{ search: 'ODILE' }, ['return']],
    [{ search: '%' }, []],
    [{ status: 'nothing' }, []],
    [{ sort: 'created', order: 'asc' }, ['brakes', 'return', 'vip']],
    [{ sort: 'customer_reply' }, ['vip', 'return', 'brakes']],
    [{ sort: 'customer_reply', order: 'asc', class: 'open' }, ['brakes', 'return']],
    [{ repliedTo: '2026-11-20T10:30:00Z' }, ['brakes']],
    [{ repliedFrom: '2026-11-20T10:30:00Z', class: 'open' }, ['return']],
    [{ search: 'zoe@example.ORG', status: 'closed' }, ['vip']],
    [{ search: 'vip' }, ['vip']],
  ])('narrowed by %j', async (query, expected) => {
    expect(await keys(query)).toEqual(expected);
  });

  it('are found by number, id and uuid', async () => {
    const { id, number } = await getTicket(lead, 'brakes');
    expect((await getTicket(lead, String(number))).key).toBe('brakes');
    expect((await getTicket(lead, id)).key).toBe('brakes');
    expect(await keys({ search: `#${number}` })).toEqual(['brakes']);
  });

  it('of other groups are no agent’s business', async () => {
    const agent = { ...lead, actor: actorOf(desk.account, 'agent') };
    expect(await keys({}, agent)).toEqual(['return', 'brakes']);
    await expect(getTicket(agent, 'vip')).rejects.toBeInstanceOf(AppError);
  });

  it('say what they can be narrowed by', async () => {
    const { statuses, inboxes, agents } = await listTicketChoices(lead);
    expect(statuses[0]).toEqual({ key: 'new', name: 'New', class: 'open', colour: 'blue' });
    expect(inboxes.map(({ key }) => key)).toEqual(['bikes', 'private']);
    expect(agents).toContainEqual({ key: 'ada', name: 'Ada Admin', active: true });
    expect(await listTicketWords(lead)).toEqual({ tags: ['vip'], sources: ['api', 'instagram'] });
    const agent = { ...lead, actor: actorOf(desk.account, 'agent') };
    expect(await listTicketWords(agent)).toEqual({ tags: [], sources: ['api'] });
  });

  it('are counted where they are filed, beside the rules that name it', async () => {
    const [id] = await desk.add(
      { name: 'Closed ones', when: [{ field: 'status_set', operator: 'is', value: ['closed'] }] },
      { name: 'Bikes', when: [{ field: 'inbox', operator: 'is_not', value: ['bikes'] }] },
    );
    const statuses = await listUsed(lead, 'status');
    expect(statuses.closed).toEqual({ tickets: 1, rules: [{ kind: 'workflow', id, name: 'Closed ones' }] });
    expect(statuses.new).toEqual({ tickets: 2, rules: [] });
    const { bikes, private: other } = await listUsed(lead, 'inbox');
    expect([bikes?.tickets, bikes?.rules.map(({ name }) => name)]).toEqual([1, ['Bikes']]);
    expect(other).toEqual({ tickets: 0, rules: [] });
  });
});
