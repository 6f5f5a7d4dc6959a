import type { Queries } from '@/db/client';
import { choicesOf } from '@/lib/engine/flow/bot-flow';
import { readDeskBot } from '../bots/desk';
import type { WidgetSession } from './find-session';
import { quickRepliesOf } from './read-messages';

/** Only what was offered lately can be chosen. */
const MESSAGES = 20;

/** The label of a quick reply that was offered in the conversation; undefined when none has this id. */
export async function findQuickReply(
  db: Queries,
  accountId: string,
  conversation: string,
  id: string,
): Promise<string | undefined> {
  const rows = await db.query<{ seq: number; meta: Record<string, unknown> | null }>(
    `select seq, meta from messages where account_id = $1 and conversation_id = $2 and kind = 'quick_replies'
      order by seq desc limit ${MESSAGES}`,
    [accountId, conversation],
  );
  return rows.flatMap(({ seq, meta }) => quickRepliesOf(seq, meta)).find((each) => each.id === id)?.label;
}

/** The label of a choice that the channel's bot offers before anything was said. */
export async function findChoice(
  db: Queries,
  { accountId, channel, language }: WidgetSession,
  id: string,
): Promise<string | undefined> {
  const bot = channel.bot && (await readDeskBot(db, accountId, channel.bot.key));
  return bot ? choicesOf(bot, { language }).find((each) => each.id === id)?.label : undefined;
}
