import { defineEvent } from '../definition';

export const triggerEvents = [
  defineEvent({ id: 'conversation_requested', families: ['trigger'], provides: ['message'] }),
  defineEvent({
    id: 'message_sent',
    families: ['trigger'],
    provides: ['message'],
    startsWith: [{ field: 'sender_type', operator: 'is', value: 'customer' }],
  }),
  defineEvent({ id: 'conversation_queued', families: ['trigger'], provides: ['queue_entry'] }),
  defineEvent({ id: 'conversation_assigned', families: ['trigger'], provides: [] }),
];
