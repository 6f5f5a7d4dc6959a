import type { Queries } from '@/db/client';
import { AppError, type Use } from '@/lib/contracts/app-error';
import { record } from '../changes/record';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { markBroken, usedBy } from '../rules/broken';
import { changeRules } from '../rules/change-rules';
import { readGroup } from './read';

/**
 * With `force` what names it loses it: rules become broken, channels and overflows point to none.
 * @throws AppError `in_use` with the list, `forbidden`, `not_found`
 */
export async function deleteGroup(context: Context, keyOrId: string, { force = false } = {}): Promise<void> {
  permit(context.actor, 'organisation.write');
  await changeRules(context, async ({ tx, accountId }) => {
    const { id, key, name } = await requireByKey(tx, 'groups', accountId, keyOrId);
    const before = await readGroup(tx, accountId, id);
    const uses = [...(await usedBy(tx, accountId, 'group', key)), ...(await otherUses(tx, accountId, { id, key }))];
    if (uses.length > 0 && !force) throw new AppError('in_use', { kind: 'group', count: uses.length }, { uses });
    await release(tx, accountId, id);
    await tx.query('delete from groups where account_id = $1 and id = $2', [accountId, id]);
    await markBroken(tx, context.actor, 'group', key);
    await record(tx, context.actor, { kind: 'group', id, name, verb: 'deleted', before });
  });
}

/** A bot whose group is gone calls the humans of the channel's default group. */
function otherUses(tx: Queries, accountId: string, { id, key }: { id: string; key: string }): Promise<Use[]> {
  return tx.query<Use>(
    `select 'channel' as kind, key as id, name from channels where account_id = $1 and default_group_id = $2
      union all select 'group', key, name from groups where account_id = $1 and overflow_group_id = $2
      union all select 'bot', key, name from bots where account_id = $1 and (settings->'human'->>'group' = $3
        or jsonb_path_exists(answers, '$[*].steps[*] ? (@.step == "transfer" && @.group == $key)', jsonb_build_object('key', $3::text)))
      order by 1, 3`,
    [accountId, id, key],
  );
}

async function release(tx: Queries, accountId: string, id: string): Promise<void> {
  const params = [accountId, id];
  await tx.query(
    'update channels set default_group_id = null, version = version + 1 where account_id = $1 and default_group_id = $2',
    params,
  );
  await tx.query(
    'update groups set overflow_group_id = null, overflow_minutes = null where account_id = $1 and overflow_group_id = $2',
    params,
  );
}
