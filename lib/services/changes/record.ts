import { isDeepStrictEqual } from 'node:util';
import type { Queries } from '@/db/client';
import { changes } from '@/db/schema';
import { uuidV7 } from '@/db/uuid-v7';
import type { Actor } from '@/lib/auth/actor';

export type ChangeVerb =
  | 'created'
  | 'updated'
  | 'deleted'
  | 'activated'
  | 'deactivated'
  | 'reactivated'
  | 'restored'
  | 'imported'
  | 'invited'
  | 'joined'
  | 'revoked'
  | 'password_changed'
  | 'retried'
  | 'continued'
  | 'cancelled'
  | 'suspended'
  | 'unsuspended'
  | 'merged'
  | 'exported'
  | 'erased'
  | 'marked_broken'
  | 'reordered'
  | 'applied';

export type Change = {
  /** What it is: `trigger`, `group`, `brand`, `channel`, `user`, `token`, … */
  kind: string;
  /** uuid or key. */
  id: string;
  name: string;
  verb: ChangeVerb;
  /** As the API answers it. With both given, only what differs is kept. */
  before?: object;
  after?: object;
  at?: Date;
};

/** Writes the change history, in the transaction of the change. Values under names of secrets are left out. */
export async function record(tx: Queries, actor: Actor, change: Change): Promise<void> {
  const { before, after } = difference(change.before, change.after);
  await tx.drizzle.insert(changes).values({
    accountId: actor.accountId,
    id: uuidV7(),
    at: change.at ?? new Date(),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    entityKind: change.kind,
    entityId: change.id,
    entityName: change.name,
    verb: change.verb,
    before: before && withoutSecrets(before),
    after: after && withoutSecrets(after),
  });
}

/** Bookkeeping that changes with every write and says nothing. */
const noise = new Set(['updatedAt', 'version', 'lastUsedAt']);

function difference(before: object | undefined, after: object | undefined) {
  if (!before || !after) return { before, after };
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differs = (key: string) =>
    !noise.has(key) && !isDeepStrictEqual(Reflect.get(before, key), Reflect.get(after, key));
  const changed = [...keys].filter(differs);
  const pick = (from: object) => Object.fromEntries(changed.map((key) => [key, Reflect.get(from, key)]));
  return { before: pick(before), after: pick(after) };
}

const secretName = /secret|password|hash|^token$|credential|apikey|api_key/i;

function withoutSecrets(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !secretName.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutSecrets(inner)]));
}
