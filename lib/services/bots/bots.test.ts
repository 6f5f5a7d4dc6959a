import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/contracts/app-error';
import type { BotInput } from '@/lib/contracts/bot';
import type { Role } from '@/lib/contracts/value';
import { actorOf } from '@/lib/testing/actors';
import { makeAccount, type TestAccount } from '@/lib/testing/factories';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { listChanges } from '../changes/list';
import { switchBot } from '../channels/bot';
import type { Context } from '../context';
import { deleteGroup } from '../groups/delete';
import { createMessage } from '../proactive/verbs';
import { changeRules } from '../rules/change-rules';
import { cloneBot, createBot } from './create';
import { deleteBot } from './delete';
import { readDeskBot } from './desk';
import { getBot, listBots } from './read';
import { testBot } from './try';
import { updateBot } from './update';

let test: TestDatabase;
let home: TestAccount;
let elsewhere: TestAccount;

beforeAll(async () => {
  test = await testDatabase();
  home = await makeAccount(test.database);
  elsewhere = await makeAccount(test.database);
});
afterAll(() => test.close());

const page = { page: 1, pageSize: 50 };
const as = (role: Role, account = home): Context => ({ db: test.database, actor: actorOf(account, role) });

async function refusal(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

const codes = async (work: Promise<unknown>) => {
  const error = await refusal(work);
  return [error.code, ...error.issues.map(({ path, code }) => `${path}:${code}`)].join(' ');
};
const last = async () => (await listChanges(as('admin'), { limit: 1 })).items[0];

const message = (text: string) => ({ step: 'message' as const, text });
const helper: BotInput = {
  ...{ name: 'Helper', language: 'en', greeting: { text: 'Hello', byLanguage: { fr: 'Bonjour' } } },
  fallback: { text: 'Pardon?' },
  answers: [
    { title: 'Opening hours', phrases: ['when are you open'], steps: [message('Nine to five')] },
    { title: 'Opening hours!', steps: [{ step: 'transfer', group: 'sales' }] },
  ],
  channels: ['web'],
};

describe('bots', () => {
  it('get keys, a way to humans, and an entry of the history', async () => {
    const created = await createBot(as('lead'), helper);
    expect(created).toMatchObject({ key: 'helper', version: 1, active: true, avatar: null, uses: [] });
    expect(created.answers.map(({ key, offered }) => [key, offered])).toEqual([
      ['opening-hours', true],
      ['opening-hours-2', true],
    ]);
    expect(created.human).toMatchObject({ offered: true, label: { text: 'Talk to a person' }, group: null });
    expect(created.channels).toEqual([{ key: 'web', name: 'Web Widget', inUse: false }]);
    expect(await last()).toMatchObject({ kind: 'bot', verb: 'created', subject: { name: 'Helper' } });
    expect(await getBot(as('agent'), 'helper')).toMatchObject({ greeting: helper.greeting });
    expect(await listBots(as('agent'), { ...page, search: 'help', active: true })).toMatchObject({ total: 1 });
    expect(await listBots(as('agent'), { ...page, active: false })).toMatchObject({ total: 0 });
  });

  it('change in part, under the version that was edited, and answer so at once', async () => {
    expect((await readDeskBot(test.database, home.accountId, 'helper'))?.fallback.text).toBe('Pardon?');
    const changed = await updateBot(as('lead'), 'helper', { fallback: { text: 'Sorry?' }, version: 1 });
    expect(changed).toMatchObject({ version: 2, greeting: helper.greeting, fallback: { text: 'Sorry?' } });
    expect(changed.answers).toHaveLength(2);
    expect((await readDeskBot(test.database, home.accountId, 'helper'))?.fallback.text).toBe('Sorry?');
    expect(await last()).toMatchObject({ verb: 'updated', after: { fallback: { text: 'Sorry?' } } });
    const stale = await refusal(updateBot(as('lead'), 'helper', { active: false }, 1));
    expect([stale.code, stale.details.currentVersion]).toEqual(['stale_version', 2]);
    await updateBot(as('lead'), 'helper', { active: false });
    expect(await readDeskBot(test.database, home.accountId, 'helper')).toBeUndefined();
    await updateBot(as('lead'), 'helper', { active: true });
  });

  it('have names of their own; copies are published nowhere', async () => {
    expect(await codes(createBot(as('lead'), { ...helper, name: 'HELPER' }))).toBe('name_taken name:name_taken');
    const copy = await cloneBot(as('lead'), 'helper', 'fr');
    expect(copy).toMatchObject({ name: 'Helper (copie)', channels: [], greeting: helper.greeting });
    expect(copy.answers.map(({ key }) => key)).toEqual(['opening-hours', 'opening-hours-2']);
    await deleteBot(as('lead'), copy.key);
    expect(await last()).toMatchObject({ verb: 'deleted' });
  });

  const answer = { title: 'A', steps: [message('a')] };
  const quick = (to: string) => ({
    ...{ step: 'quick_replies' as const, text: 'Which?' },
    replies: [{ label: 'X', answer: to }],
  });
  it.each<[string, Partial<BotInput>, string]>([
    ['no greeting', { greeting: { text: ' ' } }, 'greeting.text:required'],
    [
      'a language that is none',
      { greeting: { text: 'a', byLanguage: { 'a b': 'c' } } },
      'greeting.byLanguage.a b:bad_format',
    ],
    ['an answer without steps', { answers: [{ title: 'A', steps: [] }] }, 'answers[0].steps:too_few'],
    [
      'a step after a transfer',
      { answers: [{ title: 'A', steps: [{ step: 'transfer' }, message('a')] }] },
      'answers[0].steps[0]:step_must_be_last',
    ],
    [
      'an unknown step',
      { answers: [{ title: 'A', steps: [{ step: 'dance' } as never] }] },
      'answers[0].steps[0].step:not_one_of',
    ],
    ['two answers of one title', { answers: [answer, { ...answer, title: 'a' }] }, 'answers[1].title:name_taken'],
    [
      'a reply to nothing',
      { answers: [{ ...answer, steps: [quick('nowhere')] }] },
      'answers[0].steps[0].replies[0].answer:unknown_answer',
    ],
    [
      'eleven replies',
      {
        answers: [
          {
            ...answer,
            key: 'a',
            steps: [{ ...quick('a'), replies: Array.from({ length: 11 }, () => ({ label: 'X', answer: 'a' })) }],
          },
        ],
      },
      'answers[0].steps[0].replies:too_many',
    ],
    [
      'a group that is not',
      { answers: [{ ...answer, steps: [{ step: 'transfer', group: 'gone' }] }] },
      'answers[0].steps[0].group:unknown_group',
    ],
    ['a channel that is not', { channels: ['gone'] }, 'channels[0]:unknown_channel'],
    [
      'too much',
      {
        answers: Array.from({ length: 100 }, (_, index) => ({
          title: `A${index}`,
          steps: [message('x'.repeat(2_000)), message('y'.repeat(1_900))],
        })),
      },
      'answers:answers_too_large',
    ],
  ])('refuse %s and say where', async (_what, part, expected) => {
    expect(await codes(createBot(as('lead'), { ...helper, name: 'Other', ...part }))).toBe(`invalid ${expected}`);
  });

  it('are tried without sending anything', async () => {
    const tried = await testBot(as('agent'), 'helper', { text: 'Hi, when are you open?' });
    expect(tried).toMatchObject({
      answer: 'opening-hours',
      asks: [],
      handOver: null,
      replies: [{ text: 'Nine to five' }],
    });
    expect(tried.matches[0]).toEqual({
      ...{ answer: 'opening-hours', title: 'Opening hours', phrase: 'when are you open', score: 1 },
    });
    const other = await testBot(as('agent'), 'helper', { text: 'qwertz', language: 'fr' });
    expect(other).toMatchObject({
      answer: null,
      replies: [{ text: 'Sorry?', quickReplies: [{}, {}, { id: '@human' }] }],
    });
  });
});

describe('a bot in use', () => {
  it('says where, and goes only with force; the channel gets its own response back', async () => {
    const { channels } = home;
    await changeRules(as('admin'), ({ tx, accountId }) => switchBot(tx, accountId, channels.web, 'helper'));
    const uses = [{ kind: 'channel', id: 'web', name: 'Web Widget' }];
    expect(await getBot(as('agent'), 'helper')).toMatchObject({ uses, channels: [{ key: 'web', inUse: true }] });
    // Saving it anew does not switch it off.
    await updateBot(as('lead'), 'helper', { channels: ['web', 'api'] });
    expect((await getBot(as('agent'), 'helper')).channels).toMatchObject([
      { key: 'api', inUse: false },
      { key: 'web', inUse: true },
    ]);
    const refused = await refusal(deleteBot(as('lead'), 'helper'));
    expect([refused.code, refused.details.uses]).toEqual(['in_use', uses]);
    await deleteBot(as('lead'), 'helper', { force: true });
    expect(await test.database.query('select 1 from bot_channels where account_id = $1', [home.accountId])).toEqual([]);
  });

  it('made again it answers first where it did, inactive too, unless another bot has come there', async () => {
    const again: BotInput = { ...helper, name: 'Helper again', active: false, answersFirst: ['web'] };
    const { key } = await createBot(as('lead'), again);
    const stored = await getBot(as('agent'), key);
    expect(stored).toMatchObject({ active: false, channels: [{ key: 'web', inUse: true }] });
    const other = await createBot(as('lead'), { ...again, name: 'Latecomer', active: true });
    expect(other.channels).toMatchObject([{ key: 'web', inUse: false }]);
    const refused = createBot(as('lead'), { ...again, name: 'Lost', answersFirst: ['nowhere'] });
    expect(await codes(refused)).toBe('invalid answersFirst[0]:unknown_channel');
    for (const each of [key, other.key]) await deleteBot(as('lead'), each, { force: true });
  });

  it('says which answer a proactive message runs, also under another title', async () => {
    const { key, answers } = await createBot(as('lead'), {
      ...{ ...helper, name: 'Guide', answers: helper.answers?.slice(0, 1) },
    });
    await createMessage(as('lead'), {
      ...{ name: 'Which size?', brand: 'main', channel: 'web', message: 'Shall I help?' },
      when: { all: [{ field: 'visitor_page_url', operator: 'contains_any', value: ['sizes'] }] },
      reply: { kind: 'bot', bot: key, answer: 'opening-hours' },
    });
    const uses = [{ kind: 'proactive', name: 'Which size?', answer: 'opening-hours' }];
    expect((await getBot(as('agent'), key)).uses).toMatchObject(uses);
    const renamed = answers.map((each) => ({ ...each, title: `All ${each.title}` }));
    expect((await updateBot(as('lead'), key, { answers: renamed })).uses).toMatchObject(uses);
    const listed = (await listBots(as('agent'), page)).items.find((bot) => bot.key === key);
    expect(listed?.uses).toMatchObject(uses);
  });

  it('holds groups that it transfers to, and does without them when they are gone', async () => {
    await createBot(as('lead'), {
      ...helper,
      human: { offered: true, label: { text: 'Us' }, message: {}, group: 'sales' },
    });
    const refused = await refusal(deleteGroup(as('admin'), 'sales'));
    expect(refused.details.uses).toEqual([{ kind: 'bot', id: 'helper', name: 'Helper' }]);
    await deleteGroup(as('admin'), 'sales', { force: true });
    const bot = await readDeskBot(test.database, home.accountId, 'helper');
    expect(bot?.human.group).toBeNull();
    expect(bot?.answers[1]?.steps).toMatchObject([{ step: 'transfer', group: null }]);
    expect((await getBot(as('agent'), 'helper')).answers[1]?.steps).toMatchObject([{ group: 'sales' }]);
  });
});

const writes: Record<string, (context: Context) => Promise<unknown>> = {
  createBot: (c) => createBot(c, { ...helper, name: 'A' }),
  cloneBot: (c) => cloneBot(c, 'helper', 'en'),
  updateBot: (c) => updateBot(c, 'helper', { name: 'A' }),
  deleteBot: (c) => deleteBot(c, 'helper'),
};

it.each(Object.entries(writes))('%s is refused to an agent', async (_name, write) => {
  expect(await codes(write(as('agent')))).toBe('forbidden');
});

const onOne = Object.entries({ ...writes, testBot: (c: Context) => testBot(c, 'helper', { text: 'x' }) });

it.each(onOne.filter(([name]) => name !== 'createBot'))('%s finds nothing of another account', async (_name, write) => {
  expect(await codes(write(as('admin', elsewhere)))).toBe('not_found');
});

it('another account sees and names none of them', async () => {
  const { id } = await getBot(as('lead'), 'helper');
  expect(await codes(getBot(as('admin', elsewhere), id))).toBe('not_found');
  expect(await listBots(as('admin', elsewhere), page)).toEqual({ items: [], total: 0 });
  const foreign = { ...helper, answers: [], channels: [home.channels.web] };
  expect(await codes(createBot(as('admin', elsewhere), foreign))).toBe('invalid channels[0]:unknown_channel');
});
