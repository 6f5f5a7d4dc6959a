import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botChannels, bots } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { type Actor, systemActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/contracts/app-error';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { getAccount } from './account/read';
import { updateAccount } from './account/update';
import { createAgent } from './agents/create';
import { deleteAgent } from './agents/delete';
import { getAgent, listAgents } from './agents/read';
import { updateAgent } from './agents/update';
import { createBrand } from './brands/create';
import { deleteBrand } from './brands/delete';
import { getBrand, listBrands } from './brands/read';
import { updateBrand } from './brands/update';
import { changeFacets } from './changes/facets';
import { listChanges } from './changes/list';
import { createChannel } from './channels/create';
import { deleteChannel } from './channels/delete';
import { getChannel, listChannels } from './channels/read';
import { recordSighting } from './channels/sightings';
import { updateChannel } from './channels/update';
import type { Context } from './context';
import { createGroup } from './groups/create';
import { deleteGroup } from './groups/delete';
import { getGroup, listGroups } from './groups/read';
import { updateGroup } from './groups/update';
import { createToken } from './tokens/create';
import { listTokens } from './tokens/read';
import { revokeToken } from './tokens/revoke';
import { createTrigger, getTrigger } from './triggers/verbs';
import { createWebhook } from './webhooks/create';
import { deleteWebhook } from './webhooks/delete';
import { listDeliveries, retryDelivery } from './webhooks/deliveries';
import { getWebhook, listWebhooks } from './webhooks/read';
import { renewWebhookSecret, updateWebhook } from './webhooks/update';

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

const page = { page: 1, pageSize: 50 };
const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
  }
}

const lastChange = async () => (await listChanges(as('admin'), { limit: 1 })).items[0];

const address = 'https://helpdesk.example.com/hook';

/** Everything that writes, with valid input, on something of the actor's own account. */
const writes: Record<string, (context: Context) => Promise<unknown>> = {
  createGroup: (c) => createGroup(c, { name: 'A' }),
  updateGroup: (c) => updateGroup(c, 'sales', { name: 'A' }),
  deleteGroup: (c) => deleteGroup(c, 'sales'),
  createBrand: (c) => createBrand(c, { name: 'A' }),
  updateBrand: (c) => updateBrand(c, 'second', { name: 'A' }),
  deleteBrand: (c) => deleteBrand(c, 'second'),
  createChannel: (c) => createChannel(c, { name: 'A' }),
  updateChannel: (c) => updateChannel(c, 'web', { name: 'A' }),
  deleteChannel: (c) => deleteChannel(c, 'web'),
  createAgent: (c) => createAgent(c, { name: 'A' }),
  updateAgent: (c) => updateAgent(c, 'ada', { name: 'A' }),
  deleteAgent: (c) => deleteAgent(c, 'ada'),
  createToken: (c) => createToken(c, { name: 'A', role: 'admin' }),
  listTokens: (c) => listTokens(c, page),
  revokeToken: (c) => revokeToken(c, 'x'),
  createWebhook: (c) => createWebhook(c, { name: 'A', url: address, events: ['message.created'] }),
  listWebhooks: (c) => listWebhooks(c, page),
  updateWebhook: (c) => updateWebhook(c, 'x', {}),
  renewWebhookSecret: (c) => renewWebhookSecret(c, 'x'),
  deleteWebhook: (c) => deleteWebhook(c, 'x'),
  retryDelivery: (c) => retryDelivery(c, 'x', 'y'),
  updateAccount: (c) => updateAccount(c, { name: 'A' }),
};

describe.each(Object.entries(writes))('%s', (_name, write) => {
  it.each<Role>(['lead', 'agent'])('is refused to a %s', async (role) => {
    expect(await codeOf(write(as(role)))).toBe('forbidden');
  });
});

describe('things of another account', () => {
  it('do not exist, whatever is done to them', async () => {
    const { groups, brands, channels, users } = elsewhere;
    const admin = as('admin');
    const webhook = await createWebhook(as('admin', elsewhere), {
      name: 'W',
      url: address,
      events: ['message.created'],
    });
    const token = await createToken(as('admin', elsewhere), { name: 'T', role: 'lead' });
    const attempts = [
      ...[getGroup(admin, groups.sales), updateGroup(admin, groups.sales, {}), deleteGroup(admin, groups.sales)],
      ...[getBrand(admin, brands.second), updateBrand(admin, brands.second, {}), deleteBrand(admin, brands.second)],
      ...[getChannel(admin, channels.web), updateChannel(admin, channels.web, {}), deleteChannel(admin, channels.web)],
      ...[getAgent(admin, users.agent.agentId), updateAgent(admin, users.agent.agentId, {})],
      ...[getWebhook(admin, webhook.id), updateWebhook(admin, webhook.id, {}), deleteWebhook(admin, webhook.id)],
      ...[listDeliveries(admin, webhook.id, { limit: 5 }), revokeToken(admin, token.id)],
    ];
    for (const attempt of attempts.map(codeOf)) expect(await attempt).toBe('not_found');
    const named = [
      createGroup(admin, { name: 'A', agents: [users.agent.agentId] }),
      createGroup(admin, { name: 'A', overflow: { group: groups.sales, minutes: 5 } }),
      createChannel(admin, { name: 'A', brand: brands.main }),
      createChannel(admin, { name: 'A', defaultGroup: groups.sales }),
      createAgent(admin, { name: 'A', groups: [groups.sales] }),
    ];
    for (const attempt of named.map(codeOf)) expect(await attempt).toMatch(/^invalid .*:unknown_/);
  });
});

describe('groups', () => {
  it('are created with a key from the name, changed, and deleted after asking', async () => {
    const group = await createGroup(as('admin'), { name: 'Après-vente', agents: ['amin'] });
    expect(group).toMatchObject({ key: 'apres-vente', agents: ['amin'], overflow: null });
    expect(await lastChange()).toMatchObject({ kind: 'group', verb: 'created', subject: { id: group.id } });
    expect((await createGroup(as('admin'), { name: 'Après vente' })).key).toBe('apres-vente-2');
    const changed = await updateGroup(as('admin'), 'apres-vente', { overflow: { group: 'support', minutes: 10 } });
    expect(changed).toMatchObject({ name: 'Après-vente', overflow: { group: 'support', minutes: 10 } });
    expect((await lastChange())?.before).toEqual({ overflow: null });
    await deleteGroup(as('admin'), group.id);
    expect(await codeOf(getGroup(as('agent'), 'apres-vente'))).toBe('not_found');
    const { items, total } = await listGroups(as('agent'), { ...page, search: 'vente' });
    expect([items.map(({ key }) => key), total]).toEqual([['apres-vente-2'], 1]);
  });

  it('named by a rule stay until that is wanted; the rule is then broken, and healed by a new one', async () => {
    await createGroup(as('admin'), { name: 'Workshop', key: 'workshop' });
    const trigger = await createTrigger(as('admin'), {
      name: 'Names a group',
      on: 'message_sent',
      when: { all: [{ field: 'group', operator: 'is', value: 'workshop' }] },
      do: [{ action: 'send_message', sender: 'Bot', text: 'Hi' }],
    });
    await createGroup(as('admin'), { name: 'Flows over', key: 'flows', overflow: { group: 'workshop', minutes: 1 } });
    try {
      await deleteGroup(as('admin'), 'workshop');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'in_use', details: { uses: [{ name: 'Names a group' }, { id: 'flows' }] } });
    }
    await deleteGroup(as('admin'), 'workshop', { force: true });
    expect((await getTrigger(as('agent'), trigger.id)).broken).toMatchObject({ gone: ['group:workshop'] });
    expect((await getGroup(as('agent'), 'flows')).overflow).toBeNull();
    await createGroup(as('admin'), { name: 'Workshop', key: 'workshop' });
    expect((await getTrigger(as('agent'), trigger.id)).broken).toBeNull();
  });

  it('refuse what makes no sense', async () => {
    const admin = as('admin');
    expect(await codeOf(createGroup(admin, { name: ' ' }))).toBe('invalid name:required');
    expect(await codeOf(createGroup(admin, { name: 'a\nb' }))).toBe('invalid name:control_character');
    expect(await codeOf(createGroup(admin, { name: 'A', key: 'Not a key' }))).toBe('invalid key:bad_format');
    expect(await codeOf(createGroup(admin, { name: 'A', key: 'support' }))).toBe('invalid key:key_taken');
    expect(await codeOf(createGroup(admin, { name: 'A', key: home.groups.sales }))).toBe('invalid key:looks_like_id');
    expect(await codeOf(updateGroup(admin, 'sales', { overflow: { group: 'sales', minutes: 5 } }))).toBe(
      'invalid overflow.group:overflow_of_itself',
    );
    const stranger: object = { name: 'A', accountId: elsewhere.accountId };
    expect(await codeOf(createGroup(admin, stranger as { name: string }))).toBe('invalid accountId:unknown_key');
  });
});

describe('brands', () => {
  it('stay as long as they own a channel', async () => {
    const brand = await createBrand(as('admin'), { name: 'Halden', active: false });
    await createChannel(as('admin'), { name: 'Halden web', kind: 'web', brand: brand.key });
    expect(await updateBrand(as('admin'), brand.id, { active: true })).toMatchObject({ active: true, name: 'Halden' });
    expect(await codeOf(deleteBrand(as('admin'), 'halden', { force: true }))).toBe('in_use');
    await deleteChannel(as('admin'), 'halden-web');
    await deleteBrand(as('admin'), 'halden');
    expect(await lastChange()).toMatchObject({ kind: 'brand', verb: 'deleted', before: { key: 'halden' } });
    const { items } = await listBrands(as('agent'), page);
    expect(items.map(({ key, channels }) => [key, channels]).sort()).toEqual([
      ['main', 2],
      ['second', 0],
    ]);
  });
});

describe('channels', () => {
  it('keep what a change leaves out, and refuse a stale version', async () => {
    const channel = await createChannel(as('admin'), { name: 'Shop', kind: 'web', settings: { colour: '#112233' } });
    const changed = await updateChannel(as('admin'), 'shop', {
      settings: { position: 'left' },
      version: channel.version,
    });
    expect(changed).toMatchObject({ settings: { colour: '#112233', position: 'left' }, version: 2, brand: 'main' });
    expect(await codeOf(updateChannel(as('admin'), 'shop', { name: 'B' }, 1))).toBe('stale_version');
    expect(await codeOf(updateChannel(as('admin'), 'shop', { settings: { colour: 'red' } }))).toBe(
      'invalid settings.colour:not_a_colour',
    );
    for (const site of [
      'shop.example.com',
      'https://shop.example.com/path',
      'ftp://shop.example.com',
      'https://*.example.com/',
      'https://a@shop.example.com',
    ])
      expect(await codeOf(updateChannel(as('admin'), 'shop', { settings: { allowedOrigins: [site] } })), site).toBe(
        'invalid settings.allowedOrigins[0]:not_an_origin',
      );
    const typed = [' https://Shop.example.com/ ', 'http://localhost:3000'];
    const stored = await updateChannel(as('admin'), 'shop', { settings: { allowedOrigins: typed, colour: null } });
    expect(stored.settings).toEqual({
      ...{ position: 'left', allowedOrigins: ['https://shop.example.com', 'http://localhost:3000'] },
    });
    const { items } = await listChannels(as('agent'), { ...page, kind: 'web' });
    expect(items.map(({ key }) => key)).toContain('shop');
  });

  it('are listed with the site and the bot that use them, by state', async () => {
    const { accountId, channels } = home;
    const see = (origin: string, allowed: boolean) =>
      recordSighting(test.database, { accountId, channelId: channels.web, origin, allowed });
    await see('https://shop.example.com', true);
    await see('https://elsewhere.example.com', false);
    const botId = uuidV7();
    await test.database.drizzle.insert(bots).values({ accountId, id: botId, key: 'spoke', name: 'Spoke' });
    await test.database.drizzle.insert(botChannels).values([
      { accountId, botId, channelId: channels.web, inUse: true },
      { accountId, botId, channelId: channels.api, inUse: false },
    ]);
    await createChannel(as('admin'), { name: 'Asleep', active: false });
    const { items } = await listChannels(as('agent'), { ...page, status: 'active' });
    expect(items.find(({ key }) => key === 'web')).toMatchObject({
      ...{ seen: { origin: 'https://shop.example.com' }, bot: { key: 'spoke', name: 'Spoke' } },
    });
    expect(items.find(({ key }) => key === 'api')).toMatchObject({ seen: null, bot: null });
    const inactive = await listChannels(as('agent'), { ...page, status: 'inactive' });
    expect([inactive.items.map(({ key }) => key), inactive.total]).toEqual([['asleep'], 1]);
    await deleteChannel(as('admin'), 'asleep');
  });
});

describe('agents', () => {
  it('without a user are created, changed and deleted; those of a user stay', async () => {
    const agent = await createAgent(as('admin'), { name: 'Zoë', groups: ['support', 'support'], capacity: 3 });
    expect(agent).toMatchObject({ key: 'zoe', status: 'invisible', groups: ['support'], user: null });
    expect(await updateAgent(as('admin'), 'zoe', { groups: [], capacity: 4 })).toMatchObject({
      groups: [],
      capacity: 4,
    });
    expect((await listAgents(as('agent'), { ...page, group: 'support' })).items.map(({ key }) => key)).not.toContain(
      'zoe',
    );
    await deleteAgent(as('admin'), 'zoe');
    expect(await codeOf(deleteAgent(as('admin'), 'ada', { force: true }))).toBe('in_use');
  });
});

describe('tokens', () => {
  it('are shown once, stored hashed, and leave no secret in the history', async () => {
    const { token, ...stored } = await createToken(as('admin'), { name: 'Helpdesk', role: 'lead' });
    expect(token).toMatch(/^sbx_/);
    const { items } = await listTokens(as('admin'), page);
    expect(items).toContainEqual(stored);
    expect(JSON.stringify(await lastChange())).not.toContain(token.slice(8));
    expect(await test.database.query('select 1 from api_tokens where hash = $1 or prefix = $1', [token])).toEqual([]);
    await revokeToken(as('admin'), stored.id);
    expect(await codeOf(revokeToken(as('admin'), stored.id))).toBe('not_found');
    expect(await codeOf(createToken(as('admin'), { name: 'A', role: 'lead', expiresAt: '2020-01-01T00:00:00Z' }))).toBe(
      'invalid expiresAt:in_the_past',
    );
  });
});

describe('webhooks', () => {
  it('show their secret once and keep it encrypted', async () => {
    const { secret, ...webhook } = await createWebhook(as('admin'), {
      name: 'W',
      url: address,
      events: ['firing.failed'],
    });
    expect(secret).toMatch(/^whsec_/);
    const rows = await test.database.query<{ stored: string }>(
      'select secret_encrypted as stored from webhooks where id = $1',
      [webhook.id],
    );
    expect(rows[0]?.stored).not.toContain(secret.slice(6));
    expect(await getWebhook(as('admin'), webhook.id)).toEqual(webhook);
    expect(await updateWebhook(as('admin'), webhook.id, { active: false })).toMatchObject({
      active: false,
      url: address,
    });
    expect((await renewWebhookSecret(as('admin'), webhook.id)).secret).not.toBe(secret);
    for (const url of ['ftp://x.example', 'https://user:pass@x.example', 'nowhere'])
      expect(await codeOf(updateWebhook(as('admin'), webhook.id, { url }))).toMatch(/^invalid url:/);
    await deleteWebhook(as('admin'), webhook.id);
  });

  it('list deliveries page by page and send failed ones again', async () => {
    const { id } = await createWebhook(as('admin'), { name: 'W', url: address, events: ['message.created'] });
    for (const [n, state] of (['done', 'failed', 'ready'] as const).entries()) {
      await test.database.query(
        `insert into deliveries (account_id, idempotency_key, webhook_id, kind, payload, state, next_at, created_at)
          values ($1, $2, $3, 'webhook', '{}', $4, now(), now() + make_interval(secs => $5))`,
        [home.accountId, `d-${n}`, id, state, n],
      );
    }
    const first = await listDeliveries(as('admin'), id, { limit: 2 });
    expect(first.items.map((delivery) => delivery.id)).toEqual(['d-2', 'd-1']);
    const rest = await listDeliveries(as('admin'), id, { limit: 2, cursor: first.next ?? undefined });
    expect([rest.items.map((delivery) => delivery.id), rest.next]).toEqual([['d-0'], null]);
    expect(await retryDelivery(as('admin'), id, 'd-1')).toMatchObject({ state: 'ready', attempt: 0 });
    expect(await codeOf(retryDelivery(as('admin'), id, 'd-0'))).toBe('conflict');
    expect(await codeOf(listDeliveries(as('admin'), id, { limit: 2, cursor: 'nonsense' }))).toBe(
      'invalid cursor:bad_cursor',
    );
    await deleteWebhook(as('admin'), id);
  });
});

describe('account settings', () => {
  it('have defaults and are merged', async () => {
    expect((await getAccount(as('agent'))).settings).toMatchObject({ capacity: 5, conversationControl: 'release' });
    const after = await updateAccount(as('admin'), { settings: { capacity: 7 }, timeZone: 'Europe/Paris' });
    expect(after).toMatchObject({
      timeZone: 'Europe/Paris',
      settings: { capacity: 7, automatedMessagesPerMinute: 10 },
    });
    expect(await codeOf(updateAccount(as('admin'), { timeZone: '+02:00' }))).toBe('invalid timeZone:unknown_time_zone');
  });
});

describe('change history', () => {
  it('knows what it can be narrowed to: kinds and people of this account', async () => {
    expect(await codeOf(changeFacets(as('agent')))).toBe('forbidden');
    await createGroup(as('admin'), { name: 'Faceted' });
    const { kinds, actors } = await changeFacets(as('lead'));
    expect(kinds).toContain('group');
    expect(actors).toContainEqual({ id: home.users.admin.id, name: 'Ada Admin' });
    expect(actors.map(({ id }) => id)).not.toContain(elsewhere.users.admin.id);
    const system = { db: test.database, actor: systemActor(home.accountId) };
    await createGroup(system, { name: 'Made by itself' });
    expect((await changeFacets(as('lead'))).actors).toContainEqual({ id: 'system', name: 'Signalbox' });
    const { items } = await listChanges(as('lead'), { limit: 10, actor: 'system', kind: 'group' });
    expect(items).toMatchObject([{ subject: { name: 'Made by itself' } }]);
  });

  it('is read by leads, in slices and by filters, of the own account only', async () => {
    expect(await codeOf(listChanges(as('agent'), { limit: 10 }))).toBe('forbidden');
    const { items, next } = await listChanges(as('lead'), { limit: 3, kind: 'group' });
    expect(items).toHaveLength(3);
    const more = await listChanges(as('lead'), { limit: 200, kind: 'group', cursor: next ?? undefined });
    expect(more.items.every(({ id }) => id < (next ?? ''))).toBe(true);
    const { items: others } = await listChanges(as('admin', elsewhere), { limit: 200 });
    expect(others.map(({ kind }) => kind).sort()).toEqual(['token', 'webhook']);
    const future = await listChanges(as('lead'), { limit: 10, from: '2999-01-01T00:00:00Z' });
    expect(future.items).toEqual([]);
    const nobody: Actor['id'] = 'nobody';
    expect((await listChanges(as('lead'), { limit: 10, actor: nobody })).items).toEqual([]);
  });
});
