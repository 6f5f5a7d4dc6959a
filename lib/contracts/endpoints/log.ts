import * as z from 'zod';
import { endpoint } from '../endpoint';
import {
  eventQuery,
  eventSlice,
  explainQuery,
  explanation,
  firing,
  firingQuery,
  firingSlice,
  readEvent,
} from '../firing';

/** Events are validated one by one, so that a bad one does not spoil the others. */
const eventsInput = z.strictObject({ events: z.array(z.unknown()).min(1) });
const eventsResult = z.object({
  results: z.array(
    z.object({
      id: z.string().nullable(),
      status: z.enum(['accepted', 'duplicate', 'rejected']),
      firings: z.array(z.object({ rule: z.string(), firing: z.string() })).optional(),
      errors: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
      warnings: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
    }),
  ),
});

const eventExample = {
  events: [
    {
      id: 'e-1',
      type: 'message_sent',
      occurredAt: '2026-11-21T10:00:00Z',
      conversation: { id: 'c-1', group: 'support', tags: ['vip'] },
      customer: { id: 'u-1', name: 'Ada', email: 'ada@example.org' },
      message: { id: 'm-1', text: 'Help please', sender: { type: 'customer', name: 'Ada' } },
    },
    // From another source: the ticket says where it comes from, then what the customer wrote.
    {
      id: 'allegro-thread-8812',
      type: 'ticket_created',
      occurredAt: '2026-11-21T10:00:00Z',
      conversation: { id: 'allegro-8812' },
      customer: { id: 'allegro-user-77', name: 'Jan' },
      ticket: {
        source: 'allegro_messages',
        integration: 'allegro-pl',
        allegroAccount: 'my-shop',
        subject: 'Order 1042',
        orders: ['1042'],
        createdBy: 'customer',
      },
    },
    {
      id: 'allegro-message-99120',
      type: 'message_sent',
      occurredAt: '2026-11-21T10:00:00Z',
      conversation: { id: 'allegro-8812' },
      customer: { id: 'allegro-user-77' },
      message: { id: '99120', text: 'When is it sent?', sender: { type: 'customer' } },
    },
  ],
};

export const logEndpoints = {
  firings: endpoint({
    method: 'GET',
    path: '/api/v1/firings',
    tag: 'Log',
    summary: 'List firings with their traces and steps, newest first',
    query: firingQuery,
    answer: firingSlice,
  }),
  firing: endpoint({
    method: 'GET',
    path: '/api/v1/firings/{id}',
    tag: 'Log',
    summary: 'Read a firing',
    answer: firing,
  }),
  retry: endpoint({
    method: 'POST',
    path: '/api/v1/firings/{id}/steps/{step}/retry',
    tag: 'Log',
    summary: 'Try a failed step again',
    answer: firing,
    errors: ['conflict'],
  }),
  continue: endpoint({
    method: 'POST',
    path: '/api/v1/firings/{id}/continue',
    tag: 'Log',
    summary: 'End the wait of a firing now',
    description: 'What would have stopped it at the end of the wait stops it now.',
    answer: firing,
    errors: ['conflict'],
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/v1/firings/{id}/cancel',
    tag: 'Log',
    summary: 'Cancel what a waiting firing has still to do',
    description: 'It does not use up “once per ticket”.',
    answer: firing,
    errors: ['conflict'],
  }),
  events: endpoint({
    method: 'GET',
    path: '/api/v1/events',
    tag: 'Events',
    summary: 'List events as received, newest first',
    query: eventQuery,
    answer: eventSlice,
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/v1/events',
    tag: 'Events',
    summary: 'Send events',
    description:
      'Up to 500 events; durable and evaluated when it answers. Each is answered for itself; an `id` that was sent before answers `duplicate` with the first result. Tickets of other sources say `source`, `integration` (a key of Settings › Integrations) and, of Allegro, `allegroAccount`. An `integration` that does not exist rejects the event (`unknown_reference`); one that is switched off is taken, with the warning `integration_inactive`, so that no message is lost. `source` and `allegroAccount` are words of your own: nothing need be connected for them. Replies go out by webhook (`message.created`), which names all three.',
    body: eventsInput,
    answer: eventsResult,
    maxBytes: 4_000_000,
    uncheckedText: true,
    rate: 'events',
    errors: ['too_large', 'too_busy'],
    example: eventExample,
  }),
  event: endpoint({
    method: 'GET',
    path: '/api/v1/events/{id}',
    tag: 'Events',
    summary: 'Read an event with the facts that rules saw',
    answer: readEvent,
  }),
  explainEvent: endpoint({
    method: 'GET',
    path: '/api/v1/events/{id}/explain',
    tag: 'Log',
    summary: 'Why a rule fired or did not fire on an event',
    query: explainQuery.pick({ rule: true }),
    answer: explanation,
  }),
  explainConversation: endpoint({
    method: 'GET',
    path: '/api/v1/conversations/{id}/explain',
    tag: 'Log',
    summary: 'Why a rule fired or did not fire on the events of a conversation',
    query: explainQuery,
    answer: z.object({ items: z.array(explanation) }),
  }),
};
