import type { Queries } from '@/db/client';
import { AppError, type Issue } from '@/lib/contracts/app-error';
import type { ProactiveBody } from '@/lib/engine/proactive/message';

type Row = { kind: string; brand: string; bots: { key: string; answers: string[] }[] };

/**
 * Refuses a channel that is not of the brand or shows no widget, and a bot or answer that is not there to answer on it.
 * A draft may name a bot that is not published yet. @throws AppError `invalid`
 */
export async function refuseUnreachable(
  tx: Queries,
  accountId: string,
  { brand, channel, reply }: ProactiveBody,
  draft: boolean,
): Promise<void> {
  const [row] = await tx.query<Row>(
    `select c.kind, b.key as brand,
        coalesce((select jsonb_agg(jsonb_build_object('key', bot.key, 'answers',
            coalesce((select jsonb_agg(answer->>'key') from jsonb_array_elements(bot.answers) answer), '[]'::jsonb)))
          from bot_channels bc join bots bot on bot.account_id = bc.account_id and bot.id = bc.bot_id
          where bc.account_id = c.account_id and bc.channel_id = c.id), '[]'::jsonb) as bots
      from channels c join brands b on b.account_id = c.account_id and b.id = c.brand_id
      where c.account_id = $1 and c.key = $2`,
    [accountId, channel],
  );
  // A channel that does not exist was refused before.
  if (!row) return;
  const issues: Issue[] = [];
  if (row.kind !== 'web' && row.kind !== 'mobile') issues.push({ path: 'channel', code: 'channel_without_widget' });
  if (row.brand !== brand)
    issues.push({ path: 'channel', code: 'channel_of_other_brand', params: { brand: row.brand } });
  if (reply.kind === 'bot' && !draft) {
    const bot = row.bots.find(({ key }) => key === reply.bot);
    if (!bot) issues.push({ path: 'reply.bot', code: 'bot_not_on_channel', params: { channel } });
    else if (!bot.answers.includes(reply.answer)) issues.push({ path: 'reply.answer', code: 'unknown_answer' });
  }
  if (issues.length > 0) throw new AppError('invalid', {}, { issues });
}
