import type { Queries } from '@/db/client';
import type { Desk } from '@/lib/engine/flow/flow';
import type { Reception } from '@/lib/engine/state/derive-flow';
import { readDeskBot } from '../bots/desk';
import { readSituation } from './config';
import type { WidgetSession } from './find-session';

/** How the channel receives this customer now: by its bot, its response, or humans who kept control. */
export async function readReception(db: Queries, session: WidgetSession): Promise<Reception> {
  const { channel, language, now } = session;
  const desk = await deskOf(db, session, now);
  const sender =
    desk.kind === 'bot'
      ? { name: desk.bot.name, avatar: `bot:${desk.bot.key}` }
      : { name: channel.brand, avatar: `channel:${channel.key}` };
  return { desk, sender, language };
}

async function deskOf(db: Queries, session: WidgetSession, now: Date): Promise<Desk> {
  const { channel } = session;
  if (channel.conversationControl === 'keep' && (await hadHumans(db, session))) return { kind: 'none' };
  const bot = channel.bot && (await readDeskBot(db, channel.accountId, channel.bot.key));
  if (bot) return { kind: 'bot', bot };
  const { response } = await readSituation(db, channel, now);
  return { kind: 'response', which: response.kind, response: response.response };
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
