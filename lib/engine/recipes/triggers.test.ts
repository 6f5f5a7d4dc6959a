import { describe, expect, it } from 'vitest';
import { compileRule } from '../evaluate';
import { unknownPlaceholdersIn } from '../placeholder-text';
import { issuesOfBody } from '../validation/rule-body';
import { warningsOf } from '../validation/warnings';
import { fromRecipe } from './recipe';
import { triggerRecipes } from './triggers';

const keys = { group: 'support', schedule: 'support-hours' };
const cases = triggerRecipes.flatMap((recipe) =>
  (['en', 'fr'] as const).map((locale) => [recipe.id, locale, recipe] as const),
);

describe('the gallery of triggers', () => {
  it.each(cases)('%s in %s can be saved as it is, once its keys are chosen', (_, locale, recipe) => {
    const { on, when, do: actions } = fromRecipe(recipe, locale, keys);
    expect(issuesOfBody('trigger', { on, when, do: actions })).toEqual([]);
    expect(warningsOf('trigger', { when, do: actions })).toEqual([]);
    const texts = actions.flatMap((action) => (typeof action.text === 'string' ? [action.text] : []));
    expect(texts.flatMap(unknownPlaceholdersIn)).toEqual([]);
  });

  it('marks what is still to be chosen', () => {
    const open = triggerRecipes.filter((recipe) => issuesOfBody('trigger', fromRecipe(recipe, 'en')).length > 0);
    expect(open.map(({ id }) => id)).toEqual(['group_offline', 'out_of_hours']);
  });

  it('has ids and names of its own for each', () => {
    for (const values of [(r: (typeof triggerRecipes)[0]) => r.id, (r: (typeof triggerRecipes)[0]) => r.name.fr]) {
      expect(new Set(triggerRecipes.map(values)).size).toBe(triggerRecipes.length);
    }
  });

  it.each([
    ['You IDIOT!\nGo away', true],
    ['quel abruti', true],
    ['an idiotic idea', false],
  ])('suspends for %j: %s', (message, expected) => {
    const recipe = triggerRecipes.find(({ id }) => id === 'abusive_words');
    const judge = compileRule({ when: recipe?.when({}) ?? { all: [] } });
    expect(judge({ message, sender_type: 'customer' })).toBe(expected);
  });
});
