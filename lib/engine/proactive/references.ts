import type { RuleReference } from '../references';
import type { ReferenceKind } from '../value';
import type { ProactiveBody } from './message';

export type Named = Partial<Pick<ProactiveBody, 'brand' | 'channel' | 'send' | 'reply'>>;

/** What a message names beside its conditions. A draft may name nothing yet. */
export function referencesInMessage({ brand, channel, send, reply }: Named): RuleReference[] {
  const named: (RuleReference | false | undefined)[] = [
    brand ? { kind: 'brand', key: brand, path: 'brand' } : undefined,
    channel ? { kind: 'channel', key: channel, path: 'channel' } : undefined,
    send?.when !== 'any' && send?.schedule
      ? { kind: 'schedule', key: send.schedule, path: 'send.schedule' }
      : undefined,
    reply?.kind === 'bot' && reply.bot ? { kind: 'bot', key: reply.bot, path: 'reply.bot' } : undefined,
  ];
  return named.filter((each) => typeof each === 'object');
}

/** The same message with what it names renamed: for callers that name things by uuid. */
export function renameInMessage<M extends Named>(message: M, rename: (kind: ReferenceKind, key: string) => string): M {
  const { brand, channel, send, reply } = message;
  return {
    ...message,
    ...(brand && { brand: rename('brand', brand) }),
    ...(channel && { channel: rename('channel', channel) }),
    ...(send?.schedule && { send: { ...send, schedule: rename('schedule', send.schedule) } }),
    ...(reply?.kind === 'bot' && { reply: { ...reply, bot: rename('bot', reply.bot) } }),
  };
}
