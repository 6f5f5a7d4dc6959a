import { definePlaceholder } from '../definition';

/** Most placeholders show the field of the same id; the others say where their value comes from. */
export const triggerPlaceholders = [
  definePlaceholder({ id: 'hour_of_day', type: 'integer' }),
  definePlaceholder({ id: 'day_of_week', type: 'integer' }),
  definePlaceholder({ id: 'customer_prev_conversations', type: 'integer' }),
  definePlaceholder({ id: 'customer_name', type: 'text', live: true }),
  definePlaceholder({ id: 'customer_triggered', type: 'text', labels: 'boolean' }),
  definePlaceholder({ id: 'account_status', type: 'text', labels: 'status' }),
  definePlaceholder({ id: 'bot_name', type: 'text', read: (state) => state.account.botName }),
  definePlaceholder({ id: 'customer_is_in_active_conversation', type: 'text', labels: 'boolean' }),
  definePlaceholder({ id: 'customer_requesting_conversation', type: 'text', labels: 'boolean' }),
  definePlaceholder({ id: 'customer_served', type: 'text', labels: 'boolean' }),
  definePlaceholder({ id: 'sender', type: 'text' }),
  definePlaceholder({ id: 'customer_email', type: 'text', live: true }),
  definePlaceholder({ id: 'sender_type', type: 'text', labels: 'sender_type' }),
  definePlaceholder({ id: 'message', type: 'text' }),
  definePlaceholder({ id: 'queue_size', type: 'integer' }),
  definePlaceholder({
    id: 'wait_time_min',
    type: 'integer',
    estimate: true,
    read: (state) => state.account.wait?.min ?? null,
  }),
  definePlaceholder({
    id: 'wait_time_max',
    type: 'integer',
    estimate: true,
    read: (state) => state.account.wait?.max ?? null,
  }),
];
