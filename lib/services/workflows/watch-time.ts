/**
 * Where the windows of time conditions stand (`time_cursors`): one for each moment that an active workflow waits for and
 * each class of tickets that it is about. A window begins when its workflow is activated, so that what was due earlier is
 * left alone; it goes on as long as the same moment is waited for.
 */
import type { Queries } from '@/db/client';
import { classesWatched, dueMomentsOf } from '@/lib/engine/start';
import type { RuleChange } from '../rules/change-rules';
import type { RuleState } from '../rules/family';

/** Before the first ticket. */
const FIRST = '00000000-0000-0000-0000-000000000000';

type Status = { key: string; class: 'open' | 'closed' };

interface Cursor {
  readonly workflow: string;
  readonly condition: string;
  readonly field: string;
  readonly minutes: number;
  readonly class: string;
}

/** @param now the moment that counts as activation; the database's own unless given */
export async function watchTime(
  { tx, accountId }: Pick<RuleChange, 'tx' | 'accountId'>,
  workflows: readonly RuleState[],
  now: Date | null = null,
): Promise<void> {
  if (workflows.length === 0) return;
  const statuses = await readStatuses(tx, accountId);
  const wanted = workflows.flatMap((each) => (each.active && !each.deleted ? cursorsOf(each, statuses) : []));
  await tx.query(
    `delete from time_cursors t where t.account_id = $1
      and t.workflow_id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb))
      and not exists (select from jsonb_to_recordset($3::text::jsonb) as w(workflow uuid, condition text)
        where w.workflow = t.workflow_id and w.condition = t.condition)`,
    [accountId, JSON.stringify(workflows.map(({ id }) => id)), JSON.stringify(wanted)],
  );
  if (wanted.length === 0) return;
  await tx.query(
    `insert into time_cursors (account_id, workflow_id, condition, field, minutes, class, at, ticket_id, since)
      select $1, w.workflow, w.condition, w.field, w.minutes, w.class,
        n.now - make_interval(mins => w.minutes), '${FIRST}', n.now
      from jsonb_to_recordset($2::text::jsonb) as w(workflow uuid, condition text, field text, minutes integer, class text),
        (select coalesce($3::timestamptz, clock_timestamp()) as now) n
      on conflict do nothing`,
    [accountId, JSON.stringify(wanted), now],
  );
}

/** Statuses have changed: windows for tickets of other classes may be needed. */
export async function watchTimeAnew({ tx, accountId, setVersion }: RuleChange): Promise<void> {
  const rows = await tx.query<RuleState>(
    `update rules set changed_in = $2 where account_id = $1 and family = 'workflow' and active and deleted_at is null
      returning id, active, body`,
    [accountId, setVersion],
  );
  await watchTime({ tx, accountId }, rows);
}

function cursorsOf({ id, body }: Pick<RuleState, 'id' | 'body'>, statuses: readonly Status[]): Cursor[] {
  const moments = dueMomentsOf(body.when);
  if (moments.length === 0) return [];
  return classesWatched(body.when, statuses).flatMap((ofClass) =>
    moments.map(({ column, minutes }) => ({
      ...{ workflow: id, condition: `${column}:${minutes}:${ofClass}` },
      ...{ field: column, minutes, class: ofClass },
    })),
  );
}

function readStatuses(tx: Queries, accountId: string): Promise<Status[]> {
  return tx.query<Status>('select key, class from statuses where account_id = $1', [accountId]);
}
