'use client';

import type { QueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Workflow, WorkflowInput, WorkflowQuery, workflowPage } from '@/lib/contracts/workflow';
import { fetchJson } from './fetcher';
import { inAddress, type RuleList, refreshRules, switched, useRulePage, useRuleVerb } from './rule-list';
import { useRuleOrder } from './rule-order';

export type WorkflowPage = z.output<typeof workflowPage>;

export const WORKFLOWS: RuleList = { name: 'workflows', base: '/api/v1/workflows' };
const BASE = WORKFLOWS.base;

/** One page of the list; what was shown before stays until the answer is there. */
export const useWorkflowPage = (query: WorkflowQuery, initial: { query: WorkflowQuery; page: WorkflowPage } | null) =>
  useRulePage<WorkflowPage, WorkflowQuery>(WORKFLOWS, query, initial);

/** One verb on some workflows; the lists in view show the outcome before the server has answered. */
export const useWorkflowVerb = () => useRuleVerb<WorkflowPage>(WORKFLOWS, switched);

/** Sets the order of all workflows; the list in view has it before the server has answered. */
export const useWorkflowOrder = () => useRuleOrder<WorkflowPage>(WORKFLOWS, ordered);

export const refreshWorkflows = (client: QueryClient) => refreshRules(client, WORKFLOWS);

export const createWorkflow = (body: WorkflowInput) => fetchJson<Workflow>(BASE, { method: 'POST', body });

/** Ids of all workflows in their order, where those of one page have a new one. */
export async function orderWith(shown: readonly string[], { page, pageSize, total }: Place): Promise<string[]> {
  const all: string[] = [];
  for (let each = 1; (each - 1) * pageSize < total; each++) {
    const query: WorkflowQuery = { sort: 'position', status: 'all', page: each, pageSize };
    if (each === page) all.push(...shown);
    else all.push(...(await fetchJson<WorkflowPage>(`${BASE}?${inAddress(query)}`)).items.map(({ id }) => id));
  }
  return all;
}

interface Place {
  page: number;
  pageSize: number;
  total: number;
}

function ordered(page: WorkflowPage, ids: readonly string[]): WorkflowPage {
  const places = new Map(ids.map((id, index) => [id, index + 1]));
  const items = page.items.map((item) => ({ ...item, position: places.get(item.id) ?? item.position }));
  return { ...page, items: items.sort((a, b) => a.position - b.position) };
}
