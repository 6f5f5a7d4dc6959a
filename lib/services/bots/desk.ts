import type { Queries } from '@/db/client';
import type { Bot } from '@/lib/engine/bots/bot';
import { prepareAnswers } from '@/lib/engine/bots/match';
import { botOf, type StoredBot } from './stored';

interface Kept {
  readonly bot: Bot;
  readonly version: number;
  /** Keys of the account's groups, sorted: transfers to others go to the channel's default group. */
  readonly groups: string;
}

const kept = new Map<string, Kept>();
const MOST_KEPT = 200;

/**
 * What a bot knows, as it answers customers: read once for each of its versions and made ready for questions. The
 * version stands in the row that is read anyway, so a change counts at the next message.
 */
export async function readDeskBot(db: Queries, accountId: string, key: string): Promise<Bot | undefined> {
  const [stamp] = await db.query<{ id: string; version: number; groups: string }>(
    `select id, version, (select coalesce(string_agg(key, ' ' order by key), '') from groups where account_id = $1) as groups
      from bots where account_id = $1 and key = $2 and active`,
    [accountId, key],
  );
  if (!stamp) return undefined;
  const place = `${accountId} ${stamp.id}`;
  const known = kept.get(place);
  if (known && known.version === stamp.version && known.groups === stamp.groups) return known.bot;
  const [row] = await db.query<StoredBot & { version: number } & Record<string, unknown>>(
    `select key, name, greeting, fallback, language, answers, settings, version from bots
      where account_id = $1 and id = $2 and active`,
    [accountId, stamp.id],
  );
  if (!row) return undefined;
  const bot = withKnownGroups(botOf(row), new Set(stamp.groups.split(' ')));
  prepareAnswers(bot.answers);
  kept.delete(place);
  kept.set(place, { bot, version: row.version, groups: stamp.groups });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return bot;
}

/** A group that is gone is no reason to leave a customer without humans. */
function withKnownGroups(bot: Bot, groups: ReadonlySet<string>): Bot {
  const known = (group: string | null) => (group !== null && groups.has(group) ? group : null);
  return {
    ...bot,
    human: { ...bot.human, group: known(bot.human.group) },
    answers: bot.answers.map((answer) => ({
      ...answer,
      steps: answer.steps.map((step) => (step.step === 'transfer' ? { ...step, group: known(step.group) } : step)),
    })),
  };
}
