import type { Queries } from '@/db/client';
import { parse } from '@/lib/contracts/issues';
import { type WorkflowTestResult, workflowTestInput } from '@/lib/contracts/workflow';
import { explain } from '@/lib/engine/explain';
import { liquidTextsOf } from '@/lib/engine/liquid/check-text';
import { renderText } from '@/lib/engine/liquid/render-text';
import type { Action, Group } from '@/lib/engine/rule';
import { surroundingsAt } from '@/lib/engine/state/surroundings';
import type { Happened } from '@/lib/engine/state/ticket-state';
import type { VariableState } from '@/lib/engine/state/variable-state';
import type { Facts } from '@/lib/engine/value';
import { environment } from '@/lib/environment';
import type { Context } from '../context';
import { permit } from '../permit';
import { findTicket } from '../tickets/find';
import { readPremises } from './premises';
import { factsOfTicket, readTicketRow, type TicketRow } from './ticket-row';

/**
 * *Try it*: judges a workflow on a ticket as if what the ticket shows had just happened, or on given facts, and writes its
 * texts. The code of the running engine, storing nothing. @throws AppError `forbidden`, `invalid`, `not_found`
 */
export async function testWorkflow({ db, actor }: Context, input: unknown): Promise<WorkflowTestResult> {
  permit(actor, 'rules.read');
  const { workflow, ticket: name, message, at, facts: given } = parse(workflowTestInput, input);
  // Proven by the contract.
  const { when, do: actions } = workflow as { when: Group; do: readonly Action[] };
  const moment = at === undefined ? new Date() : new Date(at);
  const premises = await readPremises(db, actor.accountId);
  const found = name === undefined ? undefined : await findTicket(db, actor, String(name));
  const row = found && (await readTicketRow(db, actor.accountId, found.id));
  const { clock } = surroundingsAt(premises, moment);
  const seen = row
    ? factsOfTicket(row, await asIfJust(db, actor.accountId, row, message), premises, moment)
    : { weekday: clock.day, time: clock.time, ...(message !== undefined && saidNow(message)) };
  const facts: Facts = { ...seen, ...given };
  const trace = explain({ when }, facts);
  const fires = trace.verdict === 'met';
  const variables = await variablesOf(db, actor.accountId, row, facts, moment);
  const reader = {
    timeZone: premises.timeZone,
    locale: row?.language ?? row?.customer.language ?? premises.language,
  };
  const written = fires ? actions.map((action) => write(action, variables, reader)) : [];
  return {
    fires,
    trace: trace as unknown as WorkflowTestResult['trace'],
    actions: written.map(({ action }) => action),
    missing: [...new Set(written.flatMap(({ missing }) => missing))],
    facts,
    ticket: found ? { id: found.id, key: found.extId, number: found.number } : null,
  };
}

/** Everything that the ticket shows, as if it had just happened; the customer's last message as their new one. */
async function asIfJust(
  tx: Queries,
  accountId: string,
  { id, createdBy, tags, status }: TicketRow,
  message: string | undefined,
): Promise<Happened> {
  const [said] = await tx.query<{ last: string | null; count: number }>(
    `select count(*)::int as count, (array_agg(body order by seq desc))[1] as last from messages
      where account_id = $1 and conversation_id = $2 and author_kind = 'customer'`,
    [accountId, id],
  );
  const text = message ?? said?.last ?? null;
  return {
    newTicket: createdBy ?? 'customer',
    message: text,
    firstMessage: text !== null && (said?.count ?? 0) <= 1,
    returnCreated: false,
    tagsAdded: tags,
    statusSet: status,
  };
}

function saidNow(message: string): Facts {
  return { new_message: true, message_contains: message, action: ['every_message'] };
}

/** Of a ticket, or of the facts that were given in its place. */
async function variablesOf(
  tx: Queries,
  accountId: string,
  row: TicketRow | undefined,
  facts: Facts,
  now: Date,
): Promise<VariableState> {
  if (!row) {
    const text = (id: string) => (typeof facts[id] === 'string' ? facts[id] : null);
    const customer = { name: text('customer_name_contains'), email: text('email') };
    return { now, ticket: { number: null, url: null }, customer, agent: null };
  }
  const [agent] = await tx.query<{ name: string; email: string | null }>(
    'select name, email from agents where account_id = $1 and key = $2',
    [accountId, row.assigneeKey],
  );
  const url = `${environment().url}/workspace/${row.id}`;
  return { now, ticket: { number: row.number, url }, customer: row.customer, agent: agent ?? null };
}

function write(action: Action, state: VariableState, reader: { timeZone: string; locale: string }) {
  const missing: string[] = [];
  const texts = liquidTextsOf('workflow', action).map(([name, text]) => {
    const rendered = renderText(text, state, reader);
    missing.push(...rendered.missing);
    return [name, rendered.text];
  });
  return { action: { ...action, ...Object.fromEntries(texts) } as Record<string, unknown>, missing };
}
