import { defineVariable } from '../definition';

/** In the order in which the editor lists them. */
export const workflowVariables = [
  defineVariable({ id: 'ticket_id', read: ({ ticket }) => ticket.number }),
  defineVariable({ id: 'ticket_url', read: ({ ticket }) => ticket.url }),
  defineVariable({ id: 'customer_email', read: ({ customer }) => customer.email }),
  defineVariable({ id: 'customer_name', read: ({ customer }) => customer.name }),
  defineVariable({ id: 'current_date_time', read: ({ now }) => now }),
  defineVariable({ id: 'assigned_agent_first_name', read: ({ agent }) => wordsOf(agent?.name)[0] ?? null }),
  defineVariable({
    id: 'assigned_agent_last_name',
    read: ({ agent }) => wordsOf(agent?.name).slice(1).join(' ') || null,
  }),
  defineVariable({ id: 'assigned_agent_full_name', read: ({ agent }) => agent?.name ?? null }),
  defineVariable({ id: 'assigned_agent_email', read: ({ agent }) => agent?.email ?? null }),
];

function wordsOf(name: string | undefined): string[] {
  return (name ?? '').split(/\s+/).filter((word) => word !== '');
}
