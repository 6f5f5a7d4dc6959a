import type { Context } from '../context';
import { may, permit } from '../permit';

export const FIRST_STEPS = ['activate', 'widget', 'token', 'event', 'firing', 'invite'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

type Done = Record<FirstStep, boolean>;

/** What a new account has already done, and which of it is the reader's to do. Each is seen in the data, none is ticked by hand. */
export async function readFirstSteps({
  db,
  actor,
}: Context): Promise<{ step: FirstStep; done: boolean; mine: boolean }[]> {
  permit(actor, 'rules.read');
  const [done] = await db.query<Done>(
    `select exists (select 1 from rules where account_id = $1 and active) as activate,
      exists (select 1 from channel_sightings where account_id = $1 and allowed) as widget,
      exists (select 1 from api_tokens where account_id = $1) as token,
      exists (select 1 from events where account_id = $1) as event,
      exists (select 1 from firings where account_id = $1) as firing,
      (select count(*) > 1 from users where account_id = $1) as invite`,
    [actor.accountId],
  );
  const mine: Done = {
    activate: may(actor, 'rules.write'),
    widget: may(actor, 'channels.write'),
    token: may(actor, 'tokens.manage'),
    event: may(actor, 'events.send'),
    firing: true,
    invite: may(actor, 'team.manage'),
  };
  return FIRST_STEPS.map((step) => ({ step, done: done?.[step] ?? false, mine: mine[step] }));
}
