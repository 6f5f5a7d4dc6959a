import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { referencesOf } from '@/components/rule-editor/choices-to-references';
import { queryOf } from '@/components/workflows/list-query';
import { WorkflowList } from '@/components/workflows/workflow-list';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { listConnected } from '@/lib/services/connectors/connected';
import { may } from '@/lib/services/permit';
import { ruleChoices } from '@/lib/services/rules/choices';
import { listWorkflows } from '@/lib/services/workflows/list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workflows');
  return { title: t('title') };
}

interface WorkflowsPageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function WorkflowsPage({ searchParams }: WorkflowsPageProps) {
  const context = await requireSession();
  const given = Object.entries(await searchParams).map(([key, value]) => [key, [value].flat()[0]]);
  const query = queryOf(Object.fromEntries(given));
  const [page, choices, connected, t] = await Promise.all([
    listWorkflows(context, query),
    ruleChoices(context),
    listConnected(context),
    getTranslations('rules.editor'),
  ]);
  return (
    <ClientMessages areas={['workflows', 'lists', 'rules', 'problems']}>
      <WorkflowList
        initial={{ query, page }}
        references={referencesOf(choices, t('inactive'))}
        connected={connected}
        mayWrite={may(context.actor, 'rules.write')}
      />
    </ClientMessages>
  );
}
