import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { emptyDraft, ruleOf } from '@/components/rule-editor/draft';
import { TriggerEditor } from '@/components/triggers/trigger-editor';
import { requireSession } from '@/lib/auth/current-actor';
import type { TriggerBody } from '@/lib/client/trigger-editing';
import type { TriggerInput } from '@/lib/contracts/trigger';
import { fromRecipe } from '@/lib/engine/recipes/recipe';
import { triggerRecipes } from '@/lib/engine/recipes/triggers';
import type { Locale } from '@/lib/i18n/locale';
import type { Context } from '@/lib/services/context';
import { nameOfCopy, type RuleChoices } from '@/lib/services/rules/choices';
import { getTrigger } from '@/lib/services/triggers/verbs';
import { loadEditor } from '../load-editor';
import { TriggerMessages } from '../trigger-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('triggers.editor');
  return { title: t('newTitle') };
}

interface NewTriggerPageProps {
  searchParams: Promise<{ from?: string; recipe?: string }>;
}

/** Empty, from a recipe, or a copy: nothing is stored before Create. */
export default async function NewTriggerPage({ searchParams }: NewTriggerPageProps) {
  const context = await requireSession();
  const { from, recipe } = await searchParams;
  const [editor, locale] = await Promise.all([loadEditor(context), getLocale()]);
  const initial = from ? await copyOf(context, from, locale) : (recipeNamed(recipe, locale, editor.choices) ?? blank());
  return (
    <TriggerMessages>
      <TriggerEditor key={`${from ?? ''} ${recipe ?? ''}`} initial={initial} identity={null} {...editor.props} />
    </TriggerMessages>
  );
}

async function copyOf(context: Context, id: string, locale: Locale): Promise<TriggerBody> {
  const { name, description, oncePerTicket, channels, on, when, do: actions } = await getTrigger(context, id);
  const copy = await nameOfCopy(context, 'trigger', name, locale);
  return { name: copy, description, active: false, oncePerTicket, channels, on, when, do: actions };
}

function recipeNamed(id: string | undefined, locale: Locale, { byKind }: RuleChoices): TriggerBody | undefined {
  const recipe = triggerRecipes.find((each) => each.id === id);
  if (!recipe) return undefined;
  const keys = { group: byKind.group?.[0]?.key, schedule: byKind.schedule?.[0]?.key };
  return plain(fromRecipe(recipe, locale, keys));
}

function blank(): TriggerBody {
  const rule = ruleOf(emptyDraft('conversation_requested'));
  return plain({ name: '', description: '', active: false, oncePerTicket: false, channels: [], ...rule });
}

/** The contract describes the body of a rule more loosely than the engine; both are plain JSON. */
function plain(trigger: Omit<TriggerInput, 'version'>): TriggerBody {
  return trigger as unknown as TriggerBody;
}
