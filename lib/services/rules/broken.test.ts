import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { LIMITS } from '@/lib/engine/limits';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { testDatabase } from '@/lib/testing/test-database';
import type { Context } from '../context';
import { createGroup } from '../groups/create';
import { deleteGroup } from '../groups/delete';
import * as proactive from '../proactive/verbs';
import * as triggers from '../triggers/verbs';
import * as workflows from '../workflows/verbs';
import { deactivateBeyondLimits } from './deactivate-beyond-limits';

let database: Database;
let close: () => Promise<void>;
let account: TestAccount;
let admin: Context;

beforeAll(async () => {
  const opened = await testDatabase();
  database = opened.database;
  close = opened.close;
  account = await makeAccount(database);
  admin = { db: database, actor: actorOf(account, 'admin') };
});
afterAll(() => close());

let count = 0;
const naming = (group: string, given: object = {}) => ({
  name: `Trigger ${++count}`,
  active: true,
  on: 'conversation_queued',
  when: { all: [{ field: 'group_status', group, operator: 'is', value: 'online' }] },
  do: [{ action: 'add_tags', tags: ['x'] }],
  ...given,
});
const errorOf = async (work: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof AppError)) throw new Error(`Not refused: ${String(error)}`);
  return error;
};
const setVersion = async () => {
  const rows = await database.query<{ version: number }>('select version from rule_sets where account_id = $1', [
    account.accountId,
  ]);
  return rows[0]?.version ?? 0;
};

describe('a rule whose group is deleted', () => {
  it('stands in the way, is marked broken, and works again when the key exists again', async () => {
    await createGroup(admin, { name: 'Nights', key: 'nights' });
    const { id, name } = await triggers.createTrigger(admin, naming('nights'));
    const other = await triggers.createTrigger(admin, naming('support'));

    const refused = await errorOf(deleteGroup(admin, 'nights'));
    expect(refused.code).toBe('in_use');
    expect(refused.details.uses).toEqual([{ kind: 'trigger', id, name }]);

    const before = await setVersion();
    await deleteGroup(admin, 'nights', { force: true });
    expect(await triggers.getTrigger(admin, id)).toMatchObject({
      active: true,
      broken: { reason: 'reference_gone', gone: ['group:nights'] },
    });
    expect((await triggers.getTrigger(admin, other.id)).broken).toBeNull();
    // Every process reads the mark with the rules' delta.
    expect(await setVersion()).toBeGreaterThan(before);
    expect((await triggers.listTriggers(admin, { status: 'broken', page: 1, pageSize: 50 })).total).toBe(1);

    await triggers.deactivateTrigger(admin, id);
    const again = await errorOf(triggers.activateTrigger(admin, id));
    expect([again.code, again.params.gone]).toEqual(['broken_reference', 'group:nights']);

    await createGroup(admin, { name: 'Nights', key: 'nights' });
    expect((await triggers.activateTrigger(admin, id)).broken).toBeNull();
  });

  it('comes back from deletion as broken when its group vanished meanwhile', async () => {
    await createGroup(admin, { name: 'Days', key: 'days' });
    const { id } = await triggers.createTrigger(admin, naming('days', { active: false }));
    await triggers.deleteTrigger(admin, id);
    await deleteGroup(admin, 'days');
    expect((await triggers.restoreTrigger(admin, id)).broken).toEqual({
      reason: 'reference_gone',
      gone: ['group:days'],
    });
  });
});

describe('limits', () => {
  it('deactivate what exceeds them, with the reason, and leave the rest', async () => {
    const { id } = await triggers.createTrigger(admin, naming('support'));
    const other = await triggers.createTrigger(admin, naming('support'));
    const tooMuch = {
      on: 'message_sent',
      do: [{ action: 'add_tags', tags: ['x'] }],
      when: { all: [{ field: 'customer_prev_conversations', operator: 'is', value: 40_000 }] },
    };
    await database.query('update rules set body = $2::text::jsonb where id = $1', [id, JSON.stringify(tooMuch)]);
    expect(await deactivateBeyondLimits(database, account.accountId)).toBe(1);
    expect(await deactivateBeyondLimits(database, account.accountId)).toBe(0);
    expect(await triggers.getTrigger(admin, id)).toMatchObject({
      active: false,
      broken: { reason: 'limit', path: 'when.all[0].value', code: 'too_high' },
    });
    expect((await triggers.getTrigger(admin, other.id)).active).toBe(true);
    const refused = await errorOf(triggers.activateTrigger(admin, id));
    expect([refused.code, refused.params.path, refused.params.maximum]).toEqual([
      'limit_exceeded',
      'when.all[0].value',
      32_000,
    ]);
    const [change] = await database.query(
      `select verb, actor_kind as actor from changes where entity_id = $1 order by id desc limit 1`,
      [id],
    );
    expect(change).toEqual({ verb: 'deactivated', actor: 'system' });
  });

  it('deactivate workflows and messages as they deactivate triggers', async () => {
    const own = await makeAccount(database);
    const context = { db: database, actor: actorOf(own, 'admin') };
    const due = await workflows.createWorkflow(context, {
      name: 'Late',
      when: { all: [{ field: 'ticket_created', operator: 'more_than', value: { amount: 1, unit: 'days' } }] },
      do: [{ action: 'add_tag', tag: 'late' }],
    });
    const kept = await workflows.createWorkflow(context, {
      name: 'Kept',
      when: { all: [{ field: 'new_message', operator: 'is' }] },
      do: [{ action: 'add_tag', tag: 'seen' }],
    });
    const message = await proactive.createMessage(context, {
      ...{ name: 'Cart', brand: 'main', channel: 'web', status: 'live', message: 'Any question?' },
      when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['/cart'] }] },
    });
    const tooLong = 99_999;
    await database.query(
      `update rules set body = jsonb_set(body, '{when,all,0,value,amount}', $2::text::jsonb) where id = $1`,
      [due.id, JSON.stringify(tooLong)],
    );
    await database.query(`update rules set body = jsonb_set(body, '{message}', '""') where id = $1`, [message.id]);

    expect(await deactivateBeyondLimits(database, own.accountId)).toBe(2);
    expect(await deactivateBeyondLimits(database, own.accountId)).toBe(0);
    expect(await workflows.getWorkflow(context, due.id)).toMatchObject({
      active: false,
      broken: { reason: 'limit', path: 'when.all[0].value.amount' },
    });
    expect((await workflows.getWorkflow(context, kept.id)).active).toBe(true);
    expect(await proactive.getMessage(context, message.id)).toMatchObject({ status: 'paused' });
    // What it waited for in time is waited for no more.
    const [{ cursors } = { cursors: -1 }] = await database.query<{ cursors: number }>(
      'select count(*)::int as cursors from time_cursors where account_id = $1',
      [own.accountId],
    );
    expect(cursors).toBe(0);
  });

  it('hold for the number of active triggers, counting what is switched on together', async () => {
    const own = await makeAccount(database);
    const context = { db: database, actor: actorOf(own, 'lead') };
    await database.query(
      `insert into rules (account_id, id, family, name, active, body, changed_in)
        select $1, gen_random_uuid(), 'trigger', 'R' || n, true, '{}', 1 from generate_series(1, ${LIMITS.activeTriggersPerAccount - 1}) n`,
      [own.accountId],
    );
    const first = await triggers.createTrigger(context, naming('support', { active: false }));
    const second = await triggers.createTrigger(context, naming('support', { active: false }));
    const { done, failed } = await triggers.bulkTriggers(context, { verb: 'activate', ids: [first.id, second.id] });
    expect(done).toEqual([first.id]);
    expect(failed).toMatchObject([{ id: second.id, code: 'limit_exceeded', params: { maximum: 10_000 } }]);
    expect((await errorOf(triggers.createTrigger(context, naming('support')))).code).toBe('limit_exceeded');
  });
});
