import type { Queries } from '@/db/client';
import type { EventAnalysis } from '@/lib/contracts/firing';

type Row = Omit<EventAnalysis, 'state' | 'doneAt'> & {
  state: 'ready' | 'leased' | 'done' | 'failed' | 'cancelled';
  doneAt: Date | null;
};

/**
 * How the language model sorted an event's message. The event that brought the answer has the key of the question for
 * its id; of the message's own event the key is made from the message's number.
 */
export async function analysisOf(tx: Queries, accountId: string, event: string): Promise<EventAnalysis | null> {
  const [row] = await tx.query<Row>(
    `select d.state, d.attempt, d.done_at as "doneAt", d.response as result, d.last_error as error
      from events e join deliveries d on d.account_id = e.account_id and d.conversation_id = e.conversation_id
        and d.idempotency_key = case when e.ext_id like 'analysis:%' then e.ext_id
          else (select 'analysis:' || m.conversation_id || ':' || m.seq from messages m where m.account_id = e.account_id
            and m.conversation_id = e.conversation_id and m.client_id = e.payload -> 'message' ->> 'id') end
      where e.account_id = $1 and e.id = $2`,
    [accountId, event],
  );
  return row ? { ...row, state: stateOf(row), doneAt: row.doneAt?.toISOString() ?? null } : null;
}

function stateOf({ state, result }: Row): EventAnalysis['state'] {
  if (state === 'ready' || state === 'leased') return 'waiting';
  // The customer had written again meanwhile, and the newer message is sorted instead.
  return state === 'done' && result?.skipped !== undefined ? 'skipped' : state;
}
