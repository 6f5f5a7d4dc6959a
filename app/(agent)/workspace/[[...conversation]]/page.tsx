import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Workspace } from '@/components/workspace/workspace';
import { requireSession } from '@/lib/auth/current-actor';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { listTicketChoices } from '@/lib/services/tickets/choices';
import { readReferences } from '../../../(admin)/log/read-references';
import { readWorkspace } from './read-workspace';

interface WorkspacePageProps {
  params: Promise<{ conversation?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workspace');
  return { title: t('title') };
}

/** Any place in the workspace; from then on it moves without asking for pages. */
export default async function WorkspacePage({ params, searchParams }: WorkspacePageProps) {
  const context = await requireSession();
  const [{ me, counts, state }, references, choices] = await Promise.all([
    readWorkspace(context, (await params).conversation?.[0], await searchParams),
    readReferences(context),
    listTicketChoices(context),
  ]);
  return (
    <ClientMessages areas={['workspace', 'log', 'firings', 'rules', 'mail']}>
      <HydrationBoundary state={state}>
        <Workspace me={me} counts={counts} references={references} choices={choices} />
      </HydrationBoundary>
    </ClientMessages>
  );
}
