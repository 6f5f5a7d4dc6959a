import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FiringList } from '@/components/rule-editor/firing-list';
import { listFirings } from '@/lib/services/firings/read';
import { WorkflowMessages } from '../../workflow-messages';
import { loadWorkflow, type WorkflowPageProps } from '../load-workflow';
import { WorkflowFrame } from '../workflow-frame';

export async function generateMetadata({ params }: WorkflowPageProps): Promise<Metadata> {
  const [{ workflow }, t] = await Promise.all([loadWorkflow((await params).id), getTranslations('rules.page')]);
  return { title: `${t('firings')} · ${workflow.name}` };
}

/** The newest firings; the log has them all, with filters. */
export default async function FiringsPage({ params }: WorkflowPageProps) {
  const { context, workflow, fired } = await loadWorkflow((await params).id);
  const { items } = await listFirings(context, { rule: workflow.id, limit: 50 });
  return (
    <WorkflowMessages>
      <WorkflowFrame workflow={workflow} fired={fired}>
        <FiringList rule={workflow.id} firings={items} />
      </WorkflowFrame>
    </WorkflowMessages>
  );
}
