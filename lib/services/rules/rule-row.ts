import type { Queries } from '@/db/client';
import { notFound } from '@/lib/contracts/app-error';
import type { Broken } from '@/lib/contracts/trigger';
import { isUuid } from '@/lib/contracts/value';
import type { Action, Group } from '@/lib/engine/rule';
import type { Family } from '@/lib/engine/value';
import { cancelReadyOfRules } from '../connectors/cancel-sending';
import type { RuleChange } from './change-rules';

export type StoredBody = { readonly on: string; readonly when: Group; readonly do: readonly Action[] };

/** A row of `rules`, as all families store their rules. */
export type RuleRow = {
  id: string;
  family: Family;
  name: string;
  description: string;
  position: number;
  active: boolean;
  /** Never activated, and so not asked to be whole. */
  draft: boolean;
  once: boolean;
  channels: string[];
  version: number;
  body: StoredBody;
  broken: Broken | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
};

const COLUMNS = `id, family, name, description, position, active, draft, once, channels, version, body, broken,
  created_at as "createdAt", updated_at as "updatedAt", deleted_at as "deletedAt"`;

/** @throws AppError `not_found`, also for another account's or family's rule, and for a deleted one unless asked for */
export async function readRule(
  tx: Queries,
  accountId: string,
  family: Family,
  id: string,
  deleted = false,
): Promise<RuleRow> {
  const [row] = isUuid(id)
    ? await tx.query<RuleRow>(`select ${COLUMNS} from rules where account_id = $1 and id = $2 and family = $3`, [
        accountId,
        id,
        family,
      ])
    : [];
  if (!row || (row.deletedAt !== null && !deleted)) throw notFound(family, id);
  return row;
}

/** A trigger or a workflow, also a deleted one. @throws AppError `not_found` */
export async function readRuleOfTickets(tx: Queries, accountId: string, id: string): Promise<RuleRow> {
  const [row] = isUuid(id)
    ? await tx.query<RuleRow>(
        `select ${COLUMNS} from rules where account_id = $1 and id = $2 and family in ('trigger', 'workflow')`,
        [accountId, id],
      )
    : [];
  if (!row) throw notFound('rule', id);
  return row;
}

/** Several at once, in no order; those that do not exist are left out. Of any family unless one is named. */
export function readRules(
  tx: Queries,
  accountId: string,
  family: Family | null,
  ids: readonly string[],
): Promise<RuleRow[]> {
  return tx.query<RuleRow>(
    `select ${COLUMNS} from rules where account_id = $1 and ($2::text is null or family = $2) and id in (select value::uuid from jsonb_array_elements_text($3::text::jsonb))`,
    [accountId, family, JSON.stringify(ids.filter(isUuid))],
  );
}

/** Every rule of the family that is not deleted, in order. */
export function readAllRules(tx: Queries, accountId: string, family: Family): Promise<RuleRow[]> {
  return tx.query<RuleRow>(
    `select ${COLUMNS} from rules where account_id = $1 and family = $2 and deleted_at is null order by position, id`,
    [accountId, family],
  );
}

export type RuleToWrite = Omit<RuleRow, 'createdAt' | 'updatedAt' | 'deletedAt' | 'family' | 'draft'> & {
  search: string;
  draft?: boolean;
  deleted?: boolean;
};

/** Inserts or replaces rows and stores each new version. All of them in two statements, however many they are. */
export async function writeRules(
  { tx, accountId, setVersion }: RuleChange,
  family: Family,
  rows: readonly RuleToWrite[],
  author: { id: string | null; name: string },
): Promise<void> {
  const authorId = author.id && isUuid(author.id) ? author.id : null;
  const parameters = [accountId, family, setVersion, authorId, JSON.stringify(rows)];
  await tx.query(
    `insert into rules (account_id, id, family, name, description, position, active, draft, once, channels, version, body, search, broken, changed_in, updated_by, deleted_at)
      select $1, r.id, $2, r.name, r.description, r.position, r.active, coalesce(r.draft, false), r.once, r.channels, r.version, r.body, r.search, r.broken, $3, $4, case when r.deleted then now() end
      from jsonb_to_recordset($5::text::jsonb) as r(id uuid, name text, description text, position integer, active boolean, draft boolean, once boolean,
        channels text[], version integer, body jsonb, search text, broken jsonb, deleted boolean)
      on conflict (account_id, id) do update set name = excluded.name, description = excluded.description, position = excluded.position,
        active = excluded.active, draft = excluded.draft, once = excluded.once, channels = excluded.channels, version = excluded.version, body = excluded.body,
        search = excluded.search, broken = excluded.broken, changed_in = excluded.changed_in, updated_by = excluded.updated_by,
        updated_at = now(), deleted_at = excluded.deleted_at`,
    parameters,
  );
  await tx.query(
    `insert into rule_versions (account_id, rule_id, version, body, author_id, author_name)
      select $1, r.id, r.version, jsonb_build_object('name', r.name, 'description', r.description, 'active', r.active, 'oncePerTicket', r.once, 'channels', to_jsonb(r.channels)) || r.body, $2::uuid, $3
      from jsonb_to_recordset($4::text::jsonb) as r(id uuid, name text, description text, active boolean, once boolean, channels text[], version integer, body jsonb)
      on conflict do nothing`,
    [accountId, authorId, author.name, JSON.stringify(rows)],
  );
}

/** Waiting runs of rules that were switched off or deleted end here, with the reason and who did it. */
export async function cancelWaiting(
  { tx, accountId }: RuleChange,
  ids: readonly string[],
  reason: 'rule_deactivated' | 'rule_deleted',
  by: string,
): Promise<number> {
  const parameters = [accountId, JSON.stringify(ids), JSON.stringify({ reason, by })];
  const unsent = await cancelReadyOfRules(tx, accountId, ids, { reason, by });
  const steps = await tx.query<{ firing: string }>(
    `update firing_steps set state = 'cancelled', result = $3::text::jsonb, done_at = clock_timestamp()
      where account_id = $1 and rule_id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb)) and state in ('waiting', 'pending')
      returning firing_id as firing`,
    parameters,
  );
  const firings = [...new Set([...unsent, ...steps.map(({ firing }) => firing)])];
  if (firings.length === 0) return 0;
  await tx.query(
    `update firings set state = 'cancelled', reason = $3, finished_at = clock_timestamp()
      where account_id = $1 and state = 'waiting' and id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb))`,
    [accountId, JSON.stringify(firings), reason],
  );
  // A cancelled firing does not use up "once per ticket".
  await tx.query(
    `delete from once_marks where account_id = $1 and firing_id in (select value::uuid from jsonb_array_elements_text($2::text::jsonb))`,
    [accountId, JSON.stringify(firings)],
  );
  return firings.length;
}
