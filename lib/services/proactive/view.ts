import { notFound } from '@/lib/contracts/app-error';
import type { ProactiveViewDetail } from '@/lib/contracts/proactive';
import { isUuid } from '@/lib/contracts/value';
import { explain } from '@/lib/engine/explain';
import type { ProactiveBody } from '@/lib/engine/proactive/message';
import type { Facts } from '@/lib/engine/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ } from '../rules/family';
import { presentView, VIEWS, type ViewRow } from './views';

type VersionRow = { id: string; version: number; body: Pick<ProactiveBody, 'on' | 'when'> };

/**
 * One page of a visit. Every condition is judged again, by the version that the browser had and on the values that it
 * saw. @throws AppError `forbidden`, `not_found`
 */
export async function readView({ db, actor }: Context, id: string): Promise<ProactiveViewDetail> {
  permit(actor, READ);
  const [row] = isUuid(id) ? await db.query<ViewRow>(`${VIEWS} and v.id = $2`, [actor.accountId, id]) : [];
  if (!row) throw notFound('view', id);
  const versions = await db.query<VersionRow>(
    `select v.rule_id as id, v.version, v.body from rule_versions v
      join jsonb_to_recordset($2::text::jsonb) as c(id uuid, version integer) on v.rule_id = c.id and v.version = c.version
      where v.account_id = $1`,
    [actor.accountId, JSON.stringify(row.candidates.map((each) => ({ id: each.id, version: each.version })))],
  );
  const { candidates: _brief, ...view } = presentView(row);
  return {
    ...view,
    candidates: row.candidates.map(({ id: rule, version, name, reason }) => {
      const body = versions.find((each) => each.id === rule && each.version === version)?.body;
      return { id: rule, version, name, reason, on: body?.on ?? null, trace: body ? traceOf(body, row.facts) : null };
    }),
  };
}

type Traced = ProactiveViewDetail['candidates'][number]['trace'];

function traceOf({ when }: VersionRow['body'], facts: Facts): Traced {
  // A trace is plain JSON; the contract describes it more loosely.
  return explain({ when }, facts) as unknown as Traced;
}
