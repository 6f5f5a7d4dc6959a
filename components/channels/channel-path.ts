export type ChannelPart = 'installation' | 'responses' | 'authentication' | 'connect';

/** Address of a channel's page, or of one of its tabs. */
export function channelPath({ key }: { key: string }, part?: ChannelPart): string {
  return `/channels/${key}${part ? `/${part}` : ''}`;
}
