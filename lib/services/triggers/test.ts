import type * as z from 'zod';
import { parse } from '@/lib/contracts/issues';
import { testInput, type testResult } from '@/lib/contracts/trigger';
import { explain } from '@/lib/engine/explain';
import { renderPlaceholders, type ValueLabels } from '@/lib/engine/placeholder-text';
import { actionOf } from '@/lib/engine/registry';
import type { Action, Group } from '@/lib/engine/rule';
import type { Facts } from '@/lib/engine/value';
import { messagesFor } from '@/lib/messages/catalogue';
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
  const otherEvent = event !== undefined && event !== on;
  const fires = !otherEvent && trace.verdict === 'met';
  return {
    fires,
    ...(otherEvent && { reason: 'other_event' }),
    trace: trace as unknown as TestResult['trace'],
    actions: fires ? actions.map((action) => rendered(action, facts, valueLabels(actor.language ?? 'en'))) : [],
  };
}

function rendered(action: Action, facts: Facts, labels: ValueLabels): Record<string, unknown> {
  const parameters = actionOf(action.action)?.parameters ?? [];
  const texts = parameters.flatMap((parameter) => {
    const text = action[parameter.name];
    return parameter.kind === 'text' && parameter.placeholders && typeof text === 'string'
      ? [[parameter.name, renderPlaceholders(text, facts, labels)]]
      : [];
  });
  return { ...action, ...Object.fromEntries(texts) };
}

function valueLabels(language: 'en' | 'fr'): ValueLabels {
  const { option } = messagesFor(language).rules;
  return {
    boolean: { true: option.true, false: option.false },
    status: { online: option.online, away: option.away, invisible: option.invisible },
    sender_type: { agent: option.agent, customer: option.customer },
  };
}
