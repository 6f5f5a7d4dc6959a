import { parse } from '@/lib/contracts/issues';
import { type WorkflowTestResult, workflowTestInput } from '@/lib/contracts/workflow';
import { explain } from '@/lib/engine/explain';
import { liquidTextsOf } from '@/lib/engine/liquid/check-text';
import { renderText } from '@/lib/engine/liquid/render-text';
import type { Action, Group } from '@/lib/engine/rule';
import { surroundingsAt } from '@/lib/engine/state/surroundings';
import type { VariableState } from '@/lib/engine/state/variable-state';
import type { Facts } from '@/lib/engine/value';
import type { Context } from '../context';
import { permit } from '../permit';
import { readPremises } from './premises';
import { readSeen } from './seen';

/**
 * *Try it*: judges a workflow on a ticket as if what the ticket shows had just happened, or on given facts, and writes its
 * texts. The code of the running engine, storing nothing. @throws AppError `forbidden`, `invalid`, `not_found`
 */
export async function testWorkflow(context: Context, input: unknown): Promise<WorkflowTestResult> {
  permit(context.actor, 'rules.read');
  const { workflow, ticket: name, event, message, at, facts: given } = parse(workflowTestInput, input);
  // Proven by the contract.
  const { when, do: actions } = workflow as { when: Group; do: readonly Action[] };
  const moment = at === undefined ? new Date() : new Date(at);
  const premises = await readPremises(context.db, context.actor.accountId);
  const found =
    name === undefined ? null : await readSeen(context, String(name), { event, message, at: moment }, premises);
  const { clock } = surroundingsAt(premises, moment);
  const supposed = { weekday: clock.day, time: clock.time, ...(message !== undefined && saidNow(message)) };
  const facts: Facts = { ...(found?.facts ?? supposed), ...given };
  const trace = explain({ when }, facts);
  const fires = trace.verdict === 'met';
  const variables = { now: moment, ...(found?.variables ?? variablesIn(facts)) };
  const reader = { timeZone: premises.timeZone, locale: found?.language ?? premises.language };
  const written = fires ? actions.map((action) => write(action, variables, reader)) : [];
  return {
    fires,
    trace: trace as unknown as WorkflowTestResult['trace'],
    actions: written.map(({ action }) => action),
    missing: [...new Set(written.flatMap(({ missing }) => missing))],
    facts,
    ticket: found?.ticket ?? null,
  };
}

function saidNow(message: string): Facts {
  return { new_message: true, message_contains: message, action: ['every_message'] };
}

/** Of the facts that were given in a ticket's place. */
function variablesIn(facts: Facts): Omit<VariableState, 'now'> {
  const text = (id: string) => (typeof facts[id] === 'string' ? facts[id] : null);
  const customer = { name: text('customer_name_contains'), email: text('email') };
  return { ticket: { number: null, url: null }, customer, agent: null };
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
