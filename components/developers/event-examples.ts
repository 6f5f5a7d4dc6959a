/** Ready bodies of `POST /api/v1/events`, with ids that no earlier one had. */
export const EXAMPLES = [
  'conversation_requested',
  'message_sent',
  'conversation_queued',
  'conversation_assigned',
  'agent_status_changed',
  'allegro',
] as const;
export type ExampleId = (typeof EXAMPLES)[number];

export function exampleBody(id: ExampleId, unique: string, now: Date): object {
  const about = {
    id: `test-${unique}`,
    occurredAt: now.toISOString(),
    conversation: { id: `test-conversation-${unique}` },
  };
  const customer = { id: 'test-customer', name: 'Ada', email: 'ada@example.org', language: 'en' };
  const message = {
    id: `test-message-${unique}`,
    text: 'Hello, I have a question about my order',
    sender: { type: 'customer', name: 'Ada' },
  };
  const event = {
    conversation_requested: { ...about, type: 'conversation_requested', customer, message },
    message_sent: { ...about, type: 'message_sent', customer, message },
    conversation_queued: {
      ...about,
      type: 'conversation_queued',
      customer,
      conversation: { ...about.conversation, group: 'support' },
    },
    conversation_assigned: { ...about, type: 'conversation_assigned', customer, agent: 'ada' },
    agent_status_changed: {
      id: about.id,
      occurredAt: about.occurredAt,
      type: 'agent_status_changed',
      agent: 'ada',
      status: 'online',
    },
    // The ticket says where it comes from; then what the customer wrote. Once connected, `integration` names it, too.
    allegro: [
      {
        ...about,
        type: 'ticket_created',
        customer,
        ticket: { source: 'allegro_messages', allegroAccount: 'my-shop', subject: 'Order 1042', createdBy: 'customer' },
      },
      { ...about, id: `${about.id}-message`, type: 'message_sent', customer, message },
    ],
  }[id];
  return { events: [event].flat() };
}
