'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { Problem } from '@/lib/client/fetcher';
import { createWorkflow } from '@/lib/client/workflows';
import type { Workflow, WorkflowInput } from '@/lib/contracts/workflow';
import { type Connector, connectors } from '@/lib/engine/definition';
import { LIMITS } from '@/lib/engine/limits';
import {
  connectorsOfRecipe,
  keysFor,
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

/** The gallery in the reader's language. @param agents keys of those who can be assigned */
export function useTemplates(unconnected: readonly Connector[], agents: readonly string[]): Template[] {
  const locale = useLocale() === 'fr' ? 'fr' : 'en';
  return useMemo(
    () =>
      workflowRecipes.map((recipe) => {
        const connected = connectors.filter((each) => !unconnected.includes(each));
        const workflow = workflowFromRecipe(recipe, locale, keysFor(agents), connected);
        const paths = issuesOfBody('workflow', workflow).map(({ path }) => path.split('.').at(-1) ?? '');
        return {
          ...{ recipe, workflow, on: eventOfStart(startOf(workflow.when)) },
          waitsFor: connectorsOfRecipe(recipe).filter((each) => unconnected.includes(each)),
          missing: [...new Set(paths)],
        };
      }),
    [locale, agents, unconnected],
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
