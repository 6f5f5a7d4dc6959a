import { attachment, attachmentQuery } from '../attachment';
import {
  cannedReply,
  cannedReplyChange,
  cannedReplyInput,
  cannedReplyPage,
  cannedReplyQuery,
  cannedReplyRendering,
  renderedReply,
} from '../canned-reply';
import { conversation } from '../conversation';
import { endpoint } from '../endpoint';
import {
  acceptedNext,
  assignInput,
  colleagues,
  conversationFirings,
  noteInput,
  readInput,
  statusInput,
  thread,
  threadMails,
  threadNote,
  threadQuery,
  typingInput,
  workspaceConversation,
  workspaceCounts,
  workspaceListQuery,
  workspaceMe,
  workspaceSlice,
  workspaceUpdates,
  workspaceUpdatesQuery,
} from '../workspace';

const tag = 'Agent workspace';
const path = '/api/v1/workspace';
const one = `${path}/conversations/{id}`;

/** What agents see: lists, one conversation, own status, colleagues, and what changes meanwhile. */
export const workspaceEndpoints = {
  me: endpoint({
    method: 'GET',
    path: `${path}/me`,
    tag,
    summary: 'Read own status, capacity and groups',
    answer: workspaceMe,
  }),
  status: endpoint({
    method: 'PUT',
    path: `${path}/me/status`,
    tag,
    summary: 'Set own status',
    description:
      'Set in a browser session it counts as invisible when no presence has been told for 60 s; by a token it holds.',
    body: statusInput,
    answer: workspaceMe,
    errors: ['conflict'],
  }),
  presence: endpoint({
    method: 'POST',
    path: `${path}/presence`,
    tag,
    summary: 'Tell that the browser is still there',
    status: 204,
  }),
  colleagues: endpoint({
    method: 'GET',
    path: `${path}/colleagues`,
    tag,
    summary: 'List agents with status and load',
    answer: colleagues,
  }),
  counts: endpoint({
    method: 'GET',
    path: `${path}/counts`,
    tag,
    summary: 'Count every list',
    answer: workspaceCounts,
  }),
  list: endpoint({
    method: 'GET',
    path: `${path}/conversations`,
    tag,
    summary: 'List conversations of a view',
    query: workspaceListQuery,
    answer: workspaceSlice,
  }),
  get: endpoint({
    method: 'GET',
    path: one,
    tag,
    summary: 'Read a conversation with its thread and customer',
    answer: workspaceConversation,
  }),
  thread: endpoint({
    method: 'GET',
    path: `${one}/thread`,
    tag,
    summary: 'Read messages, notes and lines of a conversation',
    query: threadQuery,
    answer: thread,
  }),
  firings: endpoint({
    method: 'GET',
    path: `${one}/firings`,
    tag,
    summary: 'Read what rules did in a conversation',
    answer: conversationFirings,
  }),
  mails: endpoint({
    method: 'GET',
    path: `${one}/mails`,
    tag,
    summary: 'Read what became of the messages that go out by e-mail',
    answer: threadMails,
  }),
  acceptNext: endpoint({
    method: 'POST',
    path: `${path}/accept-next`,
    tag,
    summary: 'Accept the conversation that has waited longest in own groups',
    answer: acceptedNext,
    errors: ['conflict'],
  }),
  stream: endpoint({
    method: 'GET',
    path: `${path}/stream`,
    tag,
    summary: 'Hear what changes, as server-sent events',
    description: 'Events `hello`, `counts`, `conversation`, `gone`, `request`, `typing`, `colleagues` and `ping`.',
  }),
  updates: endpoint({
    method: 'GET',
    path: `${path}/updates`,
    tag,
    summary: 'Ask what has changed, where a stream cannot be held',
    query: workspaceUpdatesQuery,
    answer: workspaceUpdates,
  }),
};

const conversations = '/api/v1/conversations/{id}';

/** Verbs beside accept, messages, transfer, end and tags. */
export const agentVerbEndpoints = {
  note: endpoint({
    method: 'POST',
    path: `${conversations}/notes`,
    tag: 'Conversations',
    summary: 'Write an internal note',
    description: 'Never seen by the customer, nor by rules.',
    body: noteInput,
    answer: threadNote,
    status: 201,
    errors: ['conflict'],
  }),
  assign: endpoint({
    method: 'POST',
    path: `${conversations}/assign`,
    tag: 'Conversations',
    summary: 'Give a conversation to an agent without the queue',
    description: 'Without `agent`: to oneself. No trigger fires.',
    body: assignInput.optional(),
    answer: conversation,
    errors: ['conflict'],
  }),
  read: endpoint({
    method: 'PUT',
    path: `${conversations}/read`,
    tag: 'Conversations',
    summary: 'Mark messages as read by oneself',
    body: readInput,
    status: 204,
  }),
  typing: endpoint({
    method: 'POST',
    path: `${conversations}/typing`,
    tag: 'Conversations',
    summary: 'Tell that one is typing, or has stopped',
    body: typingInput,
    status: 204,
  }),
};

export const attachmentEndpoints = {
  upload: endpoint({
    method: 'POST',
    path: '/api/v1/attachments',
    tag: 'Attachments',
    summary: 'Upload a file for a message or note',
    description: 'The body is the file itself, at most 10 MB. A file that no message takes is deleted after a day.',
    query: attachmentQuery,
    answer: attachment,
    status: 201,
    errors: ['too_large'],
  }),
  download: endpoint({
    method: 'GET',
    path: '/api/v1/attachments/{id}',
    tag: 'Attachments',
    summary: 'Read the bytes of a file',
  }),
};

const replies = { path: '/api/v1/canned-replies', tag: 'Canned replies' } as const;
const oneReply = { path: '/api/v1/canned-replies/{id}', tag: 'Canned replies' } as const;

export const cannedReplyEndpoints = {
  list: endpoint({
    ...replies,
    method: 'GET',
    summary: 'List own and shared canned replies',
    query: cannedReplyQuery,
    answer: cannedReplyPage,
  }),
  create: endpoint({
    ...replies,
    method: 'POST',
    summary: 'Create a canned reply',
    body: cannedReplyInput,
    answer: cannedReply,
    status: 201,
    example: { shortcut: 'hello', title: 'Greeting', text: 'Hello @customer_name, how can I help?', shared: true },
  }),
  get: endpoint({ ...oneReply, method: 'GET', summary: 'Read a canned reply', answer: cannedReply }),
  update: endpoint({
    ...oneReply,
    method: 'PUT',
    summary: 'Change a canned reply',
    description: 'What is absent stays as it is.',
    body: cannedReplyChange,
    answer: cannedReply,
  }),
  delete: endpoint({ ...oneReply, method: 'DELETE', summary: 'Delete a canned reply', status: 204 }),
  render: endpoint({
    ...oneReply,
    path: `${oneReply.path}/render`,
    method: 'POST',
    summary: 'Fill in the placeholders for a conversation',
    body: cannedReplyRendering,
    answer: renderedReply,
  }),
};
