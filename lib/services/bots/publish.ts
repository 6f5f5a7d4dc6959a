import type { Queries } from '@/db/client';
import { resolveAll } from '../find-by-key';

/**
 * Publishes a bot to exactly these channels. Where it is taken from a channel that it answers first on, the channel's
 * own response comes back. @throws AppError `invalid` (`unknown_channel`)
 */
export async function publishBot(
  tx: Queries,
  accountId: string,
  botId: string,
  channels: readonly string[],
): Promise<void> {
  const wanted = (await resolveAll(tx, 'channels', accountId, channels, 'channels')).map(({ id }) => id);
  const list = JSON.stringify(wanted);
  await tx.query(
    `delete from bot_channels where account_id = $1 and bot_id = $2
      and channel_id not in (select value::uuid from jsonb_array_elements_text($3::text::jsonb))`,
    [accountId, botId, list],
  );
  await tx.query(
    `insert into bot_channels (account_id, bot_id, channel_id)
      select $1, $2, value::uuid from jsonb_array_elements_text($3::text::jsonb) on conflict do nothing`,
    [accountId, botId, list],
  );
}

/**
 * Lets a bot answer first on those of its channels where none does. One that is inactive too: so a deleted one comes
 * back as it was. @throws AppError `invalid` (`unknown_channel`)
 */
export async function answerFirst(
  tx: Queries,
  accountId: string,
  botId: string,
  channels: readonly string[],
): Promise<void> {
  const wanted = (await resolveAll(tx, 'channels', accountId, channels, 'answersFirst')).map(({ id }) => id);
  await tx.query(
    `update bot_channels bc set in_use = true where account_id = $1 and bot_id = $2
      and channel_id in (select value::uuid from jsonb_array_elements_text($3::text::jsonb))
      and not exists (select 1 from bot_channels other
        where other.account_id = $1 and other.channel_id = bc.channel_id and other.in_use)`,
    [accountId, botId, JSON.stringify(wanted)],
  );
}
