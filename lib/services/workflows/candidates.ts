/** Existing tickets that a workflow can be applied to: those in which what it waits for has passed, or all it is about. */
import type { Queries, Statement } from '@/db/client';
import { AppError } from '@/lib/contracts/app-error';
import type { WorkflowReach } from '@/lib/contracts/workflow';
import { compileRule } from '@/lib/engine/evaluate';
import { classesWatched, dueMomentsOf, startOf } from '@/lib/engine/start';
import { NOTHING_HAPPENED } from '@/lib/engine/state/ticket-state';
import type { Context } from '../context';
import { permit } from '../permit';
import { READ } from '../rules/family';
import { type RuleRow, readRule } from '../rules/rule-row';
import { readPremises } from './premises';
import { factsOfTicket, type TicketRow, ticketRows } from './ticket-row';

/** So many tickets are looked at; a workflow that matches most of a long history is applied in parts. */
const EXAMINED = 50_000;
const PAGE = 2_000;

/** A ticket on which the workflow holds now, and the key under which it is applied: never twice under the same. */
export interface Candidate {
  readonly id: string;
  readonly extId: string;
  readonly channelKey: string;
  readonly key: string;
}

export interface Candidates {
  readonly found: readonly Candidate[];
  readonly examined: number;
  readonly more: boolean;
}

/** How many existing tickets a workflow would act on. @throws AppError `forbidden`, `not_found`, `conflict` */
export async function reachOf(context: Context, id: string): Promise<WorkflowReach> {
  permit(context.actor, READ);
  const { db, actor } = context;
  const row = await readRule(db, actor.accountId, 'workflow', id);
  const { found, examined, more } = await candidatesOf(db, actor.accountId, row);
  return { matching: found.length, examined, more };
}

/** @throws AppError `conflict` for a workflow that waits for something to happen */
export async function candidatesOf(
  tx: Queries,
  accountId: string,
  rule: Pick<RuleRow, 'id' | 'body' | 'version'>,
  now = new Date(),
): Promise<Candidates> {
  const { when } = rule.body;
  if (startOf(when) === 'event') throw new AppError('conflict', { reason: 'waits_for_event' });
  const premises = await readPremises(tx, accountId);
  const holds = compileRule({ when });
  const found: Candidate[] = [];
  let examined = 0;
  let last = FIRST;
  while (examined < EXAMINED) {
    const page = await readPage(tx, accountId, rule, { now, last });
    for (const row of page) {
      const facts = factsOfTicket(row, NOTHING_HAPPENED, premises, now);
      if (holds(facts) === true) found.push({ id: row.id, extId: row.extId, channelKey: row.channelKey, key: row.key });
    }
    examined += page.length;
    last = page.at(-1)?.id ?? last;
    if (page.length < PAGE) return { found, examined, more: false };
  }
  return { found, examined, more: true };
}

const FIRST = '00000000-0000-0000-0000-000000000000';
type Page = TicketRow & { key: string };

async function readPage(
  tx: Queries,
  accountId: string,
  rule: Pick<RuleRow, 'id' | 'body' | 'version'>,
  { now, last }: { now: Date; last: string },
): Promise<Page[]> {
  const statuses = await tx.query<{ key: string; class: 'open' | 'closed' }>(
    'select key, class from statuses where account_id = $1',
    [accountId],
  );
  const classes = classesWatched(rule.body.when, statuses);
  const moments = dueMomentsOf(rule.body.when);
  const statement = pageStatement(accountId, rule, { classes, moments, now, last });
  return tx.query<Page & Record<string, unknown>>(statement.sql, statement.params);
}

/** The moments that passed name the crossing; without one the version does. */
function pageStatement(
  accountId: string,
  { id, version }: Pick<RuleRow, 'id' | 'version'>,
  asked: {
    classes: readonly string[];
    moments: readonly { column: keyof typeof COLUMNS; minutes: number }[];
    now: Date;
    last: string;
  },
): Statement {
  const { classes, moments, now, last } = asked;
  const past = moments.map(
    ({ column, minutes }) => `c.${COLUMNS[column]} <= $4::timestamptz - make_interval(mins => ${Math.floor(minutes)})`,
  );
  // As `dueKey` writes them.
  const keys = moments.map(
    ({ column, minutes }) =>
      `'due:${id}:${column}:${Math.floor(minutes)}:' || c.id || ':' || (extract(epoch from c.${COLUMNS[column]}) * 1000)::bigint`,
  );
  const [key = `'apply:${id}:${Math.floor(version)}:' || c.id`] = keys;
  const { sql, params } = ticketRows(
    `c.account_id = $1 and c.ticket_created_at is not null and c.class = any($2::text[]) and c.id > $3
      and $4::timestamptz is not null ${past.length > 0 ? `and (${past.join(' or ')})` : ''}
      and not exists (select from event_keys k where k.account_id = c.account_id
        and k.ext_id in (${keys.length > 0 ? keys.join(', ') : key}))
      order by c.id limit ${PAGE}`,
    [accountId, classes, last, now],
  );
  return { sql: sql.replace('select ', `select ${key} as key, `), params };
}

const COLUMNS = { ticketCreatedAt: 'ticket_created_at', lastCustomerReplyAt: 'last_customer_reply_at' } as const;
