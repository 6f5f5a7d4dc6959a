import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '@/lib/auth/actor';
import { makeConversationRows } from '@/lib/testing/conversation-rows';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { recordSighting } from '../channels/sightings';
import { brokenRules } from './broken-rules';
import { readFirstSteps } from './first-steps';
import { mostFired } from './most-fired';
import { readOverview } from './overview';
import { nextWaits } from './waiting';

let test: TestDatabase;
let account: TestAccount;
let fresh: TestAccount;
let admin: Actor;
let salesAgent: Actor;
const dayAgo = new Date(Date.now() - 86_400_000).toISOString();

beforeAll(async () => {
  test = await testDatabase();
  account = await makeAccount(test.database);
  fresh = await makeAccount(test.database);
  admin = systemActor(account.accountId);
  salesAgent = { ...admin, kind: 'user', role: 'agent', groups: ['sales'] };
  await makeConversationRows(test.database, account.accountId);
});
afterAll(() => test.close());

const context = (actor: Actor) => ({ db: test.database, actor });

describe('home', () => {
  it('tells what runs, waits and queues', async () => {
    const overview = await readOverview(context(admin));
    expect(overview.rules).toEqual({ active: 1, broken: 0, byFamily: { trigger: 1, proactive: 0, workflow: 0 } });
    expect(overview.waiting).toMatchObject({ count: 1, overdue: 0, nextDueAt: expect.any(String) });
    expect(overview.queue).toEqual({ count: 0, since: null });
  });

  it('raises the alarm when a wait is overdue', async () => {
    await test.database.query(
      `update firing_steps set due_at = now() - interval '2 minutes' where account_id = $1 and state = 'waiting'`,
      [account.accountId],
    );
    expect((await readOverview(context(admin))).waiting.overdue).toBe(1);
  });

  it('names the next waits with what follows', async () => {
    expect(await nextWaits(context(admin))).toMatchObject([{ customer: 'Zoë', next: 'send_message' }]);
  });

  it('counts firings by rule', async () => {
    expect(await mostFired(context(admin), dayAgo)).toMatchObject([{ fired: 2, failed: 0 }]);
  });

  it('lists what is broken', async () => {
    await test.database.query(
      `update rules set active = false, broken = '{"reason":"reference_gone","gone":["group:repairs"]}' where account_id = $1`,
      [account.accountId],
    );
    expect(await brokenRules(context(admin))).toMatchObject([
      { family: 'trigger', broken: { gone: ['group:repairs'] } },
    ]);
    expect((await readOverview(context(admin))).rules.broken).toBeGreaterThan(0);
  });

  it('counts workflows and messages beside triggers, and lists them when they are broken', async () => {
    const { accountId } = fresh;
    await test.database.query(
      `insert into rules (account_id, id, family, name, active, body, broken, changed_in)
        select $1, gen_random_uuid(), r.family, r.family || row_number() over (), true, '{}', r.broken::jsonb, 1 from (values ('trigger', null), ('workflow', null),
          ('workflow', '{"reason":"reference_gone","gone":["agent:ada"]}'), ('proactive', null)) r(family, broken)`,
      [accountId],
    );
    const other = context(systemActor(accountId));
    expect((await readOverview(other)).rules).toEqual({
      active: 4,
      broken: 1,
      byFamily: { trigger: 1, proactive: 1, workflow: 2 },
    });
    expect(await brokenRules(other)).toMatchObject([{ family: 'workflow', broken: { gone: ['agent:ada'] } }]);
    await test.database.query('delete from rules where account_id = $1', [accountId]);
  });

  it('ticks the first steps by what the data say', async () => {
    const steps = await readFirstSteps(context(admin));
    expect(steps.map(({ step, done }) => [step, done])).toEqual([
      ['activate', false],
      ['widget', false],
      ['token', false],
      ['event', true],
      ['firing', true],
      ['invite', true],
    ]);
    const { accountId, channels } = account;
    const seen = { accountId, channelId: channels.web, origin: 'https://shop.example.com' };
    await recordSighting(test.database, { ...seen, allowed: false });
    expect((await readFirstSteps(context(admin))).find(({ step }) => step === 'widget')?.done).toBe(false);
    await recordSighting(test.database, { ...seen, allowed: true });
    expect((await readFirstSteps(context(admin))).find(({ step }) => step === 'widget')?.done).toBe(true);
    expect((await readFirstSteps(context(salesAgent))).filter(({ mine }) => mine).map(({ step }) => step)).toEqual([
      'firing',
    ]);
  });

  it('shows agents their groups only, and other accounts nothing', async () => {
    for (const actor of [salesAgent, systemActor(fresh.accountId)]) {
      expect((await readOverview(context(actor))).waiting.count).toBe(0);
      expect(await nextWaits(context(actor))).toEqual([]);
      expect(await mostFired(context(actor), dayAgo)).toEqual([]);
    }
    expect(await brokenRules(context(systemActor(fresh.accountId)))).toEqual([]);
    const steps = await readFirstSteps(context(systemActor(fresh.accountId)));
    expect(steps.filter(({ done }) => done).map(({ step }) => step)).toEqual(['invite']);
  });
});
