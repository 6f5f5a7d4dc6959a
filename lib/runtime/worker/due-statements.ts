/**
 * The round trip with which a worker takes due waits: the same order of locks as ingest, but what somebody else holds
 * is skipped. Steps are read after the locks, so those that another worker has done meanwhile are gone.
 */
import { accountLockShared } from '@/db/account-lock';
import type { Statement } from '@/db/client';
import { deltaStatement } from '../rules/rule-cache';
import { selectRow } from '../work/table';
import { conversationsTable, customersTable, firingsTable, stepsTable } from '../work/tables';

const DUE = `s.state = 'waiting' and s.due_at <= coalesce($3::timestamptz, clock_timestamp())`;

export interface Unless {
  readonly firingId: string;
  readonly agent_replied: boolean;
  readonly customer_replied: boolean;
  readonly conversation_ended: boolean;
}

/** @param version of the rules that this process has */
export function dueStatements(accountId: string, conversations: readonly string[], now: Date | null, version: number) {
  const params = [accountId, conversations, now];
  const dueFirings = `select s.firing_id from firing_steps s
    where s.account_id = $1 and s.conversation_id = any($2::uuid[]) and ${DUE}`;
  return {
    lock: accountLockShared(accountId),
    customers: {
      sql: `select ${selectRow(customersTable, 'c')} from customers c where c.account_id = $1 and c.id = any(array(
          select customer_id from conversations where account_id = $1 and id = any($2::uuid[])))
        order by c.ext_id for no key update skip locked`,
      params: params.slice(0, 2),
    },
    conversations: {
      sql: `select ${selectRow(conversationsTable, 'c')} from conversations c
        where c.account_id = $1 and c.id = any($2::uuid[]) order by c.ext_id for no key update skip locked`,
      params: params.slice(0, 2),
    },
    firings: {
      sql: `select ${selectRow(firingsTable, 'f')} from firings f
        where f.account_id = $1 and f.state = 'waiting' and f.id in (${dueFirings}) order by f.id`,
      params,
    },
    steps: {
      sql: `select ${selectRow(stepsTable, 't')} from firing_steps t
        where t.account_id = $1 and t.firing_id in (${dueFirings}) order by t.firing_id, t.step`,
      params,
    },
    unless: { sql: happenedSince(`s.conversation_id = any($2::uuid[]) and ${DUE}`), params },
    rules: deltaStatement(accountId, version),
    clock: { sql: 'select coalesce($1::timestamptz, clock_timestamp()) as now', params: [now] },
  } satisfies Record<string, Statement>;
}

/** What has happened since the waits that `which` (of the alias `s`) names began. `$1` is the account. */
export function happenedSince(which: string): string {
  return `select s.firing_id as "firingId", bool_or(${said('agent')}) as agent_replied,
      bool_or(${said('customer')}) as customer_replied, bool_or(e.type = 'conversation_ended') as conversation_ended
    from firing_steps s join events e on e.account_id = s.account_id and e.conversation_id = s.conversation_id
      and e.seq > (s.result ->> 'since')::int
    where s.account_id = $1 and ${which} and s.params ? 'unless' group by s.firing_id`;
}

function said(sender: 'agent' | 'customer'): string {
  return `e.type in ('message_sent', 'message_stored') and e.payload -> 'message' -> 'sender' ->> 'type' = '${sender}'`;
}
