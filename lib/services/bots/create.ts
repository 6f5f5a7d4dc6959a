import type { Queries } from '@/db/client';
import { bots } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import { type Bot, type BotInput, botInput } from '@/lib/contracts/bot';
import { parse } from '@/lib/contracts/issues';
import type { Language } from '@/lib/contracts/value';
import { defaultTexts } from '@/lib/engine/bots/defaults';
import { record } from '../changes/record';
import type { Context } from '../context';
import { chooseKey } from '../find-by-key';
import { permit } from '../permit';
import { healReferences } from '../rules/broken';
import { changeRules, type RuleChange } from '../rules/change-rules';
import { copyName } from '../rules/names';
import { refuseTakenName } from './name';
import { prepareAnswers } from './prepare';
import { answerFirst, publishBot } from './publish';
import { readBot } from './read';
import { columnsOf } from './stored';

/** @throws AppError `forbidden`, `invalid` (`key_taken`, `unknown_group`, `unknown_channel` …), `name_taken` */
export async function createBot(context: Context, input: BotInput): Promise<Bot> {
  permit(context.actor, 'bots.write');
  parse(botInput, input);
  return changeRules(context, (change) => insert(change, context, input));
}

/** Stores a copy under the first free name, published nowhere. @throws AppError `forbidden`, `not_found` */
export async function cloneBot(context: Context, keyOrId: string, language: Language): Promise<Bot> {
  permit(context.actor, 'bots.write');
  return changeRules(context, async (change) => {
    const original = await readBot(change.tx, change.accountId, keyOrId);
    const taken = await namesOf(change.tx, change.accountId);
    const name = copyName(original.name, language, (candidate) => taken.has(candidate));
    const { avatar, greeting, fallback, human, answers, active } = original;
    return insert(change, context, {
      ...{ name, avatar, language: original.language, greeting, fallback, human, answers, active },
    });
  });
}

/** The name that a copy would get now. */
export async function nameOfBotCopy({ db, actor }: Context, name: string, language: Language): Promise<string> {
  const taken = await namesOf(db, actor.accountId);
  return copyName(name, language, (candidate) => taken.has(candidate));
}

async function insert({ tx, accountId }: RuleChange, context: Context, input: BotInput): Promise<Bot> {
  const { language = 'en', channels = [], answersFirst = [], active = true, ...rest } = parse(botInput, input);
  const { avatar = null, ...given } = rest;
  const id = uuidV7();
  await refuseTakenName(tx, accountId, { id, name: given.name });
  const key = await chooseKey(tx, 'bots', accountId, given);
  const { answers = [], human = defaultTexts(language).human } = await prepareAnswers(tx, accountId, given);
  const columns = columnsOf({ greeting: given.greeting, fallback: given.fallback, human, answers });
  await tx.drizzle.insert(bots).values({ accountId, id, key, name: given.name, avatar, language, active, ...columns });
  await publishBot(tx, accountId, id, channels);
  await answerFirst(tx, accountId, id, answersFirst);
  await healReferences(tx, accountId, 'bot', key);
  const bot = await readBot(tx, accountId, id);
  await record(tx, context.actor, { kind: 'bot', id, name: bot.name, verb: 'created', after: told(bot) });
  return bot;
}

async function namesOf(tx: Queries, accountId: string): Promise<Set<string>> {
  const rows = await tx.query<{ name: string }>('select lower(name) as name from bots where account_id = $1', [
    accountId,
  ]);
  return new Set(rows.map(({ name }) => name));
}

/** What the history keeps: what somebody set. */
export function told({ uses: _uses, ...bot }: Bot) {
  return bot;
}
