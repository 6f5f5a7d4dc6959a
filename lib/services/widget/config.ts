import type { Queries } from '@/db/client';
import type { WidgetConfig } from '@/lib/contracts/widget';
import type { Bot } from '@/lib/engine/bots/bot';
import { choicesOf } from '@/lib/engine/flow/bot-flow';
import type { Schedule } from '@/lib/engine/hours/schedule';
import { textFor } from '@/lib/engine/language';
import { type ResolvedResponse, resolveResponse } from '@/lib/engine/responses/resolve-response';
import { readDeskBot } from '../bots/desk';
import type { WidgetChannel } from './find-channel';
import { wordsLanguage } from './language';

/** What holds on the channel at a moment: its response, and whether proactive messages may come. */
export interface ChannelSituation {
  readonly response: ResolvedResponse;
  readonly proactive: boolean;
  /** The bot that answers first. */
  readonly bot: Bot | null;
  readonly now: Date;
}

export async function readSituation(
  db: Queries,
  channel: WidgetChannel,
  now: Date | null = null,
): Promise<ChannelSituation> {
  const { accountId, settings, language } = channel;
  const [row] = await db.query<{
    schedules: ({ key: string } & Schedule)[] | null;
    proactive: boolean;
    now: Date;
  }>(
    `select (select jsonb_agg(jsonb_build_object('key', key, 'timeZone', time_zone, 'intervals', intervals,
          'holidays', holidays)) from schedules where account_id = $1 and key = $2) as schedules,
        exists (select from rules where account_id = $1 and family = 'proactive' and active and deleted_at is null
          and broken is null and body->>'channel' = $3) as proactive,
        coalesce($4::timestamptz, clock_timestamp()) as now`,
    [accountId, scheduleOf(settings.responses), channel.key, now],
  );
  if (!row) throw new Error('The database told nothing');
  const response = resolveResponse({
    ...{ responses: settings.responses, language, schedules: row.schedules ?? [], at: row.now },
  });
  const bot = channel.bot ? await readDeskBot(db, accountId, channel.bot.key) : undefined;
  return { response, proactive: row.proactive, bot: bot ?? null, now: row.now };
}

/** @param language what the customer reads, if it is known */
export function presentConfig(
  channel: WidgetChannel,
  { response, proactive, bot, now }: ChannelSituation,
  { asked, language }: { asked: string; language: string | null },
): WidgetConfig {
  const { settings, brand } = channel;
  const { firstMessage, details } = response.response;
  const words = wordsLanguage(language, channel.language);
  const first = bot ? bot.greeting : firstMessage;
  return {
    channel: {
      key: asked,
      name: brand,
      colour: text(settings.colour),
      logo: text(settings.logo),
      position: settings.position === 'left' ? 'left' : 'right',
      language: channel.language,
    },
    language: words,
    response: {
      mode: bot ? 'bot' : 'default',
      inHours: response.inHours ?? true,
      firstMessage: textFor(language ?? words, first.text, first.byLanguage),
      quickReplies: bot ? choicesOf(bot, { language: language ?? words }).map((each) => ({ ...each })) : [],
      details: bot ? [] : [...details],
      bot: bot && { name: bot.name, avatar: channel.bot?.avatar ?? null },
    },
    proactive,
    now: now.toISOString(),
  };
}

function scheduleOf(responses: unknown): string | null {
  if (typeof responses !== 'object' || responses === null || !('schedule' in responses)) return null;
  return typeof responses.schedule === 'string' ? responses.schedule : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
