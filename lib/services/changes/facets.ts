import type { Context } from '../context';
import { permit } from '../permit';

export interface ChangeFacets {
  /** Kinds of things that were changed. */
  kinds: string[];
  /** Who changed something, by their present name; `system` stands for the product itself. */
  actors: { id: string; name: string }[];
}

/** What the change history can be narrowed to. @throws AppError `forbidden` */
export async function changeFacets({ db, actor }: Context): Promise<ChangeFacets> {
  permit(actor, 'changes.read');
  const kinds = await db.query<{ kind: string }>(
    'select distinct entity_kind as kind from changes where account_id = $1 order by 1',
    [actor.accountId],
  );
  const actors = await db.query<{ id: string; name: string }>(
    `select coalesce(actor_id, 'system') as id, (array_agg(actor_name order by id desc))[1] as name from changes
      where account_id = $1 group by 1 order by lower((array_agg(actor_name order by id desc))[1])`,
    [actor.accountId],
  );
  return { kinds: kinds.map(({ kind }) => kind), actors };
}
