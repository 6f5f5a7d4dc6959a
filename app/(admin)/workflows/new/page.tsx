import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { emptyDraft, ruleOf } from '@/components/rule-editor/draft';
import { WorkflowEditor } from '@/components/workflows/workflow-editor';
import { requireSession } from '@/lib/auth/current-actor';
import type { WorkflowBody } from '@/lib/client/workflow-editing';
import type { WorkflowInput } from '@/lib/contracts/workflow';
import { type Connector, connectors } from '@/lib/engine/definition';
import { keysFor, workflowFromRecipe, workflowRecipes } from '@/lib/engine/recipes/workflows';
import type { Locale } from '@/lib/i18n/locale';
import type { Context } from '@/lib/services/context';
import { nameOfCopy, type RuleChoices } from '@/lib/services/rules/choices';
import { getWorkflow } from '@/lib/services/workflows/verbs';
import { loadEditor } from '../load-editor';
import { WorkflowMessages } from '../workflow-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workflows.editor');
  return { title: t('newTitle') };
}

interface NewWorkflowPageProps {
  searchParams: Promise<{ from?: string; recipe?: string }>;
}

/** Empty, from a template, or a copy: nothing is stored before Add. */
export default async function NewWorkflowPage({ searchParams }: NewWorkflowPageProps) {
  const context = await requireSession();
  const { from, recipe } = await searchParams;
  const [{ choices, props }, locale] = await Promise.all([loadEditor(context), getLocale()]);
  const initial = from
    ? await copyOf(context, from, locale)
    : (templateNamed(recipe, locale, choices, props.unconnected) ?? blank());
  return (
    <WorkflowMessages>
      <WorkflowEditor key={`${from ?? ''} ${recipe ?? ''}`} initial={initial} identity={null} {...props} />
    </WorkflowMessages>
  );
}

async function copyOf(context: Context, id: string, locale: Locale): Promise<WorkflowBody> {
  const { name, description, when, do: actions } = await getWorkflow(context, id);
  const copy = await nameOfCopy(context, 'workflow', name, locale);
  return { name: copy, description, active: false, when, do: actions };
}

function templateNamed(
  id: string | undefined,
  locale: Locale,
  { byKind }: RuleChoices,
  unconnected: readonly Connector[],
): WorkflowBody | undefined {
  const recipe = workflowRecipes.find((each) => each.id === id);
  if (!recipe) return undefined;
  const agents = (byKind.agent ?? []).filter(({ active }) => active).map(({ key }) => key);
  const connected = connectors.filter((each) => !unconnected.includes(each));
  return plain(workflowFromRecipe(recipe, locale, keysFor(agents), connected));
}

function blank(): WorkflowBody {
  const { when, do: actions } = ruleOf(emptyDraft(''));
  return plain({ name: '', description: '', active: true, when, do: actions });
}

/** The contract describes the body of a rule more loosely than the engine; both are plain JSON. */
function plain(workflow: Pick<WorkflowInput, 'name' | 'description' | 'active' | 'when' | 'do'>): WorkflowBody {
  return workflow as unknown as WorkflowBody;
}
