import * as z from 'zod';
import { agentStatusInput } from '../agent';
import {
  conversation,
  conversationQuery,
  conversationSlice,
  message,
  messageInput,
  messageQuery,
  messageSlice,
  tagsInput,
  transferInput,
} from '../conversation';
import { endpoint } from '../endpoint';
import { ticketChange } from '../ticket';

const tag = 'Conversations';
const path = '/api/v1/conversations';

export const suspensionInput = z.strictObject({
  scope: z.enum(['messaging', 'all']).default('messaging'),
  reason: z.string().max(500).default(''),
});
/** Tokens are no agents: they name one. */
export const acceptInput = z.strictObject({ agent: z.string().min(1).max(64).optional() });

export const conversationEndpoints = {
  list: endpoint({
    method: 'GET',
    path,
    tag,
    summary: 'List conversations, newest first',
    query: conversationQuery,
    answer: conversationSlice,
  }),
  get: endpoint({ method: 'GET', path: `${path}/{id}`, tag, summary: 'Read a conversation', answer: conversation }),
  change: endpoint({
    method: 'PATCH',
    path: `${path}/{id}`,
    tag,
    summary: 'Change a ticket',
    description:
      'What is absent stays as it is, null empties. Also after the end. Workflows that wait for the change run; no trigger does.',
    body: ticketChange,
    answer: conversation,
    errors: ['conflict'],
    example: { status: 'pending', assignee: 'ada', context: 'delivery', orders: ['10042'] },
  }),
  messages: endpoint({
    method: 'GET',
    path: `${path}/{id}/messages`,
    tag,
    summary: 'Read messages after a number',
    description: 'Internal notes come with `notes=true` alone: they are nothing for customers.',
    query: messageQuery,
    answer: messageSlice,
  }),
  reply: endpoint({
    method: 'POST',
    path: `${path}/{id}/messages`,
    tag,
    summary: 'Write as an agent',
    body: messageInput,
    answer: message,
    status: 201,
    errors: ['conflict'],
  }),
  accept: endpoint({
    method: 'POST',
    path: `${path}/{id}/accept`,
    tag,
    summary: 'Accept a conversation from the queue',
    description: 'By a token, `agent` names who accepts.',
    body: acceptInput.optional(),
    answer: conversation,
    errors: ['conflict'],
  }),
  transfer: endpoint({
    method: 'POST',
    path: `${path}/{id}/transfer`,
    tag,
    summary: 'Transfer a conversation to a group',
    body: transferInput,
    answer: conversation,
    errors: ['conflict'],
  }),
  end: endpoint({
    method: 'POST',
    path: `${path}/{id}/end`,
    tag,
    summary: 'End a conversation',
    answer: conversation,
    errors: ['conflict'],
  }),
  tags: endpoint({
    method: 'POST',
    path: `${path}/{id}/tags`,
    tag,
    summary: 'Add and remove tags',
    body: tagsInput,
    answer: conversation,
  }),
  suspend: endpoint({
    method: 'PUT',
    path: '/api/v1/customers/{id}/suspension',
    tag: 'Customers',
    summary: 'Suspend a customer',
    body: suspensionInput,
    status: 204,
  }),
  unsuspend: endpoint({
    method: 'DELETE',
    path: '/api/v1/customers/{id}/suspension',
    tag: 'Customers',
    summary: 'Lift a suspension',
    status: 204,
  }),
  agentStatus: endpoint({
    method: 'PUT',
    path: '/api/v1/agents/{id}/status',
    tag: 'Agents',
    summary: 'Set an agent’s status; it holds until changed',
    body: agentStatusInput,
    status: 204,
  }),
};
