'use client';

import { VersionList, type VersionListProps } from '@/components/rule-editor/version-list';
import { restoreProactiveVersion } from '@/lib/client/proactive';
import type { RuleVersion } from '@/lib/contracts/trigger';
import { type MessageBody, textOf } from './message-form';

/** Every version of a message with what it changed. */
export function MessageVersions({ id, ...rest }: Omit<VersionListProps, 'textIn' | 'restore'> & { id: string }) {
  return <VersionList {...rest} textIn={textIn} restore={(version) => restoreProactiveVersion(id, version)} />;
}

/** A version's body is the message as it was stored then. */
function textIn({ body }: RuleVersion): string {
  return textOf(body as unknown as MessageBody);
}
