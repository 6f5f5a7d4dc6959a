import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';
import { listChanges } from '@/lib/services/changes/list';
import type { Context } from '@/lib/services/context';
import { listMessages } from '@/lib/services/conversations/read';
import { listFirings } from '@/lib/services/firings/read';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { fakeClock } from '@/lib/testing/fake-clock';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { replyToConversation } from '../conversations/reply';
import { ingest } from '../ingest/ingest';
import { addRule } from '../testing/add-rule';
import { runDue } from '../worker/run-due';
import { cancelRest, continueNow } from './wait-by-hand';

let test: TestDatabase;
let account: TestAccount;
const clock = fakeClock('2026-11-21T10:00:00.000Z');

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  account = await makeAccount(test.database);
  await addRule(test.database, account.accountId, {
    ...{ name: 'Patient', on: 'message_sent', once: true },
    when: { all: [{ field: 'sender_type', operator: 'is', value: 'customer' }] },
    do: [
      { action: 'wait', seconds: 3_600, unless: ['agent_replied'] },
      { action: 'send_message', sender: 'Shop', text: 'Still there?' },
      { action: 'wait', seconds: 60 },
      { action: 'add_tags', tags: ['patient'] },
    ],
  });
});

const as = (role: Role, of = account): Context => ({ db: test.database, actor: actorOf(of, role) });
let count = 0;

/** A customer writes, and the rule waits. Answers the firing. */
async function waiting(): Promise<string> {
  const id = `e-${++count}`;
  const message = { id: `m-${count}`, text: 'Hello', sender: { type: 'customer' } };
  const said = { type: 'message_sent', occurredAt: clock.current.toISOString(), channel: 'web', message };
  const event = { ...said, id, conversation: { id: 'c-1', group: 'support' }, customer: { id: 'u-1' } };
  const { results } = await ingest(test.database, account.accountId, [event], { clock });
  const firing = results[0]?.firings?.[0]?.firing;
  if (!firing) throw new Error('The rule did not fire');
  return firing;
}

const texts = async () =>
  (await listMessages(as('lead'), 'c-1', { after: 0, limit: 20 })).items.map(({ text }) => text);

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, error.params.reason].filter(Boolean).join(' ');
  }
}

describe('a wait that somebody ends', () => {
  it('goes on at once to the next wait, and the worker does not do it again', async () => {
    const id = await waiting();
    const firing = await continueNow(as('lead'), id, { clock });
    expect(firing.outcome).toBe('waiting');
    expect(firing.steps.map(({ state }) => state)).toEqual(['done', 'done', 'waiting', 'pending']);
    expect(await texts()).toEqual(['Hello', 'Still there?']);
    clock.advance(3_600_000);
    await runDue(test.database, clock);
    expect(await texts()).toEqual(['Hello', 'Still there?']);
    expect(await codeOf(continueNow(as('lead'), id, { clock }))).toBe('conflict no_longer_waits');
    expect(await audit(test.database, { now: clock.current })).toEqual([]);
  });

  it('stops where the rule says that it stops', async () => {
    const id = await waiting();
    await replyToConversation(as('agent'), 'c-1', { text: 'I am here' }, { clock });
    const firing = await continueNow(as('lead'), id, { clock });
    expect([firing.outcome, firing.reason]).toEqual(['stopped', 'agent_replied']);
    expect(await texts()).toEqual(['Hello', 'I am here']);
  });
});

describe('a firing that somebody cancels', () => {
  it('does nothing more, names who did it, and may fire again on the ticket', async () => {
    const id = await waiting();
    const firing = await cancelRest(as('lead'), id, { clock });
    expect([firing.outcome, firing.reason]).toEqual(['cancelled', 'cancelled_by_hand']);
    expect(firing.steps.map(({ state, result }) => [state, result?.by])).toEqual(
      firing.steps.map(() => ['cancelled', 'Lea Lead']),
    );
    clock.advance(7_200_000);
    await runDue(test.database, clock);
    expect(await texts()).toEqual(['Hello']);
    expect(await waiting()).not.toBe(id);
    expect(await audit(test.database, { now: clock.current })).toEqual([]);
  });

  it('keeps what it has done', async () => {
    const id = await waiting();
    await continueNow(as('lead'), id, { clock });
    const firing = await cancelRest(as('lead'), id, { clock });
    expect(firing.steps.map(({ state }) => state)).toEqual(['done', 'done', 'cancelled', 'cancelled']);
    const { items } = await listChanges(as('lead'), { limit: 10, kind: 'firing' });
    expect(items.map(({ verb, subject, actor }) => [verb, subject.name, actor.name])).toEqual([
      ['cancelled', 'Patient', 'Lea Lead'],
      ['continued', 'Patient', 'Lea Lead'],
    ]);
    expect(await codeOf(cancelRest(as('lead'), id, { clock }))).toBe('conflict no_longer_waits');
  });
});

describe.each([
  ['continueNow', continueNow],
  ['cancelRest', cancelRest],
])('%s', (_name, verb) => {
  it('is for leads of the account alone, and leaves no mark when refused', async () => {
    const id = await waiting();
    expect(await codeOf(verb(as('agent'), id))).toBe('forbidden');
    expect(await codeOf(verb(as('admin', await makeAccount(test.database)), id))).toBe('not_found');
    expect(await codeOf(verb(as('lead'), 'nothing'))).toBe('not_found');
    expect((await listFirings(as('lead'), { limit: 5 })).items[0]?.outcome).toBe('waiting');
    expect((await listChanges(as('lead'), { limit: 10, kind: 'firing' })).items).toEqual([]);
  });
});
