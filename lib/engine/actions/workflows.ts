import { defineAction } from '../definition';
import { LIMITS } from '../limits';

const text = { kind: 'text', max: LIMITS.textLength, placeholders: true, liquid: true, multiline: true } as const;

export const workflowActions = [
  defineAction({
    id: 'send_message',
    families: ['workflow'],
    words: 'send_answer',
    effect: 'own',
    icon: 'message-square',
    parameters: [{ name: 'text', ...text }],
    initial: { text: '' },
  }),
  defineAction({
    id: 'send_translated_message',
    families: ['workflow'],
    effect: 'external',
    connector: 'ai',
    icon: 'languages',
    parameters: [
      { name: 'text', ...text },
      { name: 'language', kind: 'language' },
    ],
    initial: { text: '', language: 'en' },
  }),
  defineAction({
    id: 'ai_message',
    families: ['workflow'],
    effect: 'external',
    connector: 'ai',
    icon: 'sparkles',
    parameters: [
      { name: 'instruction', ...text },
      { name: 'review', kind: 'boolean', optional: true },
    ],
    initial: { instruction: '', review: true },
  }),
  defineAction({
    id: 'send_email',
    families: ['workflow'],
    // Without a mailbox it is caught, to be looked at: nothing must be connected first.
    effect: 'external',
    icon: 'mail',
    parameters: [
      { name: 'to', kind: 'email' },
      { name: 'subject', kind: 'text', max: LIMITS.subjectLength, placeholders: true, liquid: true },
      { name: 'text', ...text },
    ],
    initial: { to: '', subject: '', text: '' },
  }),
  defineAction({
    id: 'set_status',
    families: ['workflow'],
    effect: 'own',
    icon: 'circle-dot',
    parameters: [{ name: 'status', kind: 'reference', to: 'status' }],
    initial: { status: '' },
  }),
  defineAction({
    id: 'assign_agent',
    families: ['workflow'],
    effect: 'own',
    icon: 'user-check',
    parameters: [{ name: 'agent', kind: 'reference', to: 'agent' }],
    initial: { agent: '' },
  }),
  defineAction({
    id: 'add_tag',
    families: ['workflow'],
    effect: 'own',
    icon: 'tag',
    parameters: [{ name: 'tag', kind: 'tag' }],
    initial: { tag: '' },
  }),
  defineAction({
    id: 'set_base_order_status',
    families: ['workflow'],
    effect: 'external',
    connector: 'base',
    icon: 'package',
    parameters: [{ name: 'status', kind: 'offered', by: 'base', max: 100 }],
    initial: { status: '' },
  }),
];
