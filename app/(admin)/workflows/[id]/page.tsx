import type { Metadata } from 'next';
import { WorkflowEditor } from '@/components/workflows/workflow-editor';
import { loadEditor } from '../load-editor';
import { WorkflowMessages } from '../workflow-messages';
import { loadWorkflow, type WorkflowPageProps } from './load-workflow';

export async function generateMetadata({ params }: WorkflowPageProps): Promise<Metadata> {
  const { workflow } = await loadWorkflow((await params).id);
  return { title: workflow.name };
}

export default async function WorkflowPage({ params }: WorkflowPageProps) {
  const { context, workflow, fired } = await loadWorkflow((await params).id);
  const { props } = await loadEditor(context);
  const { id, version, broken, name, description, active, when, do: actions } = workflow;
  return (
    <WorkflowMessages>
      <WorkflowEditor
        key={id}
        initial={{ name, description, active, when, do: actions }}
        identity={{ id, version, fired, broken }}
        {...props}
      />
    </WorkflowMessages>
  );
}
