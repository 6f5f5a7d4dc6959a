'use client';

import type { QueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { TriggerQuery, triggerPage } from '@/lib/contracts/trigger';
import { type RuleList, refreshRules, switched, useRulePage, useRuleVerb } from './rule-list';

export type TriggerPage = z.output<typeof triggerPage>;

export const TRIGGERS: RuleList = { name: 'triggers', base: '/api/v1/triggers' };

/** One page of the list; what was shown before stays until the answer is there. */
export const useTriggerPage = (query: TriggerQuery, initial: { query: TriggerQuery; page: TriggerPage } | null) =>
  useRulePage<TriggerPage, TriggerQuery>(TRIGGERS, query, initial);

/** One verb on some triggers; the lists in view show the outcome before the server has answered. */
export const useTriggerVerb = () => useRuleVerb<TriggerPage>(TRIGGERS, switched);

export const refreshTriggers = (client: QueryClient) => refreshRules(client, TRIGGERS);
