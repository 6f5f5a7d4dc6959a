import type * as z from 'zod';
import { parse } from '@/lib/contracts/issues';
import { testInput, type testResult } from '@/lib/contracts/trigger';
import { renderAction, textsOf } from '@/lib/engine/action-texts';
import { explain } from '@/lib/engine/explain';
import { lacksEstimate, placeholdersOf } from '@/lib/engine/placeholder-text';
import type { Action, Group } from '@/lib/engine/rule';
import type { Facts } from '@/lib/engine/value';
import { valueLabels } from '@/lib/messages/value-labels';
import type { Context } from '../context';
import { permit } from '../permit';

export type TestResult = z.output<typeof testResult>;

/** Judges a trigger on given facts and renders its actions: the code of the running engine, storing nothing. */
export function testTrigger({ actor }: Pick<Context, 'actor'>, input: unknown): TestResult {
  permit(actor, 'rules.read');
  const { trigger, event, at, facts: given } = parse(testInput, input);
  // Proven by the contract.
  const { on, when, do: actions } = trigger as { on: string; when: Group; do: readonly Action[] };
  const moment = at === undefined ? new Date() : new Date(at);
  const clock = { hour_of_day: moment.getUTCHours(), day_of_week: (moment.getUTCDay() + 6) % 7 };
  const facts: Facts = { ...clock, ...given };
  const trace = explain({ when }, facts);
  const reason = reasonAgainst(event !== undefined && event !== on, actions, facts);
  const fires = reason === undefined && trace.verdict === 'met';
  const reader = typeof facts.customer_language === 'string' ? facts.customer_language : null;
  const labels = valueLabels(actor.language ?? 'en');
  return {
    fires,
    ...(reason !== undefined && { reason }),
    trace: trace as unknown as TestResult['trace'],
    actions: fires ? actions.map((action) => renderAction('trigger', action, facts, labels, reader)) : [],
  };
}

/** What keeps a rule from running whose conditions may hold. */
function reasonAgainst(otherEvent: boolean, actions: readonly Action[], facts: Facts): string | undefined {
  if (otherEvent) return 'other_event';
  return lacksEstimate(placeholdersOf(textsOf('trigger', actions)), facts) ? 'no_estimate' : undefined;
}
