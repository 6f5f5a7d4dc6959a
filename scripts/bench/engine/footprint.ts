import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Rule } from '@/lib/engine/rule';
import { createRuleSet, type RuleSet } from '@/lib/engine/rule-set';
import { median, quantile } from './measure';
import type { Happening } from './workload';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes a rule takes beside its own JSON: as laid out, and after it has matched (patterns are compiled then). */
export function memoryPerRule(rules: readonly Rule[], happenings: readonly Happening[]) {
  const before = used();
  const set = createRuleSet(rules);
  const laidOut = used();
  for (const { event, facts } of happenings) set.match(event, facts);
  const matched = used();
  if (set.size !== rules.length) throw new Error('Rules are missing');
  return { laidOut: (laidOut - before) / rules.length, matched: (matched - before) / rules.length };
}

/** Microseconds of adding, removing and of a match between them, at 10,000 rules. */
export function updateTimes(first: readonly Rule[], others: readonly Rule[], happenings: readonly Happening[]) {
  const set = createRuleSet(first);
  warmUp(set, others, happenings);
  const added: number[] = [];
  const removed: number[] = [];
  const matched: number[] = [];
  others.forEach((rule, i) => {
    added.push(timed(() => set.add(rule)));
    const happening = happenings[i % happenings.length];
    if (happening) matched.push(timed(() => set.match(happening.event, happening.facts)));
    removed.push(timed(() => set.remove(first[i]?.id ?? '')));
  });
  return { add: told(added), remove: told(removed), match: told(matched) };
}

function warmUp(set: RuleSet, rules: readonly Rule[], happenings: readonly Happening[]): void {
  for (const rule of rules.slice(0, 500)) {
    set.add(rule);
    set.remove(rule.id);
  }
  for (const { event, facts } of happenings) set.match(event, facts);
}

function told(times: readonly number[]) {
  return { median: median(times), rare: quantile(times, 0.999), longest: Math.max(...times) };
}

function timed(run: () => void): number {
  const from = performance.now();
  run();
  return (performance.now() - from) * 1_000;
}

function used(): number {
  if (typeof collect === 'function') for (let i = 0; i < 3; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
