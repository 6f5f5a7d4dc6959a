import { getTranslations } from 'next-intl/server';
import { referencesOf } from '@/components/rule-editor/choices-to-references';
import type { Context } from '@/lib/services/context';
import { may } from '@/lib/services/permit';
import { ruleChoices } from '@/lib/services/rules/choices';
import { workflowEditing } from '@/lib/services/workflows/editing';

/** What the editor of a workflow needs beside the workflow. */
export async function loadEditor(context: Context) {
  const [choices, editing, t] = await Promise.all([
    ruleChoices(context),
    workflowEditing(context),
    getTranslations('rules.editor'),
  ]);
  return {
    choices,
    props: {
      ...editing,
      references: referencesOf(choices, t('inactive')),
      mayWrite: may(context.actor, 'rules.write'),
    },
  };
}
