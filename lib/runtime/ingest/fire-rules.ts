import { eventOf } from '@/lib/engine/registry';
import { snapshot } from '@/lib/engine/snapshot';
import { factStateOf } from '@/lib/engine/state/read-facts';
import type { Conversation } from '@/lib/engine/state/records';
import type { Facts } from '@/lib/engine/value';
import type { AccountRules, PreparedRule } from '../rules/account-rules';
import type { Applied } from '../steps/apply-event';
import { fireRule } from '../steps/fire-rule';
import { isSuspended } from '../steps/is-suspended';
import { isTooOld } from '../steps/is-too-old';
import type { Session } from '../steps/session';
import type { FiringRow } from '../work/rows';
import type { ChannelInfo } from './directory';
import type { Figures } from './figures';

const MESSAGING = new Set(['web', 'mobile', 'api', 'social']);

export interface Evaluation {
  readonly session: Session;
  readonly rules: AccountRules;
  readonly figures: Figures;
  /** `rule:conversation` of the firings that used up "once per ticket". */
  readonly once: Set<string>;
  wait(group: string | null, position: number): { min: number; max: number } | null;
}

/** Judges all triggers of the event on one snapshot, then acts in the order of the rules. Answers the new firings. */
export function fireRules(evaluation: Evaluation, applied: Applied): FiringRow[] {
  const { session, rules } = evaluation;
  const { row, happening } = applied;
  if (!eventOf(row.type)?.families.includes('trigger') || isTooOld(session, row.occurredAt)) return [];
  const facts = factsOf(evaluation, applied);
  row.facts = facts;
  if (isSuspended(session, session.work.conversation(happening.conversationId))) return [];
  const matched = rules.set.match(row.type, facts).flatMap((id) => rules.get(id) ?? []);
  const channel = session.directory.channel(row.channelKey ?? undefined);
  return matched
    .filter((rule) => passesGuards(evaluation, rule, channel, row.conversationId ?? ''))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((rule) => fire(evaluation, rule, applied, facts));
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

function fire(evaluation: Evaluation, rule: PreparedRule, applied: Applied, facts: Facts): FiringRow {
  const firing = fireRule(evaluation.session, evaluation.rules, rule, applied, facts);
  if (rule.once && firing.state !== 'skipped') takeOnce(evaluation, firing);
  return firing;
}

function takeOnce({ once, session }: Evaluation, { ruleId, conversationId, id }: FiringRow): void {
  if (conversationId === null) return;
  once.add(`${ruleId}:${conversationId}`);
  session.work.onceMarks.push({ conversationId, ruleId, firingId: id });
}
