import { and, eq } from 'drizzle-orm';
import { bots } from '@/db/schema';
import { AppError } from '@/lib/contracts/app-error';
import { type Bot, type BotChange, botChange } from '@/lib/contracts/bot';
import { parse } from '@/lib/contracts/issues';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { told } from './create';
import { refuseTakenName } from './name';
import { prepareAnswers } from './prepare';
import { publishBot } from './publish';
import { readBot } from './read';
import { columnsOf } from './stored';

/**
 * What the change leaves out stays.
 * @throws AppError `forbidden`, `not_found`, `stale_version`, `name_taken`, `invalid`
 */
export async function updateBot(context: Context, keyOrId: string, input: BotChange, ifMatch?: number): Promise<Bot> {
  permit(context.actor, 'bots.write');
  const { version, name, avatar, language, active, channels, ...texts } = parse(botChange, input);
  const expected = ifMatch ?? version;
  return changeRules(context, async ({ tx, accountId }) => {
    const { id } = await requireByKey(tx, 'bots', accountId, keyOrId);
    const before = await readBot(tx, accountId, id);
    if (expected !== undefined && expected !== before.version) {
      const current = { expected, current: before.version };
      throw new AppError('stale_version', current, { currentVersion: before.version });
    }
    if (name !== undefined) await refuseTakenName(tx, accountId, { id, name });
    const prepared = await prepareAnswers(tx, accountId, texts);
    const said = columnsOf({
      greeting: texts.greeting ?? before.greeting,
      fallback: texts.fallback ?? before.fallback,
      human: prepared.human ?? before.human,
      answers: prepared.answers ?? before.answers,
    });
    await tx.drizzle
      .update(bots)
      .set({ name, avatar, language, active, ...said, version: before.version + 1, updatedAt: new Date() })
      .where(and(eq(bots.accountId, accountId), eq(bots.id, id)));
    if (channels) await publishBot(tx, accountId, id, channels);
    const after = await readBot(tx, accountId, id);
    await record(tx, context.actor, {
      ...{ kind: 'bot', id, name: after.name, verb: 'updated', before: told(before), after: told(after) },
    });
    return after;
  });
}
