import type { Context } from '../context';
import { permit } from '../permit';
import { READ } from '../rules/family';

/** A channel that shows a widget, with what messages on it can use. */
export interface Reach extends Record<string, unknown> {
  key: string;
  name: string;
  /** Key of the brand. */
  brand: string;
  /** Key of its business hours; null without, or when they were deleted. */
  schedule: string | null;
  colour: string | null;
  /** Published on it, with their answers. */
  bots: { key: string; name: string; answers: { key: string; title: string }[] }[];
}

/** @throws AppError `forbidden` */
export function listReach({ db, actor }: Context): Promise<Reach[]> {
  permit(actor, READ);
  return db.query<Reach>(
    `select c.key, c.name, b.key as brand, s.key as schedule, c.settings->>'colour' as colour,
        coalesce((select jsonb_agg(jsonb_build_object('key', bot.key, 'name', bot.name, 'answers',
            coalesce((select jsonb_agg(jsonb_build_object('key', answer->>'key', 'title', answer->>'title'))
              from jsonb_array_elements(bot.answers) answer), '[]'::jsonb)) order by lower(bot.name))
          from bot_channels bc join bots bot on bot.account_id = bc.account_id and bot.id = bc.bot_id
          where bc.account_id = c.account_id and bc.channel_id = c.id), '[]'::jsonb) as bots
      from channels c join brands b on b.account_id = c.account_id and b.id = c.brand_id
      left join schedules s on s.account_id = c.account_id and s.key = c.settings->'responses'->>'schedule'
      where c.account_id = $1 and c.kind in ('web', 'mobile') order by lower(c.name)`,
    [actor.accountId],
  );
}
