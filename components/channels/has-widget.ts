import type { ChannelKind } from '@/lib/contracts/channel';

/** Whether customers of the channel meet the widget: on a site, or in an app's web view. */
export function hasWidget({ kind }: { kind: ChannelKind }): boolean {
  return kind === 'web' || kind === 'mobile';
}
