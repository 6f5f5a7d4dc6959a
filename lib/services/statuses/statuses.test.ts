import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import { creates, type Desk, makeDesk, says, updates } from '@/lib/runtime/testing/workflow-desk';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listChanges } from '../changes/list';
import type { Context } from '../context';
import { createWorkflow, getWorkflow } from '../workflows/verbs';
import { createStatus } from './create';
import { deleteStatus } from './delete';
import { getStatus, listStatuses } from './read';
import { updateStatus } from './update';

let test: TestDatabase;
let desk: Desk;
let admin: Context;

beforeAll(async () => {
  test = await testDatabase();
  desk = await makeDesk(test.database);
  admin = { db: test.database, actor: actorOf(desk.account, 'admin') };
});
afterAll(() => test.close());

const page = { page: 1, pageSize: 50 };

async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) {
      const { code, params, issues, details } = error;
      return {
        code,
        ...(params.reason !== undefined && { reason: params.reason }),
        ...(issues.length > 0 && { issues: issues.map(({ path, code: what }) => `${path} ${what}`) }),
        ...(details.uses && { uses: details.uses.map(({ kind, name }) => `${kind} ${name}`) }),
      };
    }
    throw error;
  }
  return 'nothing was refused';
}

describe('statuses', () => {
  it('of the system are there from the start, in their order', async () => {
    const { items } = await listStatuses(admin, page);
    expect(items.map(({ key }) => key)).toEqual(['new', 'open', 'pending', 'in_pending', 'solved', 'closed', 'spam']);
    expect(items.every(({ system }) => system)).toBe(true);
    const closed = await listStatuses(admin, { ...page, class: 'closed', sort: 'name', order: 'desc' });
    expect(closed.items.map(({ name }) => name)).toEqual(['Spam', 'Solved', 'Closed']);
  });

  it('of one’s own have a place, a colour and what they mean', async () => {
    const created = await createStatus(admin, {
      name: 'Waiting for parts',
      class: 'open',
      colour: 'amber',
      position: 3,
    });
    expect(created).toMatchObject({
      ...{ key: 'waiting-for-parts', system: false, position: 3, openOnNewMessage: true },
      ...{ requiresResponse: false, visibleInInbox: true },
    });
    const { items } = await listStatuses(admin, { ...page, search: 'in' });
    expect(items.map(({ key, position }) => `${position} ${key}`)).toEqual([
      '3 waiting-for-parts',
      '4 pending',
      '5 in_pending',
    ]);
    const changed = await updateStatus(admin, created.id, { requiresResponse: true, position: 1 });
    expect(changed).toMatchObject({ requiresResponse: true, visibleInInbox: true, position: 1, colour: 'amber' });
    expect((await listStatuses(admin, page)).items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await deleteStatus(admin, 'waiting-for-parts');
    expect(await refusal(getStatus(admin, 'waiting-for-parts'))).toEqual({ code: 'not_found' });
    const { items: changes } = await listChanges(admin, { limit: 3, kind: 'status' });
    expect(changes.map(({ verb }) => verb)).toEqual(['deleted', 'updated', 'created']);
  });

  it('have names of their own', async () => {
    expect(await refusal(createStatus(admin, { name: 'SOLVED', class: 'closed' }))).toEqual({
      code: 'invalid',
      issues: ['name name_taken'],
    });
    expect(await refusal(createStatus(admin, { name: 'Mine', key: 'spam', class: 'closed' }))).toMatchObject({
      issues: ['key key_taken'],
    });
    expect(await refusal(updateStatus(admin, 'solved', { name: 'spam' }))).toMatchObject({
      issues: ['name name_taken'],
    });
    expect(await updateStatus(admin, 'solved', { name: 'solved' })).toMatchObject({ name: 'solved' });
  });

  it('of the system keep their class and stay', async () => {
    expect(await refusal(updateStatus(admin, 'new', { class: 'closed' }))).toEqual({
      code: 'invalid',
      issues: ['class class_of_the_system'],
    });
    expect(await refusal(deleteStatus(admin, 'new', { force: true }))).toEqual({
      code: 'conflict',
      reason: 'status_of_the_system',
    });
  });

  it('are for administrators to change', async () => {
    const lead = { ...admin, actor: actorOf(desk.account, 'lead') };
    expect(await refusal(createStatus(lead, { name: 'Mine', class: 'open' }))).toEqual({ code: 'forbidden' });
    expect((await listStatuses(lead, page)).total).toBe(7);
  });
});

describe('a status that is used', () => {
  it('becomes open when the customer writes, where it says so', async () => {
    await createStatus(admin, { name: 'Parked', class: 'open', openOnNewMessage: true });
    await createStatus(admin, { name: 'Frozen', class: 'open', openOnNewMessage: false });
    for (const [id, status] of [
      ['parked', 'open'],
      ['frozen', 'frozen'],
    ] as const) {
      await desk.send(creates({ status: id }, { conversation: { id } }), says('Hello?', { conversation: { id } }));
      await desk.send(says('Still there?', { conversation: { id } }));
      expect((await desk.ticket(id)).status).toBe(status);
    }
  });

  it('lists its rules and tickets, and leaves broken rules and moved tickets behind', async () => {
    await createStatus(admin, { name: 'Courier', class: 'open' });
    await desk.send(creates({ status: 'courier' }, { conversation: { id: 'c-courier' } }));
    const { id } = await createWorkflow(admin, {
      name: 'Couriers',
      when: { all: [{ field: 'current_status', operator: 'is', value: ['courier'] }] },
      do: [{ action: 'add_tag', tag: 'courier' }],
    });
    const { number } = await desk.ticket('c-courier');
    expect(await refusal(deleteStatus(admin, 'courier'))).toEqual({
      code: 'in_use',
      uses: ['workflow Couriers', `conversation #${number}`],
    });
    expect(await refusal(deleteStatus(admin, 'courier', { force: true, moveTo: 'courier' }))).toMatchObject({
      issues: ['moveTo moves_to_itself'],
    });
    expect(await refusal(deleteStatus(admin, 'courier', { force: true, moveTo: 'nothing' }))).toMatchObject({
      issues: ['moveTo unknown_status'],
    });
    await deleteStatus(admin, 'courier', { force: true, moveTo: 'solved' });
    expect(await desk.ticket('c-courier')).toMatchObject({ status: 'solved', class: 'closed' });
    expect((await getWorkflow(admin, id)).broken).toMatchObject({ gone: ['status:courier'] });
    await createStatus(admin, { name: 'Courier', class: 'open' });
    expect((await getWorkflow(admin, id)).broken).toBeNull();
  });

  it('takes its tickets along into another class, and what waits for time looks there too', async () => {
    await createStatus(admin, { name: 'With the customer', key: 'customer', class: 'open' });
    await desk.send(creates({}, { conversation: { id: 'c-class' } }));
    await desk.send(updates({ status: 'customer' }, { conversation: { id: 'c-class' } }));
    const { id } = await createWorkflow(admin, {
      name: 'Waiting long',
      when: {
        all: [
          { field: 'current_status', operator: 'is', value: ['customer'] },
          { field: 'ticket_created', operator: 'more_than', value: { amount: 1, unit: 'days' } },
        ],
      },
      do: [{ action: 'add_tag', tag: 'long' }],
    });
    const classes = () =>
      desk.query('select class from time_cursors where account_id = $1 and workflow_id = $2::uuid', id);
    expect(await classes()).toEqual([{ class: 'open' }]);
    await updateStatus(admin, 'customer', { class: 'closed' });
    expect(await desk.ticket('c-class')).toMatchObject({ status: 'customer', class: 'closed' });
    expect(await classes()).toEqual([{ class: 'closed' }]);
  });
});
