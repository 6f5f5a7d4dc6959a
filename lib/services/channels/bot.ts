import type { Queries } from '@/db/client';
import { invalid } from '@/lib/contracts/app-error';
import type { ResponseBot } from '@/lib/contracts/responses';
import { offersOf } from '@/lib/engine/flow/bot-flow';
import { botOf, type StoredBot } from '../bots/stored';
import { resolveByKey } from '../find-by-key';

export type PublishedBot = ResponseBot & { inUse: boolean };

type Row = StoredBot & { avatar: string | null; active: boolean; inUse: boolean };

/** Bots published to a channel, by name. */
export async function botsOfChannel(tx: Queries, accountId: string, channelId: string): Promise<PublishedBot[]> {
  const rows = await tx.query<Row & Record<string, unknown>>(
    `select b.key, b.name, b.avatar, b.greeting, b.fallback, b.language, b.answers, b.settings, b.active,
        bc.in_use as "inUse"
      from bot_channels bc join bots b on b.account_id = bc.account_id and b.id = bc.bot_id
      where bc.account_id = $1 and bc.channel_id = $2 order by lower(b.name), b.id`,
    [accountId, channelId],
  );
  return rows.map((row) => {
    const { key, name, avatar, active, inUse } = row;
    const bot = botOf(row);
    return {
      key,
      name,
      avatar,
      active,
      inUse,
      greeting: bot.greeting,
      choices: offersOf(bot).map(({ label }) => label),
    };
  });
}

/**
 * Lets a bot answer first on a channel, or none. The default responses stay as they are stored. The caller holds the
 * account's exclusive lock. @throws AppError `invalid` (`unknown_bot`, `bot_not_published`, `bot_inactive`) at `bot`
 */
export async function switchBot(tx: Queries, accountId: string, channelId: string, bot: string | null): Promise<void> {
  const chosen = bot === null ? null : await resolveByKey(tx, 'bots', accountId, bot, 'bot');
  if (chosen) {
    const published = await botsOfChannel(tx, accountId, channelId);
    const found = published.find(({ key }) => key === chosen.key);
    if (!found) throw invalid('bot', 'bot_not_published', { name: chosen.name });
    // One that is on already may stay on while it is inactive: saving texts is no reason to be refused.
    if (!found.active && !found.inUse) throw invalid('bot', 'bot_inactive', { name: chosen.name });
  }
  // Off before on: at most one is in use.
  const where = 'account_id = $1 and channel_id = $2';
  await tx.query(`update bot_channels set in_use = false where ${where} and in_use`, [accountId, channelId]);
  if (chosen) {
    await tx.query(`update bot_channels set in_use = true where ${where} and bot_id = $3`, [
      ...[accountId, channelId, chosen.id],
    ]);
  }
}
