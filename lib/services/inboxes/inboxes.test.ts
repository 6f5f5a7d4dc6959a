import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import { creates, type Desk, makeDesk, says } from '@/lib/runtime/testing/workflow-desk';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { createInboxGroup } from '../inbox-groups/create';
import { deleteInboxGroup } from '../inbox-groups/delete';
import { getInboxGroup, listInboxGroups } from '../inbox-groups/read';
import { updateInboxGroup } from '../inbox-groups/update';
import { createWorkflow } from '../workflows/verbs';
import { createInbox } from './create';
import { deleteInbox } from './delete';
import { getInbox, listInboxes } from './read';
import { updateInbox } from './update';

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
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path} ${code}`), ...usesOf(error)];
  }
  return [];
}
const usesOf = ({ details }: AppError) => (details.uses ?? []).map(({ kind, name }) => `${kind} ${name}`);

describe('inboxes', () => {
  it('belong to a group or to none', async () => {
    const created = await createInbox(admin, { name: 'Returns', group: 'shops' });
    expect(created).toMatchObject({ key: 'returns', group: 'shops' });
    expect(await updateInbox(admin, 'returns', { name: 'Returned bikes' })).toMatchObject({ group: 'shops' });
    expect((await listInboxes(admin, { ...page, group: 'shops' })).items.map(({ name }) => name)).toEqual([
      'Bikes',
      'Returned bikes',
    ]);
    expect(await updateInbox(admin, 'returns', { group: null })).toMatchObject({ group: null, key: 'returns' });
    expect((await listInboxes(admin, { ...page, search: 'bikes' })).total).toBe(2);
    await deleteInbox(admin, 'returns');
    expect(await refusal(getInbox(admin, 'returns'))).toEqual(['not_found']);
  });

  it('are refused in groups that are not there, with keys that are taken, and by anybody else', async () => {
    expect(await refusal(createInbox(admin, { name: 'X', group: 'nowhere' }))).toEqual([
      'invalid',
      'group unknown_inbox_group',
    ]);
    expect(await refusal(createInbox(admin, { name: 'X', key: 'bikes' }))).toEqual(['invalid', 'key key_taken']);
    const agent = { ...admin, actor: actorOf(desk.account, 'agent') };
    expect(await refusal(createInbox(agent, { name: 'X' }))).toEqual(['forbidden']);
    expect(await refusal(updateInboxGroup(agent, 'shops', { name: 'X' }))).toEqual(['forbidden']);
  });

  it('let go of their tickets only when forced', async () => {
    await createInbox(admin, { name: 'Old' });
    await desk.send(creates({ inbox: 'old' }, { conversation: { id: 'c-old' } }));
    await createWorkflow(admin, {
      name: 'Old ones',
      when: { all: [{ field: 'inbox', operator: 'is', value: ['old'] }] },
      do: [{ action: 'add_tag', tag: 'old' }],
    });
    expect(await refusal(deleteInbox(admin, 'old'))).toEqual([
      'in_use',
      'workflow Old ones',
      `conversation #${(await desk.ticket('c-old')).number}`,
    ]);
    await deleteInbox(admin, 'old', { force: true });
    expect((await desk.ticket('c-old')).inbox_key).toBeNull();
  });
});

describe('inbox groups', () => {
  it('have the inboxes that are named, which leave the group they were in', async () => {
    const created = await createInboxGroup(admin, { name: 'All', inboxes: ['bikes', 'private'] });
    expect(created).toMatchObject({ key: 'all', inboxes: ['bikes', 'private'] });
    expect((await getInboxGroup(admin, 'shops')).inboxes).toEqual([]);
    expect(await updateInboxGroup(admin, 'all', { inboxes: ['private'] })).toMatchObject({ inboxes: ['private'] });
    expect((await getInbox(admin, 'bikes')).group).toBeNull();
    expect(await updateInboxGroup(admin, 'shops', { inboxes: ['bikes'] })).toMatchObject({ inboxes: ['bikes'] });
    expect((await listInboxGroups(admin, page)).items.map(({ key }) => key)).toEqual(['all', 'shops']);
    expect(await refusal(deleteInboxGroup(admin, 'all'))).toEqual(['in_use', 'inbox Private']);
    await deleteInboxGroup(admin, 'all', { force: true });
    expect((await getInbox(admin, 'private')).group).toBeNull();
  });

  it('are what workflows ask from the next event on', async () => {
    await createWorkflow(admin, {
      name: 'Of the shops',
      when: {
        all: [
          { field: 'inbox_group', operator: 'is', value: ['shops'] },
          { field: 'new_message', operator: 'is' },
        ],
      },
      do: [{ action: 'add_tag', tag: 'shop' }],
    });
    const conversation = { id: 'c-shop' };
    await desk.send(creates({ inbox: 'private' }, { conversation }), says('Hello', { conversation }));
    expect((await desk.ticket('c-shop')).tags).toEqual([]);
    await updateInbox(admin, 'private', { group: 'shops' });
    await desk.send(says('Hello again', { conversation }));
    expect((await desk.ticket('c-shop')).tags).toEqual(['shop']);
  });
});
