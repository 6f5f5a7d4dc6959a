import type { Queries } from '@/db/client';
import type { ProactiveBody } from '@/lib/engine/proactive/message';
import { textOfMessage } from '@/lib/engine/proactive/message';
import type { Reception } from '@/lib/engine/state/derive-flow';
import { readDeskBot } from '../bots/desk';
import type { WidgetSession } from './find-session';

export interface ProactiveReception {
  readonly reception: Reception;
  readonly rule: string;
  readonly version: number;
  /** Key of the bot's answer that runs, whatever the visitor writes. */
  readonly answer?: string;
}

/**
 * How a visitor is received who answers a proactive message: the message stands first, then comes its follow-up. It
 * counts as it was shown, also when it was paused or deleted meanwhile; one that this customer never saw does not.
 */
export async function readProactiveReception(
  db: Queries,
  { accountId, channel, customer, language }: WidgetSession,
  rule: string,
): Promise<ProactiveReception | undefined> {
  const [row] = await db.query<{ version: number; body: ProactiveBody }>(
    `select i.rule_version as version, v.body from proactive_interactions i
      join rule_versions v on v.account_id = i.account_id and v.rule_id = i.rule_id and v.version = i.rule_version
      where i.account_id = $1 and i.customer_id = $2 and i.rule_id = $3 and i.kind = 'impression' and i.channel_key = $4
      order by i.at desc limit 1`,
    [accountId, customer.id, rule, channel.key],
  );
  if (!row) return undefined;
  const { message, reply, tags } = row.body;
  const { version } = row;
  if (reply.kind === 'bot') {
    const bot = await readDeskBot(db, accountId, reply.bot);
    if (!bot) return undefined;
    const desk = { kind: 'bot', bot: { ...bot, greeting: textOfMessage(message) } } as const;
    const sender = { name: bot.name, avatar: `bot:${bot.key}` };
    return { reception: { desk, sender, language, tags }, rule, version, answer: reply.answer };
  }
  const response = {
    firstMessage: textOfMessage(message),
    details: reply.details,
    followUp: textOfMessage(reply.followUp),
  };
  const reception: Reception = {
    desk: { kind: 'response', which: 'proactive', response },
    sender: { name: channel.brand, avatar: `channel:${channel.key}` },
    ...{ language, tags },
  };
  return { reception, rule, version };
}
