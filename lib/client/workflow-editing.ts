'use client';

/** What the editor of one workflow asks of the server: storing, versions, trying, applying. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WouldFire } from '@/lib/contracts/firing';
import type { TicketSlice } from '@/lib/contracts/ticket';
import type { RuleVersion } from '@/lib/contracts/trigger';
import type {
  Workflow,
  WorkflowApplied,
  WorkflowFacts,
  WorkflowFactsInput,
  WorkflowReach,
} from '@/lib/contracts/workflow';
import { fetchJson } from './fetcher';
import type { SaveVerbs } from './use-save';
import { refreshWorkflows, WORKFLOWS } from './workflows';

/** What a workflow is made from: the body of POST and PUT. Without `position` it stays at its place. */
export type WorkflowBody = Pick<Workflow, 'name' | 'description' | 'active' | 'when' | 'do'> & {
  readonly position?: number;
};

const one = (id: string) => `${WORKFLOWS.base}/${id}`;

export const workflowVerbs: SaveVerbs<WorkflowBody, Workflow> = {
  create: (body) => fetchJson<Workflow>(WORKFLOWS.base, { method: 'POST', body }),
  update: (id, body, version) => fetchJson<Workflow>(one(id), { method: 'PUT', body: { ...body, version } }),
  read: (id) => fetchJson<Workflow>(one(id)),
  readAuthor: async (id, version) => {
    const answer = await fetchJson<{ items: RuleVersion[] }>(`${one(id)}/versions`).catch(() => null);
    return answer?.items.find((each) => each.version === version)?.author ?? null;
  },
  refresh: refreshWorkflows,
};

export const restoreWorkflowVersion = (id: string, version: number) =>
  fetchJson<Workflow>(`${one(id)}/versions/${version}/restore`, { method: 'POST' });

type Rule = Pick<WorkflowBody, 'when' | 'do'>;

/** On which of the last 200 events the workflow would have run. */
export const workflowWouldFire = (workflow: Rule) =>
  fetchJson<WouldFire>(`${WORKFLOWS.base}/would-fire`, { method: 'POST', body: { workflow } });

/** What conditions see of a ticket; what was seen before stays until the answer is there. */
export function useTicketFacts(asked: WorkflowFactsInput | null) {
  return useQuery({
    queryKey: ['workflows', 'facts', asked],
    queryFn: ({ signal }) =>
      fetchJson<WorkflowFacts>(`${WORKFLOWS.base}/facts`, { method: 'POST', body: asked ?? {}, signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
}

const SHOWN = 20;

/** The newest tickets, or those that a search finds. */
export function useTicketChoices(search: string) {
  return useQuery({
    queryKey: ['tickets', 'choices', search],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: String(SHOWN), ...(search !== '' && { search }) });
      return fetchJson<TicketSlice>(`/api/v1/tickets?${query}`, { signal });
    },
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
}

export const reachOfWorkflow = (id: string) => fetchJson<WorkflowReach>(`${one(id)}/apply`);
export const applyWorkflow = (id: string) => fetchJson<WorkflowApplied>(`${one(id)}/apply`, { method: 'POST' });
