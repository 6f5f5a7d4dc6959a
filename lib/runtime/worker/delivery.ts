import type { Queries } from '@/db/client';
import { cancelReadyOfEnded } from '@/lib/services/connectors/cancel-sending';

export interface Delivery {
  readonly accountId: string;
  /** The idempotency key. */
  readonly key: string;
  readonly kind: string;
  /** Of an effect of a rule; null for webhooks and what the runtime queues by itself. */
  readonly firingId: string | null;
  readonly step: number | null;
  readonly webhookId: string | null;
  readonly conversationId: string | null;
  readonly payload: unknown;
  readonly attempt: number;
  /** What the attempt before this one had sent all the same. */
  readonly response: Readonly<Record<string, unknown>> | null;
}

/** What one attempt came to. */
export interface Settlement {
  readonly state: 'done' | 'ready' | 'failed';
  readonly nextAt: Date;
  readonly response: object | null;
  readonly error: { readonly code: string; readonly attempt: number; readonly detail?: string } | null;
  /** Attempts that count so far. */
  readonly attempt: number;
}

/** Only while the lease is ours: an attempt that was overtaken says nothing any more, and answers false. */
export async function closeDelivery(
  tx: Queries,
  { accountId, key, attempt, firingId }: Delivery,
  settlement: Settlement,
): Promise<boolean> {
  const { state, nextAt, response, error } = settlement;
  const rows = await tx.query(
    `update deliveries set state = $4, next_at = $5, lease_until = null, attempt = $8, response = $6::text::jsonb, last_error = $7::text::jsonb,
        done_at = case when $4 = 'ready' then null else clock_timestamp() end
      where account_id = $1 and idempotency_key = $2 and attempt = $3 and state = 'leased' returning 1 as one`,
    [
      ...[accountId, key, attempt, state, nextAt],
      ...[response && JSON.stringify(response), error && JSON.stringify(error), settlement.attempt],
    ],
  );
  if (state === 'ready' && firingId !== null) await cancelReadyOfEnded(tx, accountId, firingId);
  return rows.length > 0;
}
