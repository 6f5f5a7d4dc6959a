import { describe, expect, it } from 'vitest';
import { compileRule } from '../evaluate';
import { issuesOfMessage } from '../proactive/issues';
import { messageFromRecipe, proactiveRecipes } from './proactive';

const place = { brand: 'main', channel: 'web', schedule: 'office' };

describe('the gallery of proactive messages', () => {
  it.each(proactiveRecipes.map((recipe) => [recipe.id, recipe] as const))('%s can go live as it is', (_, recipe) => {
    for (const locale of ['en', 'fr'] as const) {
      expect(issuesOfMessage(messageFromRecipe(recipe, locale, place))).toEqual([]);
    }
  });

  it('asks for business hours where it needs them', () => {
    const open = proactiveRecipes.filter((recipe) => {
      const message = messageFromRecipe(recipe, 'en', { brand: 'main', channel: 'web' });
      return issuesOfMessage(message).some(({ path }) => path === 'send.schedule');
    });
    expect(open.map(({ id }) => id)).toEqual(['stuck_in_help', 'out_of_hours_notice']);
  });

  it.each([
    ['hesitation_at_cart', { visitor_page_url: 'https://shop.example/Cart' }, true],
    ['hesitation_at_cart', { visitor_page_url: 'https://shop.example/' }, false],
    ['pricing_help', { visitor_page_url: 'https://shop.example/x', visitor_page_title: 'Nos tarifs' }, true],
    ['page_not_found', { visitor_page_title: 'Error 404' }, true],
    ['visitor_language', { device_language: 'fr-BE' }, true],
    ['visitor_language', { device_language: 'de' }, false],
    ['product_launch', { visitor_page_url: 'https://shop.example/products/city' }, true],
    ['product_launch', { visitor_page_url: 'https://shop.example/products/new-model' }, false],
    ['returning_visitor', { visitor_history: 'returning', visitor_last_visit_hours: 30 }, true],
    ['returning_visitor', { visitor_history: 'returning', visitor_last_visit_hours: 3 }, false],
  ])('%s on %j: %s', (id, facts, expected) => {
    const recipe = proactiveRecipes.find((each) => each.id === id);
    expect(compileRule({ when: recipe?.when ?? { all: [] } })(facts)).toBe(expected);
  });

  it('has at least eight, with ids and names of their own', () => {
    expect(proactiveRecipes.length).toBeGreaterThanOrEqual(8);
    expect(new Set(proactiveRecipes.map(({ id }) => id)).size).toBe(proactiveRecipes.length);
    expect(new Set(proactiveRecipes.map(({ name }) => name.fr)).size).toBe(proactiveRecipes.length);
  });
});
