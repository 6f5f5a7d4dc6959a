import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changes, customerIdentities, customers, suspensions } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError } from '@/lib/contracts/app-error';
import type { CustomerQuery } from '@/lib/contracts/customer';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { getCustomer, listCustomers, listCustomerTags } from './read';
import { updateCustomer } from './update';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  home = await makeAccount(test.database);
  elsewhere = await makeAccount(test.database);
  await fill(home);
  await fill(elsewhere);
});
afterAll(() => test.close());

const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });
const hour = (hours: number) => new Date(Date.UTC(2026, 10, 12, hours));

async function fill({ accountId }: TestAccount): Promise<void> {
  const person = (extId: string, more: Partial<typeof customers.$inferInsert>) => ({
    ...{ accountId, id: uuidV7(), extId, firstSeenAt: hour(0), lastSeenAt: hour(1) },
    ...more,
  });
  const zoe = person('u-zoe', {
    name: 'Zoë Ångström',
    email: 'zoe@example.org',
    emailVerified: true,
    tags: ['vip', 'b2b'],
  });
  const ben = person('u-ben', { name: 'Ben_50%', suspended: 'all', lastSeenAt: hour(3), firstSeenAt: hour(2) });
  const nobody = person('s-1', { anonymous: true, tags: ['new'], lastSeenAt: hour(5) });
  const merged = person('s-2', { anonymous: true, mergedInto: zoe.id, tags: ['old'] });
  await test.database.drizzle.insert(customers).values([zoe, ben, nobody, merged]);
  await test.database.drizzle.insert(customerIdentities).values([
    { accountId, kind: 'external', value: 'crm-4711', customerId: zoe.id },
    { accountId, kind: 'session', value: 'session-secret', customerId: nobody.id },
  ]);
  const suspension = {
    accountId,
    customerId: ben.id,
    byKind: 'rule' as const,
    byId: 'r',
    byName: 'No insults',
    at: hour(3),
  };
  await test.database.drizzle.insert(suspensions).values([
    { ...suspension, id: uuidV7(), scope: 'messaging', reason: 'Once', liftedAt: hour(4), liftedByName: 'Lea Lead' },
    { ...suspension, id: uuidV7(), scope: 'all', reason: 'Insults' },
  ]);
}

const keys = async (query: Partial<CustomerQuery>, context = as('agent')) => {
  const { items, total } = await listCustomers(context, { page: 1, pageSize: 50, ...query });
  expect(total).toBe(items.length);
  return items.map(({ key }) => key);
};

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
  }
}

describe('the list', () => {
  it('shows the last seen first, and nobody who was merged or belongs to another account', async () => {
    expect(await keys({})).toEqual(['s-1', 'u-ben', 'u-zoe']);
    expect(await keys({ sort: 'name' })).toEqual(['u-ben', 's-1', 'u-zoe']);
    expect(await keys({ sort: 'created', order: 'asc' })).not.toEqual(await keys({ sort: 'created' }));
  });

  it.each([
    ['a name', 'ångs', ['u-zoe']],
    ['an address', 'ZOE@example', ['u-zoe']],
    ['an external id', 'crm-47', ['u-zoe']],
    ['the id of an event', 'u-be', ['u-ben']],
    ['wildcards, which are literal', '_50%', ['u-ben']],
    ['the secret of a session', 'session-secret', []],
  ])('is searched by %s', async (_by, search, found) => {
    expect(await keys({ search })).toEqual(found);
  });

  it.each<[string, Partial<CustomerQuery>, string[]]>([
    ['identified', { kind: 'identified' }, ['u-ben', 'u-zoe']],
    ['anonymous', { kind: 'anonymous' }, ['s-1']],
    ['suspended', { suspended: true }, ['u-ben']],
    ['not suspended', { suspended: false }, ['s-1', 'u-zoe']],
    ['with a tag', { tag: 'vip' }, ['u-zoe']],
    ['seen since', { seenAfter: '2026-11-12T03:00:00Z' }, ['s-1', 'u-ben']],
    ['not seen since', { seenBefore: '2026-11-12T04:00:00+01:00' }, ['u-zoe']],
    ['several at once', { kind: 'identified', suspended: false, search: 'zo' }, ['u-zoe']],
  ])('keeps those who are %s', async (_name, query, found) => {
    expect(await keys(query)).toEqual(found);
  });

  it('is paged', async () => {
    const { items, total } = await listCustomers(as('agent'), { page: 2, pageSize: 2 });
    expect([items.map(({ key }) => key), total]).toEqual([['u-zoe'], 3]);
  });

  it('tells who suspended whom and why', async () => {
    const { items } = await listCustomers(as('agent'), { page: 1, pageSize: 1, suspended: true });
    expect(items[0]?.suspension).toEqual({
      ...{ scope: 'all', reason: 'Insults', by: { kind: 'rule', id: 'r', name: 'No insults' } },
      at: '2026-11-12T03:00:00.000Z',
    });
  });

  it('knows the tags that are in use', async () => {
    expect(await listCustomerTags(as('agent'))).toEqual(['b2b', 'new', 'vip']);
  });
});

describe('a customer', () => {
  it('is found by the caller’s id, by uuid, and by the id of who was merged into it', async () => {
    const zoe = await getCustomer(as('agent'), 'u-zoe');
    expect(zoe).toMatchObject({ name: 'Zoë Ångström', tags: ['vip', 'b2b'], suspension: null, conversations: 0 });
    expect(zoe.identities).toMatchObject([{ kind: 'external', value: 'crm-4711' }]);
    expect(await getCustomer(as('agent'), zoe.id)).toEqual(zoe);
    expect(await getCustomer(as('agent'), 's-2')).toEqual(zoe);
  });

  it('keeps the suspensions that were lifted', async () => {
    const ben = await getCustomer(as('agent'), 'u-ben');
    expect(ben.liftedSuspensions).toMatchObject([
      { reason: 'Once', liftedBy: 'Lea Lead', liftedAt: hour(4).toISOString() },
    ]);
  });

  it('of another account does not exist', async () => {
    const { id } = await getCustomer(as('admin', elsewhere), 'u-zoe');
    expect(await codeOf(getCustomer(as('admin'), id))).toBe('not_found');
    expect(await codeOf(updateCustomer(as('admin'), id, { tags: [] }))).toBe('not_found');
  });
});

describe('a change', () => {
  it('keeps what it leaves out, and stands in the history', async () => {
    const before = await getCustomer(as('agent'), 'u-zoe');
    const after = await updateCustomer(as('agent'), 'u-zoe', { tags: ['vip', 'press', 'vip'], language: 'fr-CA' });
    expect(after).toEqual({ ...before, tags: ['vip', 'press'], language: 'fr-CA' });
    const [row] = await test.database.drizzle
      .select()
      .from(changes)
      .where(and(eq(changes.accountId, home.accountId), eq(changes.entityId, after.id)));
    expect(row).toMatchObject({
      ...{ actorName: 'Amin Agent', entityKind: 'customer', entityName: 'Zoë Ångström', verb: 'updated' },
      ...{ before: { tags: ['vip', 'b2b'], language: null }, after: { tags: ['vip', 'press'], language: 'fr-CA' } },
    });
  });

  it('of the address makes it one that nobody has verified; of its spelling alone does not', async () => {
    expect(await updateCustomer(as('lead'), 'u-zoe', { email: 'Zoe@example.org' })).toMatchObject({
      emailVerified: true,
    });
    expect(await updateCustomer(as('lead'), 'u-zoe', { email: 'z@example.org' })).toMatchObject({
      emailVerified: false,
    });
    expect(await updateCustomer(as('lead'), 'u-zoe', { email: null, name: null })).toMatchObject({
      email: null,
      name: null,
    });
  });

  it.each<[object, string]>([
    [{ email: 'zoé@example.org' }, 'invalid email:email_not_ascii'],
    [{ email: 'nothing' }, 'invalid email:bad_format'],
    [{ language: 'fr!' }, 'invalid language:bad_format'],
    [{ tags: ['ok', ''] }, 'invalid tags[1]:required'],
    [{ tags: Array.from({ length: 31 }, String) }, 'invalid tags:too_many'],
    [{ suspended: null }, 'invalid suspended:unknown_key'],
  ])('%j says where it is wrong', async (change, code) => {
    expect(await codeOf(updateCustomer(as('admin'), 'u-ben', change))).toBe(code);
  });
});
