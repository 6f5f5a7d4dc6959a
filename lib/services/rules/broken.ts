import type { Queries } from '@/db/client';
import type { Actor } from '@/lib/auth/actor';
import type { Use } from '@/lib/contracts/app-error';
import type { Broken } from '@/lib/contracts/trigger';
import { referencesOfRule } from '@/lib/engine/bodies';
import type { Family, ReferenceKind } from '@/lib/engine/value';
import { record } from '../changes/record';
import { bumpRuleSet } from './change-rules';
import type { StoredBody } from './rule-row';

type Named = { id: string; name: string; family: Family; channels: string[]; body: StoredBody; broken: Broken | null };

/** Rules that name a thing: what a deletion would break. */
export async function usedBy(tx: Queries, accountId: string, kind: ReferenceKind, key: string): Promise<Use[]> {
  const rows = await rulesNaming(tx, accountId, kind, key);
  return rows.map(({ id, name, family }) => ({ kind: family, id, name }));
}

/**
 * Marks the rules that name a thing that is being deleted: their conditions on it become unknown and they show as broken.
 * The caller holds the account's exclusive lock.
 */
export async function markBroken(tx: Queries, actor: Actor, kind: ReferenceKind, key: string): Promise<void> {
  const gone = `${kind}:${key}`;
  const rows = await rulesNaming(tx, actor.accountId, kind, key);
  await writeBroken(
    tx,
    actor.accountId,
    rows.map((row) => ({
      id: row.id,
      broken: { reason: 'reference_gone', gone: [...new Set([...(row.broken?.gone ?? []), gone])] },
    })),
  );
  for (const { id, name, family } of rows)
    await record(tx, actor, { kind: family, id, name, verb: 'marked_broken', after: { gone } });
}

/** A thing with a key that rules were missing exists again. The caller holds the account's exclusive lock. */
export async function healReferences(tx: Queries, accountId: string, kind: ReferenceKind, key: string): Promise<void> {
  const healed = `${kind}:${key}`;
  const rows = (await rulesNaming(tx, accountId, kind, key)).filter(({ broken }) => broken?.gone.includes(healed));
  const without = rows.map(({ id, broken }) => {
    const gone = (broken?.gone ?? []).filter((each) => each !== healed);
    return { id, broken: gone.length > 0 ? { reason: 'reference_gone' as const, gone } : null };
  });
  await writeBroken(tx, accountId, without);
}

async function writeBroken(
  tx: Queries,
  accountId: string,
  rows: readonly { id: string; broken: Broken | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  const version = await bumpRuleSet(tx, accountId);
  await tx.query(
    `update rules set broken = r.broken, changed_in = $2 from jsonb_to_recordset($3::text::jsonb) as r(id uuid, broken jsonb)
      where rules.account_id = $1 and rules.id = r.id`,
    [accountId, version, JSON.stringify(rows)],
  );
}

async function rulesNaming(tx: Queries, accountId: string, kind: ReferenceKind, key: string): Promise<Named[]> {
  // The text of the body narrows the search, the tree decides.
  const rows = await tx.query<Named>(
    `select id, name, family, channels, body, broken from rules
      where account_id = $1 and deleted_at is null and (position($2 in body::text) > 0 or $3 = any(channels)) order by lower(name)`,
    [accountId, JSON.stringify(key), key],
  );
  return rows.filter(
    ({ family, body, channels }) =>
      (kind === 'channel' && channels.includes(key)) ||
      referencesOfRule(family, body).some((each) => each.kind === kind && each.key === key),
  );
}
