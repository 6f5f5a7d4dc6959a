/**
 * Workflows on one event: one after another in their order, each on the working copies as the earlier ones left them.
 * One that waits for something runs when it happened; one on the ticket's state when the customer wrote, when the ticket
 * is new, and otherwise only when the event made it hold; one that waits for time only when it has come.
 */
import { snapshot } from '@/lib/engine/snapshot';
import { eventOfStart } from '@/lib/engine/start';
import { isAnything, isTouched } from '@/lib/engine/state/happened';
import { ticketFactState } from '@/lib/engine/state/read-facts';
import type { Conversation } from '@/lib/engine/state/records';
import { surroundingsAt } from '@/lib/engine/state/surroundings';
import { type Happened, NOTHING_HAPPENED, ticketStateOf } from '@/lib/engine/state/ticket-state';
import type { Facts } from '@/lib/engine/value';
import type { AccountRules, PreparedRule } from '../rules/account-rules';
import type { Applied } from '../steps/apply-event';
import { fireRule } from '../steps/fire-rule';
import { isSuspended } from '../steps/is-suspended';
import { isTooOld } from '../steps/is-too-old';
import type { Session } from '../steps/session';
import type { FiringRow } from '../work/rows';

const ON_EVENT = eventOfStart('event');
const ON_STATE = eventOfStart('state');
const DUE = eventOfStart('due');

/** Rules on the ticket's state that ran for the event that all this follows from: none of them runs twice for it. */
export type Cascade = Set<string>;

/** Answers the new firings, in their order. */
export function runWorkflows(session: Session, rules: AccountRules, applied: Applied, cascade: Cascade): FiringRow[] {
  const { row, happening, happened } = applied;
  const read = reader(session, applied);
  if (session.work.conversation(happening.conversationId).ticketCreatedAt === null) return [];
  if (isTooOld(session, row.occurredAt)) return [];
  const facts = read(happened);
  // Kept with the event, so that "why did it not run" can be answered of any workflow.
  row.facts = { ...row.facts, ...facts };
  if (rules.workflows.length === 0 || isOfSuspended(session, applied)) return [];
  if (happening.event.type === 'ticket_due') return runDue(session, rules, applied, facts);
  return runInOrder(session, rules, applied, { cascade, facts, read });
}

type Read = (happened: Happened, conversation?: Conversation) => Facts;

/** The facts of the event on the working copies as they are now, or on another state of the conversation. */
function reader({ work, directory }: Session, { row, happening }: Applied): Read {
  const surroundings = surroundingsAt(directory.premises, row.occurredAt);
  return (happened, given) => {
    const conversation = given ?? work.conversation(happening.conversationId);
    const ticket = ticketStateOf(conversation, happened, surroundings);
    return snapshot(ON_EVENT, ticketFactState(ticket, work.customer(conversation.customerId), row.occurredAt));
  };
}

function isOfSuspended(session: Session, { happening, happened }: Applied): boolean {
  return isTouched(happened) && isSuspended(session, session.work.conversation(happening.conversationId));
}

interface Round {
  readonly cascade: Cascade;
  readonly facts: Facts;
  readonly read: Read;
}

function runInOrder(session: Session, rules: AccountRules, applied: Applied, { cascade, facts, read }: Round) {
  const { happening, happened, before } = applied;
  const happens = isAnything(happened);
  const metOn = (seen: Facts) =>
    new Set([...(happens ? rules.set.match(ON_EVENT, seen) : []), ...rules.set.match(ON_STATE, seen)]);
  let metBefore: Set<string> | undefined;
  const heldBefore = (rule: PreparedRule) => {
    metBefore ??= new Set(rules.set.match(ON_STATE, read(NOTHING_HAPPENED, before)));
    return metBefore.has(rule.id);
  };
  const starts = (rule: PreparedRule) => {
    if (rule.on !== ON_STATE) return true;
    if (cascade.has(rule.id)) return false;
    return isTouched(happened) || !heldBefore(rule);
  };

  const firings: FiringRow[] = [];
  let seen = facts;
  let met = metOn(seen);
  for (const rule of rules.workflows) {
    if (met.size === 0) break;
    if (!met.has(rule.id) || !starts(rule)) continue;
    if (rule.on === ON_STATE) cascade.add(rule.id);
    const was = session.work.conversation(happening.conversationId);
    firings.push(fireRule(session, rules, rule, applied, seen));
    if (session.work.conversation(happening.conversationId) === was) continue;
    seen = read(happened);
    met = metOn(seen);
  }
  return firings;
}

/** The one workflow whose time has come, if it still holds; applied by hand, also one on the ticket's state. */
function runDue(session: Session, rules: AccountRules, applied: Applied, facts: Facts): FiringRow[] {
  const { event } = applied.happening;
  const rule = event.type === 'ticket_due' ? rules.get(event.rule) : undefined;
  if (event.type !== 'ticket_due' || !rule) return [];
  if (rule.on !== DUE && !(event.byHand && rule.on === ON_STATE)) return [];
  if (rules.set.explain(rule.id, rule.on, facts).verdict !== 'met') return [];
  return [fireRule(session, rules, rule, applied, facts)];
}

/** Whether a workflow that waits for time would run if its moment were now. */
export function holdsNow(session: Session, rules: AccountRules, rule: PreparedRule, applied: Applied): boolean {
  const now = { ...applied, row: { ...applied.row, occurredAt: session.now } };
  return rules.set.explain(rule.id, rule.on, reader(session, now)(NOTHING_HAPPENED)).verdict === 'met';
}
