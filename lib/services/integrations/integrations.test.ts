import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { IntegrationChange, IntegrationInput } from '@/lib/contracts/integration';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listChanges } from '../changes/list';
import type { Context } from '../context';
import { failingIntegrations } from '../home/failing-integrations';
import { createWorkflow } from '../workflows/verbs';
import { createIntegration } from './create';
import { deleteIntegration } from './delete';
import { getIntegration, listIntegrations } from './read';
import { readSecrets } from './stored';
import { updateIntegration } from './update';

let test: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  vi.stubEnv('SIGNALBOX_SECRET', 'a secret of at least thirty-two characters');
  test = await testDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
});
beforeEach(async () => {
  account = await makeAccount(test.database);
});

const as = (role: Role, of = account): Context => ({ db: test.database, actor: actorOf(of, role) });
const base: IntegrationInput = { kind: 'base', name: 'Base', settings: {}, secrets: { token: 'TOKEN-1234567' } };
const model: IntegrationInput = {
  ...{ kind: 'ai', name: 'Model', secrets: { key: 'sk-987654' } },
  settings: { address: 'https://api.example.com/v1', model: 'small' },
};

async function refused(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
    return ['nothing was refused'];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.issues.length > 0 ? error.issues.map(({ path, code }) => `${path} ${code}`) : [error.code];
  }
}

describe('an integration', () => {
  it('is kept with its defaults, and its secrets are told by name alone', async () => {
    const created = await createIntegration(as('admin'), model);
    expect(created).toMatchObject({
      ...{ key: 'model', kind: 'ai', secrets: ['key'], active: true, version: 1 },
      settings: { address: 'https://api.example.com/v1', model: 'small', tokensPerMessage: 600, analyse: false },
      health: { state: 'unknown', lastError: null },
    });
    const rows = await test.database.query('select * from integrations where account_id = $1', [account.accountId]);
    const { items } = await listChanges(as('admin'), { limit: 10, kind: 'integration' });
    const all = JSON.stringify([created, rows, items, await listIntegrations(as('agent'), { page: 1, pageSize: 9 })]);
    expect(all).not.toContain('sk-987654');
    expect(await readSecrets(test.database, account.accountId, created.id)).toEqual({ key: 'sk-987654' });
  });

  it('keeps what a change leaves out, and says in the history that a secret was renewed', async () => {
    await createIntegration(as('admin'), model);
    const change = (input: IntegrationChange) => updateIntegration(as('admin'), 'model', input);
    expect((await change({ settings: { model: 'large' } })).settings).toMatchObject({
      ...{ address: 'https://api.example.com/v1', model: 'large' },
    });
    expect((await change({ secrets: { key: 'sk-new-one' } })).secrets).toEqual(['key']);
    const [latest] = (await listChanges(as('admin'), { limit: 1, kind: 'integration' })).items;
    expect(latest).toMatchObject({ verb: 'updated', after: { renewed: ['key'] } });
    expect((await change({ secrets: { key: null } })).secrets).toEqual([]);
    expect((await change({ active: false })).health.state).toBe('inactive');
  });

  it('refuses what its kind does not know, by place', async () => {
    const create = (input: object) => refused(createIntegration(as('admin'), input as IntegrationInput));
    expect(await create({ name: 'X' })).toEqual(['kind required']);
    expect(await create({ ...model, settings: { address: 'nowhere', model: '' } })).toEqual([
      'settings.address bad_format',
      'settings.model required',
    ]);
    expect(await create({ ...model, settings: { ...model.settings, colour: 'red' } })).toEqual([
      'settings.colour unknown_key',
    ]);
    expect(await create({ ...base, secrets: {} })).toEqual(['secrets.token required']);
    expect(await create({ ...base, settings: { address: 'https://me:secret@example.com' } })).toEqual([
      'settings.address credentials_in_address',
    ]);
    await createIntegration(as('admin'), model);
    const change = (input: object) => refused(updateIntegration(as('admin'), 'model', input));
    expect(await change({ settings: { tokensPerMessage: 1 } })).toEqual(['settings.tokensPerMessage too_low']);
    expect(await change({ secrets: { password: 'x' } })).toEqual(['secrets.password unknown_key']);
    expect(await change({ name: 'Mine', version: 7 })).toEqual(['stale_version']);
  });

  it('is one of its kind where an account connects one, and any number of sources', async () => {
    await createIntegration(as('admin'), base);
    expect(await refused(createIntegration(as('admin'), base))).toEqual(['kind only_one']);
    const source = { kind: 'source', name: 'Allegro PL', settings: {} };
    expect((await createIntegration(as('admin'), source)).key).toBe('allegro-pl');
    expect((await createIntegration(as('admin'), source)).key).toBe('allegro-pl-2');
  });

  it('is the account’s own, and changed by administrators', async () => {
    await createIntegration(as('admin'), base);
    for (const role of ['lead', 'agent'] as const) {
      expect(await refused(createIntegration(as(role), model))).toEqual(['forbidden']);
      expect(await refused(updateIntegration(as(role), 'base', { name: 'X' }))).toEqual(['forbidden']);
      expect(await refused(deleteIntegration(as(role), 'base'))).toEqual(['forbidden']);
    }
    const other = await makeAccount(test.database);
    expect(await refused(getIntegration(as('admin', other), 'base'))).toEqual(['not_found']);
    expect(await refused(deleteIntegration(as('admin', other), 'base'))).toEqual(['not_found']);
  });
});

describe('deleting one', () => {
  it('tells what uses it first: rules that name it, and active workflows that need it', async () => {
    await createIntegration(as('admin'), base);
    await createIntegration(as('admin'), { kind: 'source', name: 'Allegro', settings: {} });
    const when = { all: [{ field: 'integration', operator: 'is', value: 'allegro' }] };
    await createWorkflow(as('lead'), {
      name: 'From Allegro',
      when,
      do: [{ action: 'set_base_order_status', status: '1' }],
    });
    const uses = async (key: string) => {
      const error = await deleteIntegration(as('admin'), key).catch((thrown: unknown) => thrown);
      return error instanceof AppError ? error.details.uses?.map(({ name }) => name) : error;
    };
    expect(await uses('allegro')).toEqual(['From Allegro']);
    expect(await uses('base')).toEqual(['From Allegro']);
    await deleteIntegration(as('admin'), 'allegro', { force: true });
    const [rule] = await test.database.query('select broken from rules where account_id = $1', [account.accountId]);
    expect(rule).toMatchObject({ broken: { gone: ['integration:allegro'] } });
    await createIntegration(as('admin'), { kind: 'source', name: 'Allegro', settings: {} });
    const [healed] = await test.database.query('select broken from rules where account_id = $1', [account.accountId]);
    expect(healed?.broken).toBeNull();
  });
});

describe('home', () => {
  it('names what is connected and does not work', async () => {
    const { id } = await createIntegration(as('admin'), base);
    expect(await failingIntegrations(as('agent'))).toEqual([]);
    await test.database.query(`update integrations set state = '{"lastError": "timed_out"}' where id = $1`, [id]);
    expect(await failingIntegrations(as('agent'))).toEqual([{ id, name: 'Base', lastError: 'timed_out' }]);
    await updateIntegration(as('admin'), 'base', { secrets: { token: 'another-token' } });
    expect(await failingIntegrations(as('agent'))).toEqual([]);
  });
});

describe('a mailbox', () => {
  const mailbox: IntegrationInput = {
    ...{ kind: 'mail', name: 'Support', secrets: { password: 'correct-horse' } },
    settings: {
      ...{
        address: 'support@shop.example',
        user: 'support',
        imapHost: 'imap.shop.example',
        smtpHost: 'smtp.shop.example',
      },
      ...{ inbox: 'nowhere', group: 'sales' },
    },
  };
  const write = (state: object) =>
    test.database.query('update integrations set state = $2::text::jsonb where account_id = $1', [
      account.accountId,
      JSON.stringify(state),
    ]);

  it('says when it was read last, what was left aside, newest first, and which settings name nothing', async () => {
    const created = await createIntegration(as('admin'), mailbox);
    expect(created.health).toMatchObject({ lastFetchAt: null, problems: [], missing: ['inbox'] });
    const [early, late] = ['2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z'];
    await write({
      ...{ lastFetchAt: late, lastSuccessAt: early, holder: 'somebody' },
      problems: [
        { uid: 3, at: early, code: 'no_sender' },
        { uid: 9, at: late, code: 'mail_too_large' },
      ],
    });
    const { health } = await getIntegration(as('agent'), 'support');
    expect(health).toMatchObject({ state: 'working', lastFetchAt: late, missing: ['inbox'] });
    expect(health.problems).toEqual([
      { at: late, code: 'mail_too_large' },
      { at: early, code: 'no_sender' },
    ]);
    const settings = { ...created.settings, inbox: '', group: 'gone' };
    const changed = await updateIntegration(as('admin'), 'support', { settings });
    expect(changed.health.missing).toEqual(['group']);
    expect((await listIntegrations(as('lead'), { page: 1, pageSize: 9 })).items[0]?.health.missing).toEqual(['group']);
  });
});
