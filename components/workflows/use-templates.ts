'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { Problem } from '@/lib/client/fetcher';
import { createWorkflow } from '@/lib/client/workflows';
import type { Workflow, WorkflowInput } from '@/lib/contracts/workflow';
import type { Connector } from '@/lib/engine/definition';
import { LIMITS } from '@/lib/engine/limits';
import {
  connectorsOfRecipe,
  type WorkflowRecipe,
  workflowFromRecipe,
  workflowRecipes,
} from '@/lib/engine/recipes/workflows';
import { eventOfStart, startOf } from '@/lib/engine/start';
import { issuesOfBody } from '@/lib/engine/validation/rule-body';

export interface Template {
  recipe: WorkflowRecipe;
  /** What Add stores. */
  workflow: ReturnType<typeof workflowFromRecipe>;
  /** Event of its start. */
  on: string;
  /** What it needs that is not connected: it is added inactive. */
  waitsFor: readonly Connector[];
  /** Parameters of its actions that somebody must choose first. */
  missing: readonly string[];
}

/** The gallery in the reader's language. @param agents keys of those who can be assigned; the only one needs no choice */
export function useTemplates(connected: readonly Connector[], agents: readonly string[]): Template[] {
  const locale = useLocale() === 'fr' ? 'fr' : 'en';
  const [agent, ...others] = agents;
  const only = others.length === 0 ? agent : undefined;
  return useMemo(
    () =>
      workflowRecipes.map((recipe) => {
        const workflow = workflowFromRecipe(recipe, locale, only === undefined ? {} : { agent: only }, connected);
        const paths = issuesOfBody('workflow', workflow).map(({ path }) => path.split('.').at(-1) ?? '');
        return {
          ...{ recipe, workflow, on: eventOfStart(startOf(workflow.when)) },
          waitsFor: connectorsOfRecipe(recipe).filter((each) => !connected.includes(each)),
          missing: [...new Set(paths)],
        };
      }),
    [locale, only, connected],
  );
}

/** Names tried before it is given up. */
const TRIES = 20;

/** Stores a template; where another workflow has its name, with a number behind it. @throws Problem */
export async function addTemplate({ workflow }: Template): Promise<Workflow> {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${workflow.name.slice(0, LIMITS.nameLength - ending.length)}${ending}`;
    try {
      return await createWorkflow({ ...workflow, name } satisfies WorkflowInput);
    } catch (error) {
      const isTaken = error instanceof Problem && error.code === 'name_taken';
      if (!isTaken || number === TRIES) throw error;
    }
  }
}
