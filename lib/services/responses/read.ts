import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { ChannelResponses, MessagingResponse, ResponseBot } from '@/lib/contracts/responses';
import { isUuid } from '@/lib/contracts/value';
import type { Schedule } from '@/lib/engine/hours/schedule';
import { resolveResponse, responseOf, scheduleOf } from '@/lib/engine/responses/resolve-response';
import { defaultResponse, type MessagingResponse as EngineResponse } from '@/lib/engine/responses/response';
import { botsOfChannel, type PublishedBot } from '../channels/bot';
import type { Context } from '../context';
import { permit } from '../permit';

type Row = {
  id: string;
  responses: unknown;
  language: 'en' | 'fr';
  version: number;
  now: Date;
};

/** What a customer of the channel reads before an agent is there. @throws AppError `forbidden`, `not_found` */
export async function getResponses({ db, actor }: Context, channel: string): Promise<ChannelResponses> {
  permit(actor, 'organisation.read');
  return readResponses(db, actor.accountId, channel);
}

/** @throws AppError `not_found` */
export async function readResponses(tx: Queries, accountId: string, keyOrId: string): Promise<ChannelResponses> {
  const { id, responses, language, version, now } = await readRow(tx, accountId, keyOrId);
  const chosen = scheduleOf(responses);
  const schedule = chosen === null ? undefined : await findSchedule(tx, accountId, chosen);
  const resolved = resolveResponse({ responses, language, schedules: schedule ? [schedule] : [], at: now });
  const bots = await botsOfChannel(tx, accountId, id);
  const bot = bots.find(({ inUse }) => inUse);
  return {
    schedule: chosen,
    deletedSchedule:
      chosen !== null && !schedule ? { key: chosen, name: await nameOfDeleted(tx, accountId, chosen) } : null,
    during: plain(responseOf(responses, 'during', language)),
    outside: plain(responseOf(responses, 'outside', language)),
    defaults: {
      during: plain(defaultResponse('during', language)),
      outside: plain(defaultResponse('outside', language)),
    },
    language,
    bot: bot ? withoutUse(bot) : null,
    bots: bots.map(withoutUse),
    now: { uses: bot?.active ? 'bot' : resolved.kind, inHours: resolved.inHours, at: now.toISOString() },
    version,
  };
}

async function readRow(tx: Queries, accountId: string, keyOrId: string): Promise<Row> {
  const condition = isUuid(keyOrId) ? 'c.id = $2::uuid' : 'c.key = $2';
  const [row] = await tx.query<Row>(
    `select c.id, c.settings -> 'responses' as responses, coalesce(c.settings ->> 'language', a.language) as language,
        c.version, clock_timestamp() as now
      from channels c join accounts a on a.id = c.account_id where c.account_id = $1 and ${condition}`,
    [accountId, keyOrId],
  );
  if (!row) throw notFound('channel', keyOrId);
  return { ...row, language: row.language === 'fr' ? 'fr' : 'en' };
}

async function findSchedule(tx: Queries, accountId: string, key: string) {
  const [row] = await tx.query<{ key: string } & Schedule & Record<string, unknown>>(
    'select key, time_zone as "timeZone", intervals, holidays from schedules where account_id = $1 and key = $2',
    [accountId, key],
  );
  return row;
}

/** The change history remembers it until retention thins it out. */
async function nameOfDeleted(tx: Queries, accountId: string, key: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `select entity_name as name from changes where account_id = $1 and entity_kind = 'schedule' and verb = 'deleted'
      and before ->> 'key' = $2 order by id desc limit 1`,
    [accountId, key],
  );
  return row?.name ?? null;
}

/** Lists of the engine are read-only. */
function plain({ firstMessage, details, followUp }: EngineResponse): MessagingResponse {
  return { firstMessage, details: [...details], followUp };
}

function withoutUse({ inUse: _, ...bot }: PublishedBot): ResponseBot {
  return bot;
}
