import { uuidV7 } from '@/db/uuid-v7';
import { LIMITS } from '@/lib/engine/limits';
import { factsUsedBy, missingRequired } from '@/lib/engine/placeholder-text';
import { actionOf, eventOf } from '@/lib/engine/registry';
import { snapshot } from '@/lib/engine/snapshot';
import { factStateOf } from '@/lib/engine/state/read-facts';
import type { Conversation } from '@/lib/engine/state/records';
import type { Facts } from '@/lib/engine/value';
import type { AccountRules, PreparedRule } from '../rules/account-rules';
import type { Applied } from '../steps/apply-event';
import { isSuspended } from '../steps/is-suspended';
import { runSteps } from '../steps/run-steps';
import type { Session } from '../steps/session';
import type { FiringRow, StepRow } from '../work/rows';
import type { ChannelInfo } from './directory';
import type { Figures } from './figures';

/** Older events change state and history, and run no rule. */
const OLDEST_MILLISECONDS = 24 * 60 * 60 * 1_000;
const MESSAGING = new Set(['web', 'mobile', 'api', 'social']);

export interface Evaluation {
  readonly session: Session;
  readonly rules: AccountRules;
  readonly figures: Figures;
  /** `rule:conversation` of the firings that used up "once per ticket". */
  readonly once: Set<string>;
  wait(group: string | null, position: number): { min: number; max: number } | null;
}

/** Judges all rules of the event on one snapshot, then acts in the order of the rules. Answers the new firings. */
export function fireRules(evaluation: Evaluation, applied: Applied): FiringRow[] {
  const { session, rules } = evaluation;
  const { row, happening } = applied;
  if (!eventOf(row.type) || isTooOld(session, row.occurredAt)) return [];
  const facts = factsOf(evaluation, applied);
  row.facts = facts;
  if (isSuspended(session, session.work.conversation(happening.conversationId))) return [];
  const matched = rules.set.match(row.type, facts).flatMap((id) => rules.get(id) ?? []);
  const channel = session.directory.channel(row.channelKey ?? undefined);
  return matched
    .filter((rule) => passesGuards(evaluation, rule, channel, row.conversationId ?? ''))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((rule) => fire(evaluation, rule, applied, facts, happening.depth));
}

function isTooOld({ now }: Session, occurredAt: Date): boolean {
  return now.getTime() - occurredAt.getTime() > OLDEST_MILLISECONDS;
}

function factsOf({ session, figures, wait }: Evaluation, { row, happening }: Applied): Facts {
  const conversation = session.work.conversation(happening.conversationId);
  const customer = session.work.customer(conversation.customerId);
  const channel = session.directory.channel(conversation.channelKey);
  const account = figures.at(row.occurredAt, channel, wait(conversation.groupKey, placeOf(conversation, figures)));
  return snapshot(row.type, factStateOf({ conversation, customer }, happening.event, row.occurredAt, account));
}

/** Its place in the group's queue; before it queues, the end of it. */
function placeOf({ phase, groupKey, queueEntryPosition, queueState }: Conversation, figures: Figures): number {
  const waiting = figures.queueSize(groupKey);
  if (phase === 'queued') return queueEntryPosition ?? waiting;
  return queueState === 'queued' ? waiting : waiting + 1;
}

/** Channel and "once per ticket": a rule that these keep back leaves no firing. */
function passesGuards(
  { once }: Evaluation,
  rule: PreparedRule,
  channel: ChannelInfo | undefined,
  conversationId: string,
): boolean {
  if (!channel || !MESSAGING.has(channel.kind)) return false;
  if (rule.channels.length > 0 && !rule.channels.includes(channel.key)) return false;
  return !(rule.once && once.has(`${rule.id}:${conversationId}`));
}

function fire(evaluation: Evaluation, rule: PreparedRule, { row }: Applied, facts: Facts, depth: number): FiringRow {
  const { session, rules } = evaluation;
  const waits = rule.actions.some(({ action }) => actionOf(rule.family, action)?.effect === 'timer');
  const firing: FiringRow = {
    id: uuidV7(),
    eventId: row.id,
    ruleId: rule.id,
    family: rule.family,
    ruleVersion: rule.version,
    ruleName: rule.name,
    conversationId: row.conversationId,
    customerId: row.customerId,
    state: 'done',
    reason: null,
    trace: rules.set.explain(rule.id, row.type, facts),
    facts: waits ? factsUsedBy(rule.texts, facts) : null,
    depth,
    createdAt: session.now,
    finishedAt: session.now,
    error: null,
  };
  session.work.firings.push(firing);
  const reason = heldBack(rule, facts, depth);
  if (reason) return Object.assign(firing, { state: 'skipped', reason });
  const steps = stepsOf(rule, firing);
  session.work.steps.push(...steps);
  runSteps(session, firing, steps, 0, facts);
  if (rule.once && firing.state !== 'skipped') takeOnce(evaluation, firing);
  return firing;
}

/** What keeps a met rule from running, and is told in the log. */
function heldBack(rule: PreparedRule, facts: Facts, depth: number): string | undefined {
  if (depth > LIMITS.chainDepth) return 'depth';
  return missingRequired(rule.texts, facts) === undefined ? undefined : 'no_estimate';
}

function stepsOf(rule: PreparedRule, firing: FiringRow): StepRow[] {
  return rule.actions.map(({ action, ...params }, step) => ({
    firingId: firing.id,
    step,
    conversationId: firing.conversationId,
    ruleId: rule.id,
    action,
    params,
    state: 'pending',
    dueAt: null,
    attempt: 0,
    doneAt: null,
    result: null,
    error: null,
  }));
}

function takeOnce({ once, session }: Evaluation, { ruleId, conversationId, id }: FiringRow): void {
  if (conversationId === null) return;
  once.add(`${ruleId}:${conversationId}`);
  session.work.onceMarks.push({ conversationId, ruleId, firingId: id });
}
