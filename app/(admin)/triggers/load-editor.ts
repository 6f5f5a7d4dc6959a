import { getTranslations } from 'next-intl/server';
import { referencesOf } from '@/components/rule-editor/choices-to-references';
import type { Context } from '@/lib/services/context';
import { may } from '@/lib/services/permit';
import { ruleChoices } from '@/lib/services/rules/choices';

/** What the editor of a trigger needs beside the trigger. */
export async function loadEditor(context: Context) {
  const [choices, t] = await Promise.all([ruleChoices(context), getTranslations('rules.editor')]);
  return {
    choices,
    props: {
      references: referencesOf(choices, t('inactive')),
      messaging: choices.messaging,
      mayWrite: may(context.actor, 'rules.write'),
      now: new Date().toISOString(),
    },
  };
}
