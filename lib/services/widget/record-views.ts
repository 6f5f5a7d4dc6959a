import type { Queries } from '@/db/client';
import type { ViewsInput } from '@/lib/contracts/widget-proactive';
import type { WidgetChannel } from './find-channel';

/** Pages that an account stores in an hour: enough to explain what visitors ask about, and little for a busy site. */
const VIEWS_PER_HOUR = 1_000;

/** Whether what browsers tell is stored at present. */
export async function takesViews(db: Queries, accountId: string): Promise<boolean> {
  const [row] = await db.query<{ taken: boolean }>(
    `select count(*) < $2::int as taken from (select 1 from proactive_views
      where account_id = $1 and at > clock_timestamp() - interval '1 hour' limit $2::int) recent`,
    [accountId, VIEWS_PER_HOUR],
  );
  return row?.taken ?? false;
}

/**
 * Stores what became of each message on the pages of a visit. `customer` is the uuid of whom the session's token names;
 * then the earlier pages of the same visit are theirs too. Dropped when the hour is full.
 */
export async function recordViews(
  db: Queries,
  { accountId, key }: WidgetChannel,
  customer: string | null,
  { visit, views }: ViewsInput,
): Promise<void> {
  if (!(await takesViews(db, accountId))) return;
  const rows = views.map(({ id, ago, url, seconds, facts, candidates }) => ({
    id,
    ago,
    url,
    seconds,
    facts,
    candidates,
  }));
  await db.pipeline([
    {
      sql: `insert into proactive_views (account_id, id, channel_key, customer_id, visit_id, url, seconds, facts, candidates, at)
        select $1, v.id, $2, $3, $4, v.url, v.seconds, v.facts, v.candidates, clock_timestamp() - v.ago * interval '1 millisecond'
        from jsonb_to_recordset($5::text::jsonb) as v(id uuid, ago integer, url text, seconds integer, facts jsonb, candidates jsonb)
        on conflict (account_id, id) do update set seconds = excluded.seconds, facts = excluded.facts, candidates = excluded.candidates
          where proactive_views.visit_id = excluded.visit_id and proactive_views.channel_key = excluded.channel_key`,
      params: [accountId, key, customer, visit, JSON.stringify(rows)],
    },
    ...(customer === null
      ? []
      : [
          {
            sql: `update proactive_views set customer_id = $3 where account_id = $1 and visit_id = $2 and channel_key = $4
              and customer_id is null`,
            params: [accountId, visit, customer, key],
          },
        ]),
  ]);
}
