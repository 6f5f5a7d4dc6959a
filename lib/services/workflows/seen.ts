/** A ticket as a workflow would see it at a moment at which something happened to it: what *Try it* judges. */
import type { Queries } from '@/db/client';
import { parse } from '@/lib/contracts/issues';
import { type WorkflowFacts, type WorkflowOccasion, workflowFactsInput } from '@/lib/contracts/workflow';
import { happenedOn } from '@/lib/engine/state/supposed';
import type { VariableState } from '@/lib/engine/state/variable-state';
import type { Facts } from '@/lib/engine/value';
import { environment } from '@/lib/environment';
import type { Context } from '../context';
import { permit } from '../permit';
import { findTicket } from '../tickets/find';
import { readPremises } from './premises';
import { factsOfTicket, readTicketRow, type TicketRow } from './ticket-row';

type Premises = Awaited<ReturnType<typeof readPremises>>;

export interface SeenTicket {
  readonly ticket: { readonly id: string; readonly key: string; readonly number: number | null };
  readonly facts: Facts;
  readonly variables: Omit<VariableState, 'now'>;
  readonly language: string | null;
}

export interface Supposed {
  readonly event?: WorkflowOccasion;
  /** The customer's new message; their last one unless given. */
  readonly message?: string;
  readonly at: Date;
}

/** What conditions see of a ticket, and what its texts would say. @throws AppError `forbidden`, `invalid`, `not_found` */
export async function seenByWorkflows(context: Context, input: unknown): Promise<WorkflowFacts> {
  permit(context.actor, 'rules.read');
  const { ticket: name, at, ...supposed } = parse(workflowFactsInput, input);
  const moment = at === undefined ? new Date() : new Date(at);
  const premises = await readPremises(context.db, context.actor.accountId);
  const { language, ...seen } = await readSeen(context, String(name), { ...supposed, at: moment }, premises);
  const reader = { timeZone: premises.timeZone, locale: language ?? premises.language };
  return { ...seen, at: moment.toISOString(), reader };
}

/** @throws AppError `not_found` */
export async function readSeen(
  { db, actor }: Context,
  name: string,
  { event, message, at }: Supposed,
  premises: Premises,
): Promise<SeenTicket> {
  const found = await findTicket(db, actor, name);
  const row = await readTicketRow(db, actor.accountId, found.id);
  const { createdBy, tags, status, language, customer } = row;
  const said = await lastMessage(db, actor.accountId, row);
  const text = message ?? said.text;
  const isFirst = text !== null && said.count <= 1;
  return {
    ticket: { id: found.id, key: found.extId, number: found.number },
    facts: factsOfTicket(
      row,
      happenedOn(event, { createdBy: createdBy ?? 'customer', text, isFirst, tags, status }),
      premises,
      at,
    ),
    variables: await variablesOf(db, actor.accountId, row),
    language: language ?? customer.language,
  };
}

async function lastMessage(
  tx: Queries,
  accountId: string,
  { id }: TicketRow,
): Promise<{ text: string | null; count: number }> {
  const [said] = await tx.query<{ text: string | null; count: number }>(
    `select count(*)::int as count, (array_agg(body order by seq desc))[1] as text from messages
      where account_id = $1 and conversation_id = $2 and author_kind = 'customer'`,
    [accountId, id],
  );
  return said ?? { text: null, count: 0 };
}

async function variablesOf(tx: Queries, accountId: string, row: TicketRow): Promise<SeenTicket['variables']> {
  const [agent] = await tx.query<{ name: string; email: string | null }>(
    'select name, email from agents where account_id = $1 and key = $2',
    [accountId, row.assigneeKey],
  );
  const { name, email } = row.customer;
  const url = `${environment().url}/workspace/${row.id}`;
  return { ticket: { number: row.number, url }, customer: { name, email }, agent: agent ?? null };
}
