import type { Queries } from '@/db/client';
import type { Desk } from '@/lib/engine/flow/flow';
import type { Reception } from '@/lib/engine/state/derive-flow';
import type { Phase } from '@/lib/engine/state/fact-state';
import { readDeskBot } from '../bots/desk';
import { readSituation } from './config';
import type { WidgetSession } from './find-session';

/**
 * How the channel receives this customer now: by its bot, its response, or humans who kept control.
 * @param phase of the conversation that runs: once humans have it, nothing else receives
 */
export async function readReception(db: Queries, session: WidgetSession, phase: Phase | undefined): Promise<Reception> {
  const { channel, language, now } = session;
  const humans = phase === 'requesting' || phase === 'queued' || phase === 'assigned';
  const desk: Desk = humans ? { kind: 'none' } : await deskOf(db, session, now);
  const sender =
    desk.kind === 'bot'
      ? { name: desk.bot.name, avatar: `bot:${desk.bot.key}` }
      : { name: channel.brand, avatar: `channel:${channel.key}` };
  return { desk, sender, language };
}

async function deskOf(db: Queries, session: WidgetSession, now: Date): Promise<Desk> {
  const { channel } = session;
  if (channel.conversationControl === 'keep' && (await hadHumans(db, session))) return { kind: 'none' };
  const key = (await botThatBegan(db, session)) ?? channel.bot?.key;
  const bot = key === undefined ? undefined : await readDeskBot(db, channel.accountId, key);
  if (bot) return { kind: 'bot', bot };
  const { response } = await readSituation(db, channel, now);
  return { kind: 'response', which: response.kind, response: response.response };
}

/**
 * The bot of the running conversation, as long as it is in use on the channel. One that a proactive message named goes
 * on without that, as long as it is published there.
 */
async function botThatBegan(db: Queries, { accountId, channel, customer }: WidgetSession): Promise<string | undefined> {
  const [row] = await db.query<{ bot: string }>(
    `select bot.key as bot from conversations c
      join bots bot on bot.account_id = c.account_id and bot.key = c.flow->>'bot' and bot.active
      join bot_channels bc on bc.account_id = bot.account_id and bc.bot_id = bot.id and bc.channel_id = $4
      where c.account_id = $1 and c.customer_id = $2 and c.channel_key = $3 and c.phase = 'bot'
        and (bc.in_use or exists (select from proactive_interactions p where p.account_id = c.account_id
          and p.customer_id = c.customer_id and p.conversation_id = c.id and p.kind = 'reply'))
      order by c.id desc limit 1`,
    [accountId, customer.id, channel.key, channel.id],
  );
  return row?.bot;
}

/** Whether humans had an earlier conversation of the customer on this channel. */
async function hadHumans(db: Queries, { accountId, channel, customer }: WidgetSession): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>(
    `select exists (select from conversations where account_id = $1 and customer_id = $2 and channel_key = $3
      and ticket_created_at is not null) as any`,
    [accountId, customer.id, channel.key],
  );
  return row?.any === true;
}
