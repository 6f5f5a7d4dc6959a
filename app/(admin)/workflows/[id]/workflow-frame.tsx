import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RuleTabs } from '@/components/rule-editor/rule-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { StatusDot } from '@/components/ui/status-dot';
import type { Workflow } from '@/lib/contracts/workflow';

interface WorkflowFrameProps {
  workflow: Workflow;
  fired: number;
  children: ReactNode;
}

/** Header and tabs around what is not the rule itself. */
export async function WorkflowFrame({ workflow, fired, children }: WorkflowFrameProps) {
  const t = await getTranslations('workflows');
  const tone = workflow.broken ? 'broken' : workflow.active ? 'active' : 'inactive';
  return (
    <>
      <PageHeader
        crumb={{ label: t('editor.crumb'), href: '/workflows' }}
        title={workflow.name}
        state={<StatusDot tone={tone}>{t(`status.${tone}`)}</StatusDot>}
      />
      <div className="border-b border-line px-5 max-phone:px-4">
        <RuleTabs area="workflows" id={workflow.id} version={workflow.version} fired={fired} />
      </div>
      {children}
    </>
  );
}
