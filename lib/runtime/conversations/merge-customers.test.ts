import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changes, customerIdentities, customers } from '@/db/schema';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';
import { type Hint, hintBus } from '@/lib/runtime/hints';
import { ingest } from '@/lib/runtime/ingest/ingest';
import type { Context } from '@/lib/services/context';
import { previewMerge } from '@/lib/services/customers/merge-preview';
import { getCustomer } from '@/lib/services/customers/read';
import { updateCustomer } from '@/lib/services/customers/update';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { mergeByHand } from './merge-customers';
import { suspendCustomer } from './suspension';

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  account = await makeAccount(test.database);
  await wrote(account, 'visitor', 'c-1', { language: 'fr' });
  await wrote(account, 'u-ada', 'c-2', { name: 'Ada' });
  await test.database.drizzle
    .update(customers)
    .set({ anonymous: true, tags: ['new', 'vip'] })
    .where(and(eq(customers.accountId, account.accountId), eq(customers.extId, 'visitor')));
  await updateCustomer(as('admin'), 'u-ada', { tags: ['vip'] });
});

const as = (role: Role, of = account): Context => ({ db: test.database, actor: actorOf(of, role) });

async function wrote({ accountId }: TestAccount, customer: string, conversation: string, said: object): Promise<void> {
  const { results } = await ingest(test.database, accountId, [
    {
      ...{ id: `e-${conversation}`, type: 'message_sent', occurredAt: new Date().toISOString(), channel: 'web' },
      ...{ conversation: { id: conversation }, customer: { id: customer, ...said } },
      message: { id: `m-${conversation}`, text: 'Hi', sender: { type: 'customer' } },
    },
  ]);
  expect(results[0]?.status).toBe('accepted');
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, params, issues } = error;
    return [code, params.reason, ...issues.map((issue) => `${issue.path}:${issue.code}`)].filter(Boolean).join(' ');
  }
}

describe('a merge by hand', () => {
  it('says before what it will do, and does it', async () => {
    const visitor = await getCustomer(as('lead'), 'visitor');
    await test.database.drizzle
      .insert(customerIdentities)
      .values({ accountId: account.accountId, kind: 'session', value: 's', customerId: visitor.id });
    const preview = await previewMerge(as('lead'), 'visitor', 'u-ada');
    expect(preview).toMatchObject({
      from: { key: 'visitor' },
      into: { key: 'u-ada' },
      moves: { conversations: 1, messages: 1, attachments: 0, firings: 0, identities: 1, sessions: 0 },
      ...{ fills: ['language'], tags: ['new'], suspension: null },
    });
    const hints: Hint[] = [];
    hintBus().on('hint', (hint) => hints.push(hint));
    const merged = await mergeByHand(as('lead'), 'visitor', { into: 'u-ada' });
    expect(merged).toMatchObject({ key: 'u-ada', name: 'Ada', language: 'fr', tags: ['new', 'vip'], conversations: 2 });
    expect(await getCustomer(as('agent'), 'visitor')).toEqual(merged);
    expect(hints.map(({ topic }) => topic)).toEqual(['conversation', 'customer']);
    const [row] = await test.database.drizzle
      .select()
      .from(changes)
      .where(eq(changes.entityId, merged.id))
      .orderBy(desc(changes.id));
    expect(row).toMatchObject({ verb: 'merged', actorName: 'Lea Lead', after: { from: 'visitor', conversations: 1 } });
  });

  it('carries a suspension over, and says so before', async () => {
    await suspendCustomer(as('lead'), 'visitor', { scope: 'messaging', reason: 'Spam' });
    expect(await previewMerge(as('lead'), 'visitor', 'u-ada')).toMatchObject({ suspension: 'messaging' });
    const merged = await mergeByHand(as('lead'), 'visitor', { into: 'u-ada' });
    expect(merged.suspension).toMatchObject({ scope: 'messaging', reason: 'Spam' });
  });

  it('joins an anonymous customer to an identified one, nothing else', async () => {
    await wrote(account, 'other', 'c-3', {});
    const verbs = [
      (from: string, into: string) => previewMerge(as('admin'), from, into),
      (from: string, into: string) => mergeByHand(as('admin'), from, { into }),
    ];
    for (const verb of verbs) {
      expect(await codeOf(verb('u-ada', 'other'))).toBe('conflict not_anonymous');
      expect(await codeOf(verb('visitor', 'visitor'))).toBe('conflict same_customer');
      expect(await codeOf(verb('visitor', 'nobody'))).toBe('invalid into:unknown_customer');
      expect(await codeOf(verb('nobody', 'u-ada'))).toBe('not_found');
    }
    await test.database.drizzle
      .update(customers)
      .set({ anonymous: true })
      .where(and(eq(customers.accountId, account.accountId), eq(customers.extId, 'other')));
    expect(await codeOf(mergeByHand(as('admin'), 'visitor', { into: 'other' }))).toBe('invalid into:not_identified');
  });

  it('is for leads, and never reaches another account', async () => {
    expect(await codeOf(previewMerge(as('agent'), 'visitor', 'u-ada'))).toBe('forbidden');
    expect(await codeOf(mergeByHand(as('agent'), 'visitor', { into: 'u-ada' }))).toBe('forbidden');
    const elsewhere = await makeAccount(test.database);
    await wrote(elsewhere, 'u-theirs', 'c-1', {});
    const theirs = await getCustomer(as('admin', elsewhere), 'u-theirs');
    expect(await codeOf(mergeByHand(as('admin'), 'visitor', { into: theirs.id }))).toBe(
      'invalid into:unknown_customer',
    );
    expect(await codeOf(mergeByHand(as('admin', elsewhere), 'visitor', { into: theirs.id }))).toBe('not_found');
  });
});
