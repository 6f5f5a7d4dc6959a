import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listChanges } from '../changes/list';
import { deleteChannel } from '../channels/delete';
import type { Context } from '../context';
import { createChannelKey } from './create';
import { deleteChannelKey } from './delete';
import { listChannelKeys } from './read';
import { updateChannelKey } from './update';
import { testCustomerJwt, verifyCustomerJwt } from './verify';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
  home = await makeAccount(test.database);
  elsewhere = await makeAccount(test.database);
});
afterAll(() => test.close());

const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });
const lastChange = async () => (await listChanges(as('admin'), { limit: 1 })).items[0];
const sign = (secret: string, claims = {}) =>
  new SignJWT({ external_id: 'u-1', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
  }
}

const verbs: Record<string, (context: Context, key: string) => Promise<unknown>> = {
  list: (c) => listChannelKeys(c, 'web'),
  create: (c) => createChannelKey(c, 'web', { name: 'A' }),
  update: (c, key) => updateChannelKey(c, 'web', key, { name: 'A' }),
  delete: (c, key) => deleteChannelKey(c, 'web', key),
  test: (c) => testCustomerJwt(c, 'web', { jwt: 'a.b.c' }),
};

describe.each(Object.entries(verbs))('%s', (_name, verb) => {
  it.each<Role>(['lead', 'agent'])('is refused to a %s', async (role) => {
    expect(await codeOf(verb(as(role), 'x'))).toBe('forbidden');
  });
});

describe('signing keys', () => {
  it('show their secret once, keep it encrypted, and leave none in the history', async () => {
    const { secret, ...stored } = await createChannelKey(as('admin'), 'web', { name: 'Shop' });
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await lastChange()).toMatchObject({ kind: 'channel_key', verb: 'created', subject: { name: 'Shop' } });
    expect(JSON.stringify(await lastChange())).not.toContain(secret);
    const [row] = await test.database.query<{ stored: string }>(
      'select secret_encrypted as stored from channel_keys where id = $1',
      [stored.id],
    );
    expect(row?.stored).not.toContain(secret);
    expect((await listChannelKeys(as('admin'), 'web')).items).toEqual([stored]);

    const renamed = await updateChannelKey(as('admin'), home.channels.web, stored.id, { name: 'Shop 2' });
    expect(renamed).toEqual({ ...stored, name: 'Shop 2' });
    expect(await lastChange()).toMatchObject({ verb: 'updated', before: { name: 'Shop' }, after: { name: 'Shop 2' } });
    expect(await updateChannelKey(as('admin'), 'web', stored.id, {})).toEqual(renamed);
    await deleteChannelKey(as('admin'), 'web', stored.id);
    expect(await lastChange()).toMatchObject({ verb: 'deleted', before: { name: 'Shop 2' } });
    expect(await codeOf(deleteChannelKey(as('admin'), 'web', stored.id))).toBe('not_found');
  });

  it('belong to one channel of one account', async () => {
    const { id } = await createChannelKey(as('admin'), 'web', { name: 'Mine' });
    const stranger = as('admin', elsewhere);
    const attempts = [
      ...[updateChannelKey(as('admin'), 'api', id, {}), deleteChannelKey(as('admin'), 'api', id)],
      ...[updateChannelKey(stranger, 'web', id, {}), deleteChannelKey(stranger, 'web', id)],
      ...[listChannelKeys(stranger, home.channels.web), createChannelKey(stranger, home.channels.web, { name: 'A' })],
      testCustomerJwt(stranger, home.channels.web, { jwt: 'a' }),
      updateChannelKey(as('admin'), 'web', 'no-id', {}),
    ];
    for (const attempt of attempts.map(codeOf)) expect(await attempt).toBe('not_found');
    expect((await listChannelKeys(stranger, 'web')).items).toEqual([]);
  });

  it('refuse what makes no sense, and more than twenty', async () => {
    expect(await codeOf(createChannelKey(as('admin'), 'web', { name: ' ' }))).toBe('invalid name:required');
    const more: object = { name: 'A', secret: 'chosen' };
    expect(await codeOf(createChannelKey(as('admin'), 'web', more as { name: string }))).toBe(
      'invalid secret:unknown_key',
    );
    for (let n = 0; n < 20; n++) await createChannelKey(as('admin', elsewhere), 'api', { name: `Key ${n}` });
    expect(await codeOf(createChannelKey(as('admin', elsewhere), 'api', { name: 'A' }))).toBe('limit_exceeded');
    await deleteChannel(as('admin', elsewhere), 'api');
    expect(
      await test.database.query('select 1 from channel_keys where account_id = $1', [elsewhere.accountId]),
    ).toEqual([]);
  });
});

describe('a customer’s JWT', () => {
  it('is verified by the channel’s own active keys, and marks the key as used', async () => {
    const { accountId, channels } = home;
    const { secret, id } = await createChannelKey(as('admin'), 'web', { name: 'Signs' });
    const jwt = await sign(secret);
    const at = new Date('2026-11-21T10:00:00Z');
    const verify = (channelId = channels.web, now = at) =>
      verifyCustomerJwt(test.database, { accountId, channelId }, jwt, now);
    const used = async () => (await listChannelKeys(as('admin'), 'web')).items.find((key) => key.id === id)?.lastUsedAt;

    expect(await testCustomerJwt(as('admin'), 'web', { jwt: ` ${jwt} ` })).toMatchObject({
      ...{ verified: true, fault: null, key: { id, name: 'Signs' }, customer: { externalId: 'u-1' } },
    });
    expect(await used()).toBeNull();
    expect(await verify()).toMatchObject({ verified: true, identity: { externalId: 'u-1' } });
    expect(await used()).toBe('2026-11-21T10:00:00.000Z');
    await verify(channels.web, new Date('2026-11-21T10:00:59Z'));
    expect(await used()).toBe('2026-11-21T10:00:00.000Z');
    await verify(channels.web, new Date('2026-11-21T10:01:01Z'));
    expect(await used()).toBe('2026-11-21T10:01:01.000Z');

    expect(await verify(channels.api)).toMatchObject({ verified: false, fault: 'jwt_no_key' });
    const abroad = { accountId: elsewhere.accountId, channelId: elsewhere.channels.web };
    expect(await verifyCustomerJwt(test.database, abroad, jwt)).toMatchObject({ fault: 'jwt_no_key' });
    await updateChannelKey(as('admin'), 'web', id, { active: false });
    expect(await verify()).toMatchObject({ fault: 'jwt_inactive_key', params: { key: 'Signs' } });
    expect(await testCustomerJwt(as('admin'), 'web', { jwt })).toMatchObject({
      ...{ verified: false, fault: 'jwt_inactive_key', claims: { external_id: 'u-1' }, customer: null },
    });
  });

  it('finds no key when the secret of the installation has changed', async () => {
    await createChannelKey(as('admin'), 'api', { name: 'Lost' });
    process.env.SIGNALBOX_SECRET = 'another-secret-for-tests-long-enough';
    const result = await testCustomerJwt(as('admin'), 'api', { jwt: await sign('whatever') });
    process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
    expect(result.fault).toBe('jwt_unreadable_key');
  });
});
