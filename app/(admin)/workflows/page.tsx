import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { queryOf } from '@/components/workflows/list-query';
import { WorkflowList } from '@/components/workflows/workflow-list';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { listWorkflows } from '@/lib/services/workflows/list';
import { loadEditor } from './load-editor';

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
  const [page, { props }] = await Promise.all([listWorkflows(context, query), loadEditor(context)]);
  const { references, unconnected, mayWrite } = props;
  return (
    <ClientMessages areas={['workflows', 'lists', 'rules', 'problems']}>
      <WorkflowList initial={{ query, page }} {...{ references, unconnected, mayWrite }} />
    </ClientMessages>
  );
}
