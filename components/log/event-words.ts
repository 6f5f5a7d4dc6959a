import type { useTranslations } from 'next-intl';

/** An event's name; its id when it has none, a dash when the event is no longer kept. */
export function eventWords(t: ReturnType<typeof useTranslations<'log'>>, type: string): string {
  const key = `event.${type}` as 'event.message_sent';
  return type !== '' && t.has(key) ? t(key) : type || '–';
}

export const EVENT_TYPES = [
  ...['conversation_requested', 'message_sent', 'conversation_queued', 'conversation_assigned'],
  ...[
    'conversation_started',
    'conversation_transferred',
    'conversation_reassigned',
    'conversation_inactive',
    'conversation_ended',
    'ticket_created',
    'ticket_updated',
    'return_created',
    'ticket_due',
  ],
  'agent_status_changed',
];
