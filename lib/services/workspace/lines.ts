import type { Queries } from '@/db/client';
import type { LineChange, ThreadLine } from '@/lib/contracts/workspace';
import type { Change, Shown } from '@/lib/engine/state/line';
import { iso } from '../search-pattern';

/** `between`: after the messages of these numbers. `since`: the events after a number, the oldest first. */
export type Lines =
  | { readonly kind: 'between'; readonly from: number; readonly to: number; readonly upTo: number }
  | { readonly kind: 'since'; readonly event: number; readonly upTo: number; readonly limit: number };

/** So many events of a conversation without messages are told; older ones stand in the log of events. */
const MOST_BETWEEN = 500;

/** As `LINE_COLUMNS` answers it. */
export type LineRow = {
  event: number;
  at: Date;
  shown: Shown;
  actor: ThreadLine['actor'];
  firing: ThreadLine['firing'];
};

/** An event that the thread says something about, of events `e`. */
export const LINE_COLUMNS = `e.seq as event, e.occurred_at as at, e.shown, e.payload -> 'actor' as actor,
  case when e.cause_firing is not null then jsonb_build_object('id', e.cause_firing, 'rule',
    coalesce((select f.rule_name from firings f where f.account_id = e.account_id and f.id = e.cause_firing), '')) end as firing`;

/** What happened in a conversation besides messages, one line for each change. */
export async function readLines(
  db: Queries,
  accountId: string,
  id: string,
  lines: Lines,
): Promise<{ entries: ThreadLine[]; more: boolean }> {
  const rows = await readEvents(db, accountId, id, lines);
  const limit = lines.kind === 'since' ? lines.limit : MOST_BETWEEN;
  const kept = rows.slice(0, limit);
  return { entries: await presentLines(db, accountId, kept), more: rows.length > limit };
}

/** One line for each change, with the names of groups and agents. */
export async function presentLines(db: Queries, accountId: string, rows: readonly LineRow[]): Promise<ThreadLine[]> {
  const changes = rows.flatMap(({ shown }) => shown.changes);
  const named = await readNames(db, accountId, changes);
  return rows.flatMap((row) => linesOf(row, named));
}

export function linesOf({ shown, at, ...row }: LineRow, named: Names): ThreadLine[] {
  return shown.changes.map((change) => {
    return { kind: 'line', ...row, at: iso(at), after: shown.after, change: presentChange(change, named) };
  });
}

function readEvents(db: Queries, accountId: string, id: string, lines: Lines): Promise<LineRow[]> {
  const isSince = lines.kind === 'since';
  const condition = isSince ? 'e.seq > $4' : "(e.shown ->> 'after')::int between $4 and $5";
  const limit = isSince ? lines.limit + 1 : MOST_BETWEEN;
  return db.query<LineRow>(
    `select ${LINE_COLUMNS} from events e where e.account_id = $1 and e.conversation_id = $2 and e.seq <= $3
      and e.shown is not null and ${condition} order by e.seq ${isSince ? 'asc' : 'desc'} limit ${limit}`,
    isSince ? [accountId, id, lines.upTo, lines.event] : [accountId, id, lines.upTo, lines.from, lines.to],
  );
}

type Named = { key: string; name: string } | null;
type Kind = 'group' | 'agent' | 'status' | 'inbox' | 'integration';
/** The name behind a key; of what is gone the key is the name. */
export type Names = (kind: Kind, key: string | null) => Named;

/** The names of what changes name by key. */
export async function readNames(db: Queries, accountId: string, changes: readonly Change[]): Promise<Names> {
  const keys = Map.groupBy(changes.flatMap(keysOf), ([kind]) => kind);
  const of = (kind: Kind) => [...new Set((keys.get(kind) ?? []).flatMap(([, key]) => (key === null ? [] : [key])))];
  const asked = KINDS.filter(([kind]) => of(kind).length > 0);
  const selects = asked.map(
    ([kind, table], index) =>
      `select '${kind}' as kind, key, name from ${table} where account_id = $1 and key = any($${index + 2}::text[])`,
  );
  const rows =
    asked.length === 0
      ? []
      : await db.query<{ kind: string; key: string; name: string }>(selects.join(' union all '), [
          accountId,
          ...asked.map(([kind]) => of(kind)),
        ]);
  return (kind, key) =>
    key === null ? null : { key, name: rows.find((row) => row.kind === kind && row.key === key)?.name ?? key };
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ['group', 'groups'],
  ['agent', 'agents'],
  ['status', 'statuses'],
  ['inbox', 'inboxes'],
  ['integration', 'integrations'],
];

function keysOf(change: Change): [Kind, string | null][] {
  switch (change.type) {
    case 'queued':
      return [['group', change.group]];
    case 'transferred':
      return both('group', change);
    case 'assigned':
      return both('agent', change);
    case 'unassigned':
      return [['agent', change.from]];
    case 'status':
      return both('status', change);
    case 'filed':
      return change.field === 'inbox' || change.field === 'integration' ? both(change.field, change) : [];
    default:
      return [];
  }
}

function both(kind: Kind, { from, to }: { from: string | null; to: string | null }): [Kind, string | null][] {
  return [
    [kind, from],
    [kind, to],
  ];
}

function presentChange(change: Change, names: Names): LineChange {
  switch (change.type) {
    case 'queued':
      return { ...change, group: names('group', change.group) };
    case 'transferred':
      return { ...change, from: names('group', change.from), to: names('group', change.to) };
    case 'assigned':
      return { ...change, from: names('agent', change.from), to: names('agent', change.to) };
    case 'unassigned':
      return { ...change, from: names('agent', change.from) };
    case 'status': {
      const { from, to } = change;
      return { ...change, from: names('status', from) ?? same(from), to: names('status', to) ?? same(to) };
    }
    case 'filed': {
      const { field, from, to } = change;
      if (field !== 'inbox' && field !== 'integration') return change;
      return { ...change, from: names(field, from)?.name ?? null, to: names(field, to)?.name ?? null };
    }
    case 'tags':
    case 'orders':
      return { type: change.type, added: [...change.added], removed: [...change.removed] };
    default:
      return change;
  }
}

function same(key: string) {
  return { key, name: key };
}
