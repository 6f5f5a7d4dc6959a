import type { Queries } from '@/db/client';

import type { Issue } from '@/lib/contracts/app-error';
import { AppError } from '@/lib/contracts/app-error';
import { referencesOfRule, renameInRule } from '@/lib/engine/bodies';
import type { Group } from '@/lib/engine/rule';
import type { Family, ReferenceKind } from '@/lib/engine/value';

/** What an account's rules can name: key and name by kind, and the keys behind uuids. */
export interface AccountReferences {
  readonly byKind: ReadonlyMap<ReferenceKind, ReadonlyMap<string, { name: string; active: boolean }>>;
  keyOf(kind: ReferenceKind, keyOrId: string): string | undefined;
}

const TABLES = {
  group: 'groups',
  brand: 'brands',
  channel: 'channels',
  schedule: 'schedules',
  bot: 'bots',
  status: 'statuses',
  inbox: 'inboxes',
  agent: 'agents',
  inbox_group: 'inbox_groups',
  integration: 'integrations',
} as const satisfies Record<ReferenceKind, string>;

/** One statement for every kind. */
export async function loadReferences(tx: Queries, accountId: string): Promise<AccountReferences> {
  const selects = Object.entries(TABLES).map(
    ([kind, table]) =>
      `select '${kind}' as kind, id::text, key, name, coalesce((to_jsonb(t)->>'active')::boolean, true) as active from ${table} t where account_id = $1`,
  );
  const rows = await tx.query<{ kind: ReferenceKind; id: string; key: string; name: string; active: boolean }>(
    `${selects.join(' union all ')} order by name`,
    [accountId],
  );
  const byKind = new Map<ReferenceKind, Map<string, { name: string; active: boolean }>>();
  const keys = new Map<string, string>();
  for (const { kind, id, key, name, active } of rows) {
    const known = byKind.get(kind) ?? new Map();
    known.set(key, { name, active });
    byKind.set(kind, known);
    keys.set(`${kind}:${id}`, key);
  }
  const keyOf = (kind: ReferenceKind, given: string) =>
    byKind.get(kind)?.has(given) ? given : keys.get(`${kind}:${given.toLowerCase()}`);
  return { byKind, keyOf };
}

/** The rule with every reference by key. @throws AppError `invalid` naming each reference that does not exist */
export function normaliseReferences<B extends { readonly when: Group }>(
  family: Family,
  rule: { readonly body: B; readonly channels: readonly string[] },
  references: AccountReferences,
): { body: B; channels: string[] } {
  const missing: Issue[] = referencesOfRule(family, rule.body)
    .filter(({ kind, key }) => references.keyOf(kind, key) === undefined)
    .map(({ kind, key, path }) => unknownReference(path, kind, key));
  const channels = rule.channels.map((given, index) => {
    const key = references.keyOf('channel', given);
    if (key === undefined) missing.push(unknownReference(`channels[${index}]`, 'channel', given));
    return key ?? given;
  });
  if (missing.length > 0) throw new AppError('invalid', {}, { issues: missing });
  return {
    channels: [...new Set(channels)],
    body: renameInRule(family, rule.body, (kind, key) => references.keyOf(kind, key) ?? key),
  };
}

function unknownReference(path: string, kind: ReferenceKind, key: string): Issue {
  return { path, code: 'unknown_reference', params: { kind, key: key.slice(0, 100) } };
}
