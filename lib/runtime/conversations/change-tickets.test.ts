import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { TicketsChange } from '@/lib/contracts/ticket';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { creates, type Desk, makeDesk } from '../testing/workflow-desk';
import { changeTickets } from './change-tickets';
import { beginConversation } from './customer-message';

let test: TestDatabase;
let desk: Desk;
let change: (input: TicketsChange, role?: 'lead' | 'agent') => ReturnType<typeof changeTickets>;

beforeAll(async () => {
  test = await testDatabase();
  desk = await makeDesk(test.database);
  change = (input, role = 'lead') =>
    changeTickets({ db: test.database, actor: actorOf(desk.account, role) }, input, { clock: desk.clock });
  const of = (id: string, more: object = {}) => ({ conversation: { id, ...more } });
  await desk.send(...['c-1', 'c-2', 'c-3'].map((id) => creates({ tags: ['old'] }, of(id))));
  await desk.send(creates({}, of('sales', { group: 'sales' })));
  const beginning = { channel: 'api', conversation: { id: 'bot' }, customer: { id: 'u-1' } };
  await beginConversation(test.database, desk.account.accountId, beginning, 'bot', { clock: desk.clock });
});
afterAll(() => test.close());

describe('several tickets changed by hand', () => {
  it('have the status and the tags beside their own, and meet workflows one by one', async () => {
    await desk.add({
      when: [{ field: 'status_set', operator: 'is', value: ['solved'] }],
      do: [{ action: 'add_tag', tag: 'seen' }],
    });
    const result = await change({
      ...{ ids: ['c-1', 'c-2', 'c-1'], change: { status: 'solved' }, addTags: ['sale'], removeTags: ['old'] },
    });
    expect(result).toEqual({ done: ['c-1', 'c-2'], failed: [] });
    for (const id of ['c-1', 'c-2']) {
      const ticket = await desk.ticket(id);
      expect(ticket).toMatchObject({ status: 'solved', class: 'closed' });
      expect([...(ticket.tags as string[])].sort()).toEqual(['sale', 'seen']);
    }
    expect(await desk.ticket('c-3')).toMatchObject({ status: 'new', tags: ['old'] });
  });

  it('are refused one by one', async () => {
    const result = await change({ ids: ['nowhere', 'bot', 'c-3'], change: { sentiment: 'negative' } });
    expect(result.done).toEqual(['c-3']);
    expect(result.failed.sort((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 'bot', code: 'no_ticket' },
      { id: 'nowhere', code: 'not_found' },
    ]);
    expect((await change({ ids: ['sales'], change: { status: 'solved' } }, 'agent')).failed).toEqual([
      { id: 'sales', code: 'not_found' },
    ]);
  });

  it('want things that are there', async () => {
    const refusal = await change({ ids: ['c-3'], change: { status: 'nothing' } }).catch((error: unknown) => error);
    expect(refusal instanceof AppError && refusal.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'status unknown_reference',
    ]);
  });
});
