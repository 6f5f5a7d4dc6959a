import type { Queries } from '@/db/client';

/**
 * Effects that wait for their first or next attempt are cancelled with their steps; what is being attempted right now
 * still says what came of it. `which` names the steps by the alias `s`; $1 is the account, $2 the steps' result.
 */
async function cancelReady(tx: Queries, which: string, parameters: readonly unknown[]): Promise<string[]> {
  const rows = await tx.query<{ firing: string }>(
    `with gone as (update deliveries d set state = 'cancelled', done_at = clock_timestamp() from firing_steps s
        where d.account_id = $1 and d.state = 'ready' and s.account_id = d.account_id and s.firing_id = d.firing_id
          and s.step = d.step and s.state = 'sending' and ${which} returning d.firing_id, d.step)
      update firing_steps s set state = 'cancelled', result = $2::text::jsonb, done_at = clock_timestamp()
        from gone where s.account_id = $1 and s.firing_id = gone.firing_id and s.step = gone.step
        returning s.firing_id as firing`,
    [...parameters],
  );
  return rows.map(({ firing }) => firing);
}

/** Of rules. Answers the firings. */
export function cancelReadyOfRules(
  tx: Queries,
  accountId: string,
  rules: readonly string[],
  result: object,
): Promise<string[]> {
  const named = 's.rule_id in (select value::uuid from jsonb_array_elements_text($3::text::jsonb))';
  return cancelReady(tx, named, [accountId, JSON.stringify(result), JSON.stringify(rules)]);
}

/** Of a firing that ended meanwhile: no further attempt is made. */
export function cancelReadyOfEnded(
  tx: Queries,
  accountId: string,
  firing: string,
  result: object = { reason: 'cancelled' },
): Promise<string[]> {
  const ended = `s.firing_id = $3 and exists (select from firings f
    where f.account_id = s.account_id and f.id = s.firing_id and f.state <> 'waiting')`;
  return cancelReady(tx, ended, [accountId, JSON.stringify(result), firing]);
}
