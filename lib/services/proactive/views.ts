/** What became of the live messages on the pages that visitors saw, as their browsers told it. */
import type { Slice } from '@/lib/contracts/list';
import type { ProactiveView, ViewsQuery } from '@/lib/contracts/proactive';
import type { ViewReason } from '@/lib/contracts/widget-proactive';
import type { Facts } from '@/lib/engine/value';
import type { Context } from '../context';
import { findCustomer } from '../conversations/find';
import { readCursor, writeCursor } from '../cursor';
import { permit } from '../permit';
import { READ } from '../rules/family';
import { searchPattern } from '../search-pattern';

export interface ViewRow extends Record<string, unknown> {
  id: string;
  at: Date;
  url: string;
  channel: string;
  visit: string;
  seconds: number;
  customer: { key: string; name: string | null } | null;
  facts: Facts;
  candidates: { id: string; version: number; name: string; reason: ViewReason }[];
}

/**
 * A message that something stopped when the browser told may have been shown on the same page since; the server knows
 * of it. `$1` is the account.
 */
export const VIEWS = `select v.id, v.at, v.url, v.channel_key as channel, v.visit_id as visit, v.seconds, v.facts,
    (select jsonb_build_object('key', u.ext_id, 'name', u.name) from customers u
      where u.account_id = v.account_id and u.id = v.customer_id and u.erased_at is null) as customer,
    (select coalesce(jsonb_agg(jsonb_build_object('id', each->>'id', 'version', each->'version', 'name', coalesce(r.name, each->>'id'),
        'reason', case when exists (select from proactive_interactions i
          where i.account_id = v.account_id and i.rule_id = r.id and i.kind = 'impression' and i.visit_id = v.visit_id
            and i.url = v.url and i.at >= v.at and not exists (select from proactive_views next where next.account_id = v.account_id
              and next.visit_id = v.visit_id and next.at > v.at and next.at <= i.at)) then '{"by": "shown"}'::jsonb else each->'reason' end) order by place), '[]'::jsonb)
      from jsonb_array_elements(v.candidates) with ordinality as c(each, place)
      left join rules r on r.account_id = v.account_id and r.id = (each->>'id')::uuid and r.family = 'proactive') as candidates
  from proactive_views v where v.account_id = $1`;

/** Newest first; with `message` that one alone. @throws AppError `forbidden`, `invalid` for a cursor that is none */
export async function listViews(context: Context, query: ViewsQuery): Promise<Slice<ProactiveView>> {
  const { db, actor } = context;
  permit(actor, READ);
  const { limit, message, nothing, channel, visit, search } = query;
  const [at, id] = readCursor(query.cursor, 2) ?? [];
  const customer = query.customer === undefined ? null : await findCustomer(db, actor.accountId, query.customer);
  // Nobody of this name has seen anything.
  if (customer === undefined) return { items: [], next: null };
  const rows = await db.query<ViewRow>(
    `select * from (${VIEWS} and ($2::timestamptz is null or (v.at, v.id) < ($2::timestamptz, $3::uuid))
        and ($4::uuid is null or v.customer_id = $4) and ($5::text is null or v.visit_id = $5)
        and ($6::text is null or v.channel_key = $6) and ($7::text is null or v.url ilike $7)
        and ($8::text is null or v.candidates @> $8::text::jsonb)) found
      where not $9::boolean or not found.candidates @> '[{"reason": {"by": "shown"}}]'::jsonb
      order by at desc, id desc limit $10`,
    [
      ...[actor.accountId, at ?? null, id ?? null, customer, visit ?? null, channel ?? null, searchPattern(search)],
      message === undefined ? null : JSON.stringify([{ id: message }]),
      ...[nothing ?? false, limit + 1],
    ],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => presentView(row, message)),
    next: rows.length > limit && last ? writeCursor([last.at.toISOString(), last.id]) : null,
  };
}

export function presentView({ facts: _facts, candidates, ...row }: ViewRow, message?: string): ProactiveView {
  const asked = candidates.filter(({ id }) => message === undefined || id === message);
  return {
    ...row,
    at: row.at.toISOString(),
    candidates: asked.map(({ id, name, reason }) => ({ id, name, reason })),
  };
}
