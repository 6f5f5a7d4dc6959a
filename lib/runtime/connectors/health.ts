import type { Database } from '@/db/client';

/** What happened last, kept beside the integration: changes neither its version nor what it is. */
export async function noteHealth(
  database: Database,
  { accountId, integrationId }: { accountId: string; integrationId: string },
  health:
    | { lastSuccessAt: Date }
    | { lastErrorAt: Date; lastError: string; lastDetail: string | null; pausedUntil?: Date },
): Promise<void> {
  // Nothing is stored of what stands in.
  if (integrationId === '') return;
  const forgotten = 'lastSuccessAt' in health ? ['lastError', 'lastDetail', 'pausedUntil'] : [];
  await database.query(
    `update integrations set state = (state - array(select jsonb_array_elements_text($4::text::jsonb))) || $3::text::jsonb
      where account_id = $1 and id = $2`,
    [accountId, integrationId, JSON.stringify(health), JSON.stringify(forgotten)],
  );
}
