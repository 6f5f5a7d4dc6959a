import type { Explanation } from '@/lib/contracts/firing';
import type { Context } from '../context';
import { permit } from '../permit';
import { readRules } from '../rules/rule-row';
import { readCircumstances } from './circumstances';
import { explainRule } from './explain-rule';
import { getEvent } from './read';
import { startsOn } from './runs-on';

/** Triggers and workflows that run on such an event, each explained: what fired first, then active ones, by name. */
export async function rulesOnEvent(
  context: Context,
  eventId: string,
  limit = 40,
): Promise<{ items: Explanation[]; more: number }> {
  const { db, actor } = context;
  permit(actor, 'log.read');
  const event = await getEvent(context, eventId);
  const rows = await db.query<{ id: string; total: number }>(
    `select r.id, count(*) over ()::int as total from rules r
      left join firings f on f.account_id = r.account_id and f.event_id = $2 and f.rule_id = r.id
      where r.account_id = $1 and (f.id is not null or (r.family in ('trigger', 'workflow') and r.deleted_at is null
        and r.body->>'on' in (select jsonb_array_elements_text($3::text::jsonb))))
      order by f.id is null, not r.active, lower(r.name), r.id limit $4`,
    [actor.accountId, event.id, JSON.stringify(startsOn(event)), limit],
  );
  const ids = rows.map(({ id }) => id);
  const rules = new Map((await readRules(db, actor.accountId, null, ids)).map((rule) => [rule.id, rule]));
  const seen = await readCircumstances(db, actor.accountId, event.id, ids);
  const items = ids.flatMap((id) => {
    const rule = rules.get(id);
    return rule ? [explainRule(rule, event, seen(id))] : [];
  });
  return { items, more: (rows[0]?.total ?? 0) - items.length };
}
