import { isDeepStrictEqual } from 'node:util';
import type { Queries } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import {
  type ChannelResponses,
  type MessagingResponse,
  type ResponsesChange,
  responsesChange,
} from '@/lib/contracts/responses';
import { record } from '../changes/record';
import { switchBot } from '../channels/bot';
import type { Context } from '../context';
import { requireByKey, resolveByKey } from '../find-by-key';
import { permit } from '../permit';
import { changeRules } from '../rules/change-rules';
import { readResponses } from './read';

/**
 * What the change leaves out stays; null goes back to the default. A response that says what the default says is stored
 * as the default, so that it follows the channel's language.
 * @throws AppError `forbidden`, `not_found`, `stale_version`, `invalid` (`unknown_schedule`, `unknown_bot`, …)
 */
export async function updateResponses(
  context: Context,
  channel: string,
  input: ResponsesChange,
  ifMatch?: number,
): Promise<ChannelResponses> {
  permit(context.actor, 'responses.write');
  const { version = ifMatch, bot, ...change } = parse(responsesChange, input);
  return changeRules(context, async ({ tx, accountId }) => {
    const { id, name } = await requireByKey(tx, 'channels', accountId, channel);
    const before = await readResponses(tx, accountId, id);
    if (version !== undefined && version !== before.version)
      throw new AppError('stale_version', { version }, { currentVersion: before.version });
    const schedule = await scheduleKey(tx, accountId, before, change.schedule);
    const responses = {
      ...(schedule !== null && { schedule }),
      ...kept('during', change.during, before),
      ...kept('outside', change.outside, before),
    };
    await tx.query(
      `update channels set settings = settings || jsonb_build_object('responses', $3::text::jsonb), version = version + 1,
        updated_at = clock_timestamp() where account_id = $1 and id = $2`,
      [accountId, id, JSON.stringify(responses)],
    );
    if (bot !== undefined) await switchBot(tx, accountId, id, bot);
    const after = await readResponses(tx, accountId, id);
    const told = { before: history(before), after: history(after) };
    await record(tx, context.actor, { kind: 'responses', id, name, verb: 'updated', ...told });
    return after;
  });
}

/** A deleted one may stay chosen: it is found again when it is made again. */
async function scheduleKey(
  tx: Queries,
  accountId: string,
  before: ChannelResponses,
  wanted: string | null | undefined,
): Promise<string | null> {
  if (wanted === undefined || wanted === before.schedule) return before.schedule;
  return wanted === null ? null : (await resolveByKey(tx, 'schedules', accountId, wanted, 'schedule')).key;
}

function kept(
  kind: 'during' | 'outside',
  wanted: MessagingResponse | null | undefined,
  before: ChannelResponses,
): Partial<Record<'during' | 'outside', MessagingResponse>> {
  const response = wanted === undefined ? before[kind] : wanted;
  if (response === null) return {};
  const { firstMessage, followUp } = response;
  const details = (['name', 'email'] as const).filter((field) => response.details.includes(field));
  const tidy = { firstMessage: tidied(firstMessage), details, followUp: tidied(followUp) };
  return isDeepStrictEqual(tidy, before.defaults[kind]) ? {} : { [kind]: tidy };
}

function tidied({ text, byLanguage = {} }: MessagingResponse['firstMessage']): MessagingResponse['firstMessage'] {
  return Object.keys(byLanguage).length > 0 ? { text, byLanguage } : { text };
}

function history({ schedule, during, outside, bot }: ChannelResponses): object {
  return { schedule, during, outside, bot: bot?.key ?? null };
}
