import { describe, expect, it } from 'vitest';
import { startOf } from '../start';
import { issuesOfWorkflow } from '../validation/workflow';
import { connectorsOfRecipe, workflowFromRecipe, workflowRecipes } from './workflows';

const keys = { agent: 'ada', email: 'lead@example.org', baseStatus: '4711' };
const cases = workflowRecipes.flatMap((recipe) =>
  (['en', 'fr'] as const).map((locale) => [recipe.id, locale, recipe] as const),
);

describe('the gallery of workflows', () => {
  it.each(cases)('%s in %s can be saved as it is', (_, locale, recipe) => {
    const { when, do: actions } = workflowFromRecipe(recipe, locale, keys);
    expect(issuesOfWorkflow({ when, do: actions })).toEqual([]);
  });

  it('marks what is still to be chosen', () => {
    const open = workflowRecipes.filter((recipe) => issuesOfWorkflow(workflowFromRecipe(recipe, 'en')).length > 0);
    expect(open.map(({ id }) => id)).toEqual([
      ...['negative_sentiment', 'returns', 'vip_domain', 'all_but_discussions'],
      ...['tell_the_lead', 'shipped_at_base'],
    ]);
  });

  it('is active at once, but for what waits for something to be connected', () => {
    const waiting = workflowRecipes.filter((recipe) => !workflowFromRecipe(recipe, 'en', keys).active);
    expect(waiting.map((recipe) => [recipe.id, ...connectorsOfRecipe(recipe)])).toEqual([
      ['translated_welcome', 'ai'],
      ['product_question_draft', 'ai'],
      ['shipped_at_base', 'base'],
    ]);
    expect(waiting.every((recipe) => workflowFromRecipe(recipe, 'en', keys, ['ai', 'base']).active)).toBe(true);
  });

  it('has workflows of every kind of start, with ids and names of their own', () => {
    expect(workflowRecipes.length).toBeGreaterThanOrEqual(12);
    expect(new Set(workflowRecipes.map(({ when }) => startOf({ all: when })))).toEqual(
      new Set(['event', 'state', 'due']),
    );
    for (const read of [({ id }: { id: string }) => id, ({ name }: { name: { fr: string } }) => name.fr])
      expect(new Set(workflowRecipes.map(read)).size).toBe(workflowRecipes.length);
  });
});
