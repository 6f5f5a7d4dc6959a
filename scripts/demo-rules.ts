/** Workflows and proactive messages of the demo's bike shop, from the templates. Journeys bring rules of their own. */
import { messageFromRecipe, proactiveRecipes } from '@/lib/engine/recipes/proactive';
import { workflowFromRecipe, workflowRecipes } from '@/lib/engine/recipes/workflows';
import type { Context } from '@/lib/services/context';
import { createMessage, publishMessage } from '@/lib/services/proactive/verbs';
import { createWorkflow } from '@/lib/services/workflows/verbs';

const WORKFLOWS = ['spam_phrases', 'negative_sentiment', 'returns', 'reminder_after_a_day', 'close_after_silence'];
const PUBLISHED = ['hesitation_at_cart', 'out_of_hours_notice'];
const DRAFTS = ['product_launch'];

export async function makeDemoRules(context: Context): Promise<void> {
  for (const id of WORKFLOWS) {
    const recipe = named(workflowRecipes, id);
    const keys = { agent: 'lea-lead' };
    await createWorkflow(context, workflowFromRecipe(recipe, 'en', keys));
  }
  for (const id of [...PUBLISHED, ...DRAFTS]) {
    const place = { brand: 'main', channel: 'web', schedule: 'shop' };
    const message = await createMessage(context, messageFromRecipe(named(proactiveRecipes, id), 'en', place));
    if (PUBLISHED.includes(id)) await publishMessage(context, message.id);
  }
}

function named<T extends { id: string }>(recipes: readonly T[], id: string): T {
  const recipe = recipes.find((each) => each.id === id);
  if (!recipe) throw new Error(`There is no template "${id}"`);
  return recipe;
}
