import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '@/lib/auth/actor';
import { ingest } from '@/lib/runtime/ingest/ingest';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { rulesOnEvent } from '../events/rules-on-event';
import { createTrigger } from '../triggers/verbs';
import { readActivity } from './activity';
import { firedRules } from './fired-rules';
import { listFirings } from './read';

let test: TestDatabase;
let account: TestAccount;
let other: TestAccount;
let admin: Actor;
let salesAgent: Actor;
const now = new Date();
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000).toISOString();
const range = () => ({ from: hours(-2), to: hours(1), unit: 'hour', timeZone: 'Asia/Kolkata' }) as const;

const greet = (value: number, name: string) => ({
  name,
  active: true,
  on: 'conversation_requested',
  when: { all: [{ field: 'queue_size', operator: 'greater_or_equal', value }] },
  do: [{ action: 'add_tags', tags: ['seen'] }],
});
const request = (id: string, name: string) => ({
  id,
  type: 'conversation_requested',
  occurredAt: now.toISOString(),
  channel: 'web',
  conversation: { id: `c-${id}`, group: 'support' },
  customer: { id: `u-${id}`, name, email: `${id}@example.org` },
});

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
  other = await makeAccount(test.database);
  admin = systemActor(account.accountId);
  salesAgent = { ...admin, kind: 'user', role: 'agent', groups: ['sales'] };
  await createTrigger(context(admin), greet(0, 'Always'));
  await createTrigger(context(admin), greet(1_000, 'Never'));
  await createTrigger(context(admin), { ...greet(0, 'On messages'), on: 'message_sent' });
  await ingest(test.database, account.accountId, [request('a', 'Ada Lovelace'), request('b', '100% Bob')]);
});
afterAll(() => test.close());

const context = (actor: Actor) => ({ db: test.database, actor });
const strangers = () => systemActor(other.accountId);

describe('the log', () => {
  it('finds firings by name, address and conversation, wildcards being literal', async () => {
    const found = async (search: string) =>
      (await listFirings(context(admin), { search, limit: 50 })).items.map(({ conversation }) => conversation);
    expect(await found('lovelace')).toEqual(['c-a']);
    expect(await found('B@EXAMPLE')).toEqual(['c-b']);
    expect(await found('c-a')).toEqual(['c-a']);
    expect(await found('%')).toEqual(['c-b']);
  });

  it('counts firings per hour, in the reader’s time zone and with empty hours', async () => {
    const buckets = await readActivity(context(admin), range());
    expect(buckets.length).toBeGreaterThanOrEqual(3);
    expect(buckets.flatMap(({ families }) => families.trigger ?? [])).toEqual([2]);
    expect(new Date(buckets[0]?.at ?? '').getUTCMinutes()).toBe(30);
  });

  it('counts by the same filters as the list', async () => {
    const counted = async (filters: object) =>
      (await readActivity(context(admin), { ...range(), ...filters })).flatMap(
        ({ families }) => families.trigger ?? [],
      );
    expect(await counted({ search: 'ada' })).toEqual([1]);
    expect(await counted({ outcome: 'failed' })).toEqual([]);
    expect(await counted({ family: 'trigger' })).toEqual([2]);
    expect(await counted({ family: 'workflow' })).toEqual([]);
    expect((await listFirings(context(admin), { family: 'workflow', limit: 50 })).items).toEqual([]);
  });

  it('hides what is of other groups and other accounts', async () => {
    expect((await listFirings(context(salesAgent), { limit: 50 })).items).toEqual([]);
    const counts = (actor: Actor) => readActivity(context(actor), range());
    expect((await counts(salesAgent)).flatMap(({ families }) => families.trigger ?? [])).toEqual([]);
    expect((await counts(strangers())).flatMap(({ families }) => families.trigger ?? [])).toEqual([]);
    expect(await firedRules(context(strangers()))).toEqual([]);
  });

  it('offers the rules that fired', async () => {
    expect((await firedRules(context(admin))).map(({ name }) => name)).toEqual(['Always']);
  });
});

describe('the rules of an event', () => {
  it('tells of each whether it fired, and what stopped it', async () => {
    const [first] = (await listFirings(context(admin), { search: 'ada', limit: 1 })).items;
    const { items, more } = await rulesOnEvent(context(admin), first?.event.id ?? '');
    expect(items.map(({ rule, fired, reason }) => [rule.name, fired, reason])).toEqual([
      ['Always', true, null],
      ['Never', false, 'conditions'],
    ]);
    expect(items[1]?.trace).toMatchObject({ verdict: 'unmet', all: [{ expected: 1_000 }] });
    expect(items[1]?.checks.filter(({ passed }) => !passed)).toEqual([{ check: 'conditions', passed: false }]);
    expect(more).toBe(0);
  });

  it('is nobody else’s business', async () => {
    const [first] = (await listFirings(context(admin), { limit: 1 })).items;
    const event = first?.event.id ?? '';
    await expect(rulesOnEvent(context(salesAgent), event)).rejects.toMatchObject({ code: 'not_found' });
    await expect(rulesOnEvent(context(strangers()), event)).rejects.toMatchObject({ code: 'not_found' });
  });
});
