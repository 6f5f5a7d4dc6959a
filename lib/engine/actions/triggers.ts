import { defineAction } from '../definition';
import { LIMITS } from '../limits';

const message = { kind: 'text', max: LIMITS.textLength, placeholders: true, multiline: true } as const;

export const triggerActions = [
  defineAction({
    id: 'send_message',
    families: ['trigger'],
    effect: 'own',
    icon: 'message-square',
    parameters: [
      { name: 'sender', kind: 'text', max: LIMITS.senderLength, placeholders: true },
      { name: 'text', ...message },
      { name: 'texts', kind: 'texts', max: LIMITS.textLength, optional: true },
      { name: 'quickReplies', kind: 'lines', max: 10, each: 80, optional: true },
    ],
    initial: { sender: '', text: '' },
  }),
  defineAction({
    id: 'wait',
    families: ['trigger'],
    effect: 'timer',
    icon: 'timer',
    parameters: [
      { name: 'seconds', kind: 'integer', ...LIMITS.waitSeconds, unit: 'seconds' },
      {
        name: 'unless',
        kind: 'choices',
        options: ['agent_replied', 'conversation_ended', 'customer_replied'],
        optional: true,
      },
    ],
    initial: { seconds: 5 },
  }),
  defineAction({
    id: 'request_email',
    families: ['trigger'],
    effect: 'own',
    icon: 'mail',
    parameters: [
      { name: 'text', ...message, optional: true },
      { name: 'texts', kind: 'texts', max: LIMITS.textLength, optional: true },
    ],
    initial: {},
  }),
  defineAction({
    id: 'set_triggered',
    families: ['trigger'],
    effect: 'own',
    icon: 'flag',
    parameters: [{ name: 'value', kind: 'boolean' }],
    initial: { value: true },
  }),
  defineAction({
    id: 'add_tags',
    families: ['trigger'],
    effect: 'own',
    icon: 'tag',
    parameters: [{ name: 'tags', kind: 'tags' }],
    initial: { tags: [] },
  }),
  defineAction({
    id: 'remove_tags',
    families: ['trigger'],
    effect: 'own',
    icon: 'tag',
    parameters: [{ name: 'tags', kind: 'tags' }],
    initial: { tags: [] },
  }),
  defineAction({
    id: 'suspend_user',
    families: ['trigger'],
    effect: 'own',
    icon: 'ban',
    last: true,
    parameters: [],
    initial: {},
  }),
];
