'use client';

import { textOf } from '@/components/rule-editor/rule-form';
import { VersionList, type VersionListProps } from '@/components/rule-editor/version-list';
import { restoreWorkflowVersion, type WorkflowBody } from '@/lib/client/workflow-editing';
import type { RuleVersion } from '@/lib/contracts/trigger';
import { workflowKind } from './workflow-kind';

/** Every version of a workflow with what it changed. */
export function WorkflowVersions({ id, ...rest }: Omit<VersionListProps, 'textIn' | 'restore'> & { id: string }) {
  return <VersionList {...rest} textIn={textIn} restore={(version) => restoreWorkflowVersion(id, version)} />;
}

/** A version's body is the workflow as it was exported then. */
function textIn({ body }: RuleVersion): string {
  return textOf(workflowKind, body as unknown as WorkflowBody);
}
