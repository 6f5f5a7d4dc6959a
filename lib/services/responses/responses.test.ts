import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { botChannels, bots } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { AppError } from '@/lib/contracts/app-error';
import type { MessagingResponse, ResponsesChange } from '@/lib/contracts/responses';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listChanges } from '../changes/list';
import { getChannel } from '../channels/read';
import { updateChannel } from '../channels/update';
import type { Context } from '../context';
import { createSchedule } from '../schedules/create';
import { deleteSchedule } from '../schedules/delete';
import { getResponses } from './read';
import { updateResponses } from './update';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  elsewhere = await makeAccount(test.database);
});
afterAll(() => test.close());
beforeEach(async () => {
  home = await makeAccount(test.database);
});

const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });
const lastChange = async () => (await listChanges(as('admin'), { limit: 1 })).items[0];
const during: MessagingResponse = {
  firstMessage: { text: 'Hi!', byLanguage: { fr: 'Salut !', 'de-CH': 'Grüezi!' } },
  details: ['name', 'email'],
  followUp: { text: 'Coming' },
};
const everyDay = Array.from({ length: 7 }, (_, day) => ({ day, from: '00:00', to: '24:00' }));

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing was refused';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
  }
}

async function addBot(key: string, { active = true, publishedTo = home.channels.web } = {}): Promise<string> {
  const { accountId } = home;
  const id = uuidV7();
  const { drizzle } = test.database;
  await drizzle.insert(bots).values({ accountId, id, key, name: key.toUpperCase(), active, greeting: 'Beep' });
  await drizzle.insert(botChannels).values({ accountId, botId: id, channelId: publishedTo });
  return id;
}

describe('with nothing configured', () => {
  it('the default texts hold at any time, in the language of the channel, else of the account', async () => {
    const responses = await getResponses(as('agent'), 'web');
    expect(responses).toMatchObject({
      ...{ schedule: null, deletedSchedule: null, language: 'en', bot: null, bots: [], version: 1 },
      ...{ during: responses.defaults.during, outside: responses.defaults.outside },
      now: { uses: 'during', inHours: null },
    });
    expect(responses.during.firstMessage.text).toMatch(/^Hello/);
    await updateChannel(as('admin'), 'web', { settings: { language: 'fr' } });
    expect((await getResponses(as('agent'), 'web')).during.firstMessage.text).toMatch(/^Bonjour/);
  });
});

describe('a change', () => {
  it('keeps what it leaves out, goes back by null, and is told in the history', async () => {
    const changed = await updateResponses(as('lead'), 'web', { during, version: 1 });
    expect(changed).toMatchObject({ during, outside: changed.defaults.outside, version: 2 });
    expect(await lastChange()).toMatchObject({
      ...{ kind: 'responses', verb: 'updated', subject: { id: home.channels.web, name: 'Web Widget' } },
      after: { during },
    });
    expect((await lastChange())?.after).not.toHaveProperty('outside');
    const outside: MessagingResponse = { ...during, details: ['email', 'name'] };
    const both = await updateResponses(as('lead'), home.channels.web, { outside }, 2);
    expect(both).toMatchObject({ during, outside: { details: ['name', 'email'] } });
    const back = await updateResponses(as('lead'), 'web', { during: null });
    expect(back).toMatchObject({ during: back.defaults.during, outside: { firstMessage: { text: 'Hi!' } } });
  });

  it('to what the default says follows the language of the channel again', async () => {
    const { defaults } = await getResponses(as('lead'), 'web');
    await updateResponses(as('lead'), 'web', { during: defaults.during, outside: defaults.outside });
    await updateChannel(as('admin'), 'web', { settings: { language: 'fr' } });
    expect((await getResponses(as('lead'), 'web')).outside.followUp.text).toMatch(/^Merci/);
  });

  it('leaves the looks of the channel alone, and they leave it alone', async () => {
    await updateChannel(as('admin'), 'web', { settings: { colour: '#112233' } });
    await updateResponses(as('lead'), 'web', { during });
    await updateChannel(as('admin'), 'web', { settings: { position: 'left', colour: null } });
    expect((await getChannel(as('lead'), 'web')).settings).toEqual({ position: 'left' });
    expect((await getResponses(as('lead'), 'web')).during).toEqual(during);
  });

  it('is refused on an older version, to agents, and in another account', async () => {
    await updateResponses(as('lead'), 'web', { during });
    expect(await codeOf(updateResponses(as('lead'), 'web', { during, version: 1 }))).toBe('stale_version');
    expect(await codeOf(updateResponses(as('lead'), 'web', { during }, 1))).toBe('stale_version');
    expect(await codeOf(updateResponses(as('agent'), 'web', { during }))).toBe('forbidden');
    expect(await codeOf(updateResponses(as('admin', elsewhere), home.channels.web, { during }))).toBe('not_found');
    expect(await codeOf(getResponses(as('admin', elsewhere), home.channels.web))).toBe('not_found');
  });

  const withFirst = (firstMessage: object) => ({ outside: { ...during, firstMessage } });
  it.each<[string, object, string]>([
    ['a long text', withFirst({ text: 'x'.repeat(2_001) }), 'outside.firstMessage.text:too_long'],
    ['no text', withFirst({}), 'outside.firstMessage.text:required'],
    [
      'an empty variant',
      withFirst({ text: 'a', byLanguage: { fr: ' ' } }),
      'outside.firstMessage.byLanguage.fr:required',
    ],
    ['a phone number', { during: { ...during, details: ['phone'] } }, 'during.details[0]:not_one_of'],
    ['a schedule that is none', { schedule: 'nowhere' }, 'schedule:unknown_schedule'],
    ['a bot that is none', { bot: 'nobody' }, 'bot:unknown_bot'],
    ['another key', { texts: {} }, 'texts:unknown_key'],
  ])('with %s says where', async (_what, change, issue) => {
    expect(await codeOf(updateResponses(as('lead'), 'web', change as ResponsesChange))).toBe(`invalid ${issue}`);
  });
});

describe('the schedule', () => {
  it('decides which response holds', async () => {
    await createSchedule(as('admin'), { name: 'Always', timeZone: 'Europe/Paris', intervals: everyDay });
    await createSchedule(as('admin'), { name: 'Never', timeZone: 'Europe/Paris' });
    const open = await updateResponses(as('lead'), 'web', { schedule: 'always' });
    expect(open).toMatchObject({ schedule: 'always', now: { uses: 'during', inHours: true } });
    const closed = await updateResponses(as('lead'), 'web', { schedule: 'never' });
    expect(closed.now).toMatchObject({ uses: 'outside', inHours: false });
    expect((await updateResponses(as('lead'), 'web', { schedule: null })).schedule).toBeNull();
  });

  it('that was deleted is named, and the response during business hours holds at any time', async () => {
    await createSchedule(as('admin'), { name: 'Opening hours', timeZone: 'Europe/Paris' });
    await updateResponses(as('lead'), 'web', { schedule: 'opening-hours', during });
    await deleteSchedule(as('admin'), 'opening-hours', { force: true });
    expect(await getResponses(as('agent'), 'web')).toMatchObject({
      ...{ schedule: 'opening-hours', deletedSchedule: { key: 'opening-hours', name: 'Opening hours' } },
      now: { uses: 'during', inHours: null },
    });
    // Saving something else is no reason to choose another schedule first.
    const saved = await updateResponses(as('lead'), 'web', { schedule: 'opening-hours', outside: during });
    expect(saved.deletedSchedule).not.toBeNull();
    await createSchedule(as('admin'), { name: 'Opening hours', timeZone: 'Europe/Paris' });
    expect(await getResponses(as('agent'), 'web')).toMatchObject({ deletedSchedule: null, now: { uses: 'outside' } });
  });

  it('of another account is none', async () => {
    const { id } = await createSchedule(as('admin', elsewhere), { name: 'Theirs', timeZone: 'Europe/Paris' });
    expect(await codeOf(updateResponses(as('lead'), 'web', { schedule: id }))).toBe(
      'invalid schedule:unknown_schedule',
    );
  });
});

describe('a bot', () => {
  it('answers first while it is on; off, the responses are as they were', async () => {
    await addBot('spoke');
    await addBot('wheel');
    await updateResponses(as('lead'), 'web', { during });
    const on = await updateResponses(as('lead'), 'web', { bot: 'spoke' });
    expect(on).toMatchObject({
      bot: { key: 'spoke', greeting: { text: 'Beep' }, choices: [] },
      during,
      now: { uses: 'bot' },
      version: 3,
    });
    expect(on.bots.map(({ key }) => key)).toEqual(['spoke', 'wheel']);
    expect(await lastChange()).toMatchObject({ before: { bot: null }, after: { bot: 'spoke' } });
    // Texts saved meanwhile do not switch it off; another bot takes its place.
    expect((await updateResponses(as('lead'), 'web', { during })).bot).toMatchObject({ key: 'spoke' });
    expect((await updateResponses(as('lead'), 'web', { bot: 'wheel' })).bot).toMatchObject({ key: 'wheel' });
    expect(await updateResponses(as('lead'), 'web', { bot: null })).toMatchObject({
      ...{ bot: null, during, now: { uses: 'during' } },
    });
  });

  it('must be published here and active, and not another account’s', async () => {
    await addBot('elsewhere', { publishedTo: home.channels.api });
    const id = await addBot('asleep', { active: false });
    expect(await codeOf(updateResponses(as('lead'), 'web', { bot: 'elsewhere' }))).toBe(
      'invalid bot:bot_not_published',
    );
    expect(await codeOf(updateResponses(as('lead'), 'web', { bot: 'asleep' }))).toBe('invalid bot:bot_inactive');
    expect(await codeOf(updateResponses(as('admin', elsewhere), 'web', { bot: id }))).toBe('invalid bot:unknown_bot');
    expect((await getResponses(as('lead'), 'web')).bots.map(({ key }) => key)).toEqual(['asleep']);
  });

  it('that went inactive while it was on lets the default response hold, and does not hinder saving', async () => {
    const id = await addBot('spoke');
    await updateResponses(as('lead'), 'web', { bot: 'spoke' });
    await test.database.query('update bots set active = false where id = $1', [id]);
    expect(await getResponses(as('lead'), 'web')).toMatchObject({ bot: { active: false }, now: { uses: 'during' } });
    expect((await updateResponses(as('lead'), 'web', { bot: 'spoke', during })).during).toEqual(during);
  });
});
