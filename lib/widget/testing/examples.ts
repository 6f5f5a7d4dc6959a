import type { Config, Conversation, Message } from '../protocol';

export const config: Config = {
  channel: { key: 'web', name: 'Velo & Co', colour: '#1f5a43', logo: null, position: 'right', language: 'en' },
  language: 'en',
  response: { mode: 'default', inHours: true, firstMessage: 'Hello! How can we help?', details: [], bot: null },
  proactive: false,
};

export function message(seq: number, more: Partial<Message> = {}): Message {
  const author: Message['author'] = { kind: 'agent', name: 'Claire' };
  return { seq, id: `c/${seq}`, author, text: `Text ${seq}`, at: '2026-11-12T14:20:00.000Z', ...more };
}

export function own(seq: number, clientId: string, more: Partial<Message> = {}): Message {
  return message(seq, { clientId, author: { kind: 'customer', name: '' }, ...more });
}

export function conversation(messages: readonly Message[], more: Partial<Conversation> = {}): Conversation {
  return {
    ...{ id: 'c', phase: 'assigned', agent: { name: 'Claire' }, wait: null, form: null },
    ...{ messages, lastSeq: messages.at(-1)?.seq ?? 0, readSeq: 0, moreBefore: false },
    ...more,
  };
}
