import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WorkflowVersions } from '@/components/workflows/workflow-versions';
import { may } from '@/lib/services/permit';
import { listWorkflowVersions } from '@/lib/services/workflows/verbs';
import { WorkflowMessages } from '../../workflow-messages';
import { loadWorkflow, type WorkflowPageProps } from '../load-workflow';
import { WorkflowFrame } from '../workflow-frame';

export async function generateMetadata({ params }: WorkflowPageProps): Promise<Metadata> {
  const [{ workflow }, t] = await Promise.all([loadWorkflow((await params).id), getTranslations('rules.page')]);
  return { title: `${t('versions')} · ${workflow.name}` };
}

interface VersionsPageProps extends WorkflowPageProps {
  searchParams: Promise<{ version?: string | string[] }>;
}

export default async function VersionsPage({ params, searchParams }: VersionsPageProps) {
  const { context, workflow, fired } = await loadWorkflow((await params).id);
  const versions = await listWorkflowVersions(context, workflow.id);
  const asked = Number((await searchParams).version);
  return (
    <WorkflowMessages>
      <WorkflowFrame workflow={workflow} fired={fired}>
        <WorkflowVersions
          id={workflow.id}
          current={workflow.version}
          asked={versions.find(({ version }) => version === asked)?.version}
          versions={versions}
          mayWrite={may(context.actor, 'rules.write')}
        />
      </WorkflowFrame>
    </WorkflowMessages>
  );
}
