import type { Queries } from '@/db/client';
import type { Connector } from '@/lib/engine/definition';
import { actionOf } from '@/lib/engine/registry';
import type { Action } from '@/lib/engine/rule';
import type { Family } from '@/lib/engine/value';

/** What is connected: each connector stands in `integrations` as a kind of its own, and is active. */
export async function connectedOf(tx: Queries, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ kind: string }>(
    'select distinct kind from integrations where account_id = $1 and active',
    [accountId],
  );
  return new Set(rows.map(({ kind }) => kind));
}

/** What these actions need, each once, with the place of the action that needs it first. */
export function connectorsOf(family: Family, actions: readonly Action[]): { connector: Connector; index: number }[] {
  const needed = new Map<Connector, number>();
  for (const [index, { action }] of actions.entries()) {
    const connector = actionOf(family, action)?.connector;
    if (connector && !needed.has(connector)) needed.set(connector, index);
  }
  return [...needed].map(([connector, index]) => ({ connector, index }));
}
