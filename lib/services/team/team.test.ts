import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetTokens, loadTokenActor } from '@/lib/auth/api-token';
import { authenticate } from '@/lib/auth/authenticate';
import { decrypt, encrypt } from '@/lib/auth/encryption';
import { sessionOfOidc } from '@/lib/auth/oidc';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import { type SessionToken, sessionCookieName, sessionSecret } from '@/lib/auth/session-token';
import { signIn } from '@/lib/auth/sign-in';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { getAgent } from '../agents/read';
import type { Context } from '../context';
import { createSchedule } from '../schedules/create';
import { getMe, updateMe } from '../session/me';
import { needsSetUp, setUp } from '../set-up/set-up';
import { createToken } from '../tokens/create';
import { revokeToken } from '../tokens/revoke';
import { acceptInvitation, findInvitation } from './accept-invitation';
import { deactivateUser, reactivateUser } from './activation';
import { changePassword } from './change-password';
import { inviteUser, renewInvitation } from './invite';
import { getUser, listUsers } from './read';
import { updateUser } from './update';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

const password = 'correct horse battery';
const page = { page: 1, pageSize: 50 };
const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });

beforeAll(async () => {
  process.env.SIGNALBOX_SECRET = 'a-secret-for-tests-that-is-long-enough';
  test = await testDatabase();
});
afterAll(() => test.close());

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
  }
}

async function requestWith(session: SessionToken): Promise<Request> {
  const token = await encode({ token: { ...session }, secret: sessionSecret() });
  return new Request('http://localhost:3000/', { headers: { cookie: `a=b; ${sessionCookieName()}=${token}` } });
}

describe('set-up', () => {
  const input = {
    ...{ accountName: 'Halden Bikes', language: 'fr' as const, timeZone: 'Europe/Paris' },
    ...{ name: 'Maya', email: 'maya@halden.example', password },
  };

  it('happens once, also when two browsers send it together', async () => {
    expect(await needsSetUp(test.database)).toBe(true);
    const results = await Promise.all([codeOf(setUp(test.database, input)), codeOf(setUp(test.database, input))]);
    expect(results.sort()).toEqual(['already_set_up', 'nothing was refused']);
    expect(await codeOf(setUp(test.database, input))).toBe('already_set_up');
    expect(await needsSetUp(test.database)).toBe(false);
    const counts = await test.database.query(
      `select (select count(*)::int from accounts) as accounts, (select count(*)::int from users) as users,
        (select count(*)::int from agents) as agents, (select count(*)::int from rules where not active) as rules`,
    );
    expect(counts).toEqual([{ accounts: 1, users: 1, agents: 1, rules: 3 }]);
    home = await makeAccount(test.database);
    elsewhere = await makeAccount(test.database);
  });

  it('lets its admin sign in', async () => {
    const session = await signIn(test.database, { email: 'MAYA@halden.example ', password }, 'unknown');
    const { actor } = await authenticate(test.database, await requestWith(session));
    expect(actor).toMatchObject({ role: 'admin', name: 'Maya', groups: ['support'], language: 'fr' });
  });
});

describe('passwords and stored credentials', () => {
  it('are hashed with a salt and compared', async () => {
    const stored = await hashPassword('e\u0301 secret');
    expect(stored).not.toBe(await hashPassword('e\u0301 secret'));
    expect(await verifyPassword('\u00e9 secret', stored)).toBe(true);
    expect(await verifyPassword('E secret', stored)).toBe(false);
    expect(await verifyPassword('', null)).toBe(false);
  });

  it('are encrypted so that a change is noticed', () => {
    const sealed = encrypt('whsec_abc');
    expect(decrypt(sealed)).toBe('whsec_abc');
    expect(() => decrypt(`${sealed.slice(0, -2)}AA`)).toThrow();
  });
});

describe('signing in', () => {
  it('is slowed down after five wrong tries, right password or not', async () => {
    const wrong = { email: 'ada@nowhere.example', password: 'wrong' };
    for (let n = 0; n < 5; n++) expect(await codeOf(signIn(test.database, wrong, 'unknown'))).toBe('wrong_credentials');
    try {
      await signIn(test.database, wrong, 'unknown');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'rate_limited', params: { seconds: expect.any(Number) } });
    }
    await test.database.query(`update sign_in_attempts set locked_until = now() - interval '1 second'`);
    expect(await codeOf(signIn(test.database, wrong, 'unknown'))).toBe('wrong_credentials');
    const [row] = await test.database.query<{ seconds: number }>(
      'select extract(epoch from max(locked_until) - now())::float8 as seconds from sign_in_attempts',
    );
    expect(row?.seconds).toBeGreaterThan(45);
  });
});

describe('the team', () => {
  it.each<Role>(['lead', 'agent'])('is not managed by a %s', async (role) => {
    const { id } = home.users.agent;
    const invitation = { email: 'x@example.org', name: 'X', role: 'agent' as const };
    const attempts = [
      inviteUser(as(role), invitation),
      renewInvitation(as(role), id),
      ...[
        updateUser(as(role), id, { role: 'admin' }),
        deactivateUser(as(role), id),
        reactivateUser(as(role), id),
      ].values(),
    ];
    for (const attempt of attempts.map(codeOf)) expect(await attempt).toBe('forbidden');
    if (role === 'agent') expect(await codeOf(listUsers(as(role), page))).toBe('forbidden');
  });

  it('of another account does not exist', async () => {
    const { id } = elsewhere.users.agent;
    const admin = as('admin');
    const attempts = [
      getUser(admin, id),
      updateUser(admin, id, {}),
      deactivateUser(admin, id),
      renewInvitation(admin, id),
    ];
    for (const attempt of attempts.map(codeOf)) expect(await attempt).toBe('not_found');
  });

  it('grows by invitation', async () => {
    const invited = await inviteUser(as('admin'), {
      email: 'New@example.org',
      name: 'Nadia',
      role: 'agent',
      groups: ['sales'],
    });
    expect(invited.user).toMatchObject({ state: 'invited', groups: ['sales'], agent: 'nadia' });
    expect(await codeOf(inviteUser(as('admin'), { email: 'new@Example.org', name: 'N', role: 'agent' }))).toBe(
      'invalid email:email_taken',
    );
    const renewed = await renewInvitation(as('admin'), invited.user.id);
    const [first, token] = [invited, renewed].map(({ inviteUrl }) => inviteUrl.split('/').at(-1) ?? '');
    expect(await codeOf(findInvitation(test.database, first ?? ''))).toBe('not_found');
    const accept = { token: token ?? '', name: 'Nadia N.', password };
    expect(await codeOf(acceptInvitation(test.database, { ...accept, password: 'short' }))).toBe(
      'invalid password:too_short',
    );
    expect(await acceptInvitation(test.database, accept)).toEqual({ email: 'New@example.org' });
    expect(await codeOf(acceptInvitation(test.database, accept))).toBe('not_found');
    const session = await signIn(test.database, { email: 'new@example.org', password }, '192.0.2.1');
    const { actor } = await authenticate(test.database, await requestWith(session));
    expect(actor).toMatchObject({ name: 'Nadia N.', role: 'agent', groups: ['sales'] });
    expect(await getUser(as('lead'), invited.user.id)).toMatchObject({ state: 'active' });
  });

  it('works by a schedule, which the agent keeps', async () => {
    const { user } = await inviteUser(as('admin'), { email: 'hours@example.org', name: 'Hours', role: 'agent' });
    const { key } = await createSchedule(as('admin'), { name: 'Mornings', timeZone: 'UTC' });
    expect(await updateUser(as('admin'), user.id, { schedule: key })).toMatchObject({ schedule: key });
    expect(await updateUser(as('admin'), user.id, { role: 'lead' })).toMatchObject({ schedule: key });
    expect((await getAgent(as('admin'), user.agent ?? '')).schedule).toBe(key);
    expect(await codeOf(updateUser(as('admin'), user.id, { schedule: 'never' }))).toBe(
      'invalid schedule:unknown_schedule',
    );
    expect(await updateUser(as('admin'), user.id, { schedule: null })).toMatchObject({ schedule: null });
  });

  it('says who is online, as it counts now', async () => {
    const account = await makeAccount(test.database);
    const admin = as('admin', account);
    const { lead, agent } = account.users;
    const set = (id: string, presence: string, seconds: number | null) =>
      test.database.query(
        `update agents set status = 'online', presence = $2, seen_at = now() - make_interval(secs => $3) where id = $1`,
        [id, presence, seconds],
      );
    const statusOf = async (id: string) => {
      const { items } = await listUsers(admin, page);
      const single = await getUser(admin, id);
      expect(items.find((user) => user.id === id)?.status).toBe(single.status);
      return single.status;
    };
    await set(lead.agentId, 'browser', 5);
    expect(await statusOf(lead.id)).toBe('online');
    await set(lead.agentId, 'browser', 90);
    expect(await statusOf(lead.id)).toBe('invisible');
    await set(lead.agentId, 'browser', null);
    expect(await statusOf(lead.id)).toBe('invisible');
    await set(agent.agentId, 'api', 90);
    expect(await statusOf(agent.id)).toBe('online');
    await deactivateUser(admin, agent.id);
    expect(await statusOf(agent.id)).toBe('invisible');
    await test.database.query('update agents set user_id = null where id = $1', [lead.agentId]);
    expect(await statusOf(lead.id)).toBeNull();
  });

  it('an ended session ends at once', async () => {
    const { user, inviteUrl } = await inviteUser(as('admin'), { email: 'eve@example.org', name: 'Eve', role: 'lead' });
    await acceptInvitation(test.database, { token: inviteUrl.split('/').at(-1) ?? '', name: 'Eve', password });
    const credentials = { email: 'eve@example.org', password };
    const request = await requestWith(await signIn(test.database, credentials, 'unknown'));
    const { actor } = await authenticate(test.database, request);
    await updateUser(as('admin'), user.id, { role: 'agent' });
    expect((await authenticate(test.database, request)).actor.role).toBe('agent');
    await deactivateUser(as('admin'), user.id);
    expect(await codeOf(authenticate(test.database, request))).toBe('session_ended');
    expect(await codeOf(signIn(test.database, credentials, 'unknown'))).toBe('wrong_credentials');
    await reactivateUser(as('admin'), user.id);
    expect(await codeOf(authenticate(test.database, request))).toBe('session_ended');
    const again = await requestWith(await signIn(test.database, credentials, 'unknown'));
    const own = { db: test.database, actor };
    const change = { currentPassword: 'wrong password', newPassword: 'another long password' };
    expect(await codeOf(changePassword(own, change))).toBe('invalid currentPassword:wrong_password');
    await changePassword(own, { ...change, currentPassword: password });
    expect(await codeOf(authenticate(test.database, again))).toBe('session_ended');
    expect(await codeOf(changePassword({ ...own, actor: { ...actor, kind: 'token' } }, change))).toBe('forbidden');
  });

  it('keeps an admin who can sign in', async () => {
    const { id } = home.users.admin;
    await test.database.query(`update users set password_hash = 'x' where id = $1`, [id]);
    expect(await codeOf(deactivateUser(as('admin'), id))).toBe('conflict');
    expect(await codeOf(updateUser(as('admin'), id, { role: 'lead' }))).toBe('conflict');
  });
});

describe('single sign-on', () => {
  it('knows invited people by a verified address, then by their subject', async () => {
    const { email, id } = home.users.lead;
    await test.database.query(`update users set email = 'sso@example.org' where id = $1`, [id]);
    expect(email).toBeTruthy();
    const profile = { sub: 's-1', email: 'SSO@example.org' };
    expect(await sessionOfOidc(test.database, { ...profile, email_verified: false } as object)).toBeUndefined();
    expect(await sessionOfOidc(test.database, { ...profile, email_verified: true } as object)).toMatchObject({
      userId: id,
    });
    expect(await sessionOfOidc(test.database, { sub: 's-1' })).toMatchObject({ userId: id });
    expect(await sessionOfOidc(test.database, { sub: 's-2', email_verified: true } as object)).toBeUndefined();
  });
});

describe('tokens', () => {
  it('act with their role until revoked or expired', async () => {
    const { token, id } = await createToken(as('admin'), { name: 'Helpdesk', role: 'lead' });
    expect(await loadTokenActor(test.database, token)).toMatchObject({
      kind: 'token',
      id,
      role: 'lead',
      name: 'Helpdesk',
    });
    expect(await loadTokenActor(test.database, `${token}x`)).toBeUndefined();
    await test.database.query(`update api_tokens set expires_at = now() - interval '1 second' where id = $1`, [id]);
    // Another process asks the database at once; this one has just done so.
    forgetTokens();
    expect(await loadTokenActor(test.database, token)).toBeUndefined();
  });

  it('are refused at once after they were revoked, though they were just used', async () => {
    const { token, id } = await createToken(as('admin'), { name: 'Short', role: 'lead' });
    expect(await loadTokenActor(test.database, token)).toBeDefined();
    await revokeToken(as('admin'), id);
    expect(await loadTokenActor(test.database, token)).toBeUndefined();
  });

  it('are known no longer than they last', async () => {
    const { token, id } = await createToken(as('admin'), { name: 'Ending', role: 'lead' });
    await test.database.query(`update api_tokens set expires_at = now() + interval '300 ms' where id = $1`, [id]);
    expect(await loadTokenActor(test.database, token)).toBeDefined();
    await expect.poll(() => loadTokenActor(test.database, token), { timeout: 900 }).toBeUndefined();
  });
});

describe('oneself', () => {
  it('chooses name, language and time zone', async () => {
    const own = as('agent');
    expect(await getMe(own)).toMatchObject({ name: 'Amin Agent', role: 'agent', account: { id: home.accountId } });
    const after = await updateMe(own, { language: 'fr', timeZone: 'Europe/Paris' });
    expect(after).toMatchObject({ name: 'Amin Agent', language: 'fr', timeZone: 'Europe/Paris' });
    expect(await codeOf(updateMe(own, { timeZone: 'Mars/Base' }))).toBe('invalid timeZone:unknown_time_zone');
  });
});
