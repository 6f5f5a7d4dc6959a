'use client';

import { textOf } from '@/components/rule-editor/rule-form';
import { VersionList, type VersionListProps } from '@/components/rule-editor/version-list';
import { restoreVersion, type TriggerBody } from '@/lib/client/trigger-editing';
import type { RuleVersion } from '@/lib/contracts/trigger';
import { triggerKind } from './trigger-kind';

/** Every version of a trigger with what it changed. */
export function TriggerVersions({ id, ...rest }: Omit<VersionListProps, 'textIn' | 'restore'> & { id: string }) {
  return <VersionList {...rest} textIn={textIn} restore={(version) => restoreVersion(id, version)} />;
}

/** A version's body is the trigger as it was exported then. */
function textIn({ body }: RuleVersion): string {
  return textOf(triggerKind, body as unknown as TriggerBody);
}
