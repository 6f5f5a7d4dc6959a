import type { Conversation, Customer } from '@/lib/engine/state/records';
import type {
  DeliveryRow,
  DraftRow,
  EventRow,
  FiringRow,
  KeyRow,
  MessageRow,
  OnceMarkRow,
  StepRow,
  SuspensionRow,
  TakenFileRow,
} from './rows';
import type { Table } from './table';

export const customersTable: Table<Customer> = {
  name: 'customers',
  columns: {
    id: 'uuid',
    extId: 'text',
    name: 'text',
    email: 'text',
    language: 'text',
    triggered: 'boolean',
    suspended: 'text',
    previousConversations: 'integer',
    automatedSince: 'timestamptz',
    automatedCount: 'integer',
    lastSeenAt: 'timestamptz',
  },
};

export const conversationsTable: Table<Conversation> = {
  name: 'conversations',
  assignedApart: ['number'],
  columns: {
    id: 'uuid',
    extId: 'text',
    customerId: 'uuid',
    channelKey: 'text',
    brandKey: 'text',
    groupKey: 'text',
    assigneeKey: 'text',
    language: 'text',
    tags: 'text[]',
    phase: 'text',
    flow: 'jsonb',
    queueState: 'text',
    queuedAt: 'timestamptz',
    queueEnteredCount: 'integer',
    queueEntryPosition: 'integer',
    overflowFrom: 'text',
    initialRouting: 'boolean',
    requested: 'boolean',
    served: 'boolean',
    capacityHeld: 'boolean',
    inactive: 'boolean',
    inactiveCount: 'smallint',
    eventSeq: 'integer',
    messageSeq: 'integer',
    requestedAt: 'timestamptz',
    assignedAt: 'timestamptz',
    routedAt: 'timestamptz',
    firstAgentReplyAt: 'timestamptz',
    lastAgentReplyAt: 'timestamptz',
    lastCustomerReplyAt: 'timestamptz',
    lastActivityAt: 'timestamptz',
    endedAt: 'timestamptz',
    endedBy: 'text',
    status: 'text',
    class: 'text',
    subject: 'text',
    type: 'text',
    context: 'text',
    sentiment: 'text',
    source: 'text',
    integrationKey: 'text',
    allegroAccount: 'text',
    inboxKey: 'text',
    orders: 'text[]',
    createdBy: 'text',
    awaitsReply: 'boolean',
    assignedByHand: 'boolean',
    answersInARow: 'integer',
    answersSince: 'timestamptz',
    lastTextDigest: 'text',
    sameTextCount: 'integer',
    number: 'integer',
    ticketCreatedAt: 'timestamptz',
    suspendedTicket: 'boolean',
  },
};

export const eventsTable: Table<EventRow> = {
  name: 'events',
  columns: {
    id: 'uuid',
    extId: 'text',
    conversationId: 'uuid',
    customerId: 'uuid',
    seq: 'integer',
    type: 'text',
    channelKey: 'text',
    occurredAt: 'timestamptz',
    receivedAt: 'timestamptz',
    payload: 'jsonb',
    facts: 'jsonb',
    shown: 'jsonb',
    depth: 'smallint',
    causeFiring: 'uuid',
  },
};

export const messagesTable: Table<MessageRow> = {
  name: 'messages',
  columns: {
    conversationId: 'uuid',
    seq: 'integer',
    authorKind: 'text',
    authorId: 'text',
    authorName: 'text',
    avatar: 'text',
    kind: 'text',
    body: 'text',
    meta: 'jsonb',
    clientId: 'text',
    originFiring: 'uuid',
    originStep: 'integer',
    createdAt: 'timestamptz',
  },
};

/** As they are sent; the database keeps the hash as bytes. */
export const keysTable: Table<KeyRow> = {
  name: 'event_keys',
  columns: { key: 'text', eventId: 'uuid', hash: 'text', receivedAt: 'timestamptz', result: 'jsonb' },
};

/** Files that a message takes: rows that are there already, found by id. */
export const attachmentsTable: Table<TakenFileRow> = {
  name: 'attachments',
  columns: { id: 'uuid', conversationId: 'uuid', messageSeq: 'integer', position: 'smallint' },
};

export const firingsTable: Table<FiringRow> = {
  name: 'firings',
  columns: {
    id: 'uuid',
    eventId: 'uuid',
    ruleId: 'uuid',
    family: 'text',
    ruleVersion: 'integer',
    ruleName: 'text',
    conversationId: 'uuid',
    customerId: 'uuid',
    state: 'text',
    reason: 'text',
    trace: 'jsonb',
    facts: 'jsonb',
    depth: 'smallint',
    createdAt: 'timestamptz',
    finishedAt: 'timestamptz',
    error: 'jsonb',
  },
};

export const stepsTable: Table<StepRow> = {
  name: 'firing_steps',
  columns: {
    firingId: 'uuid',
    step: 'integer',
    conversationId: 'uuid',
    ruleId: 'uuid',
    action: 'text',
    params: 'jsonb',
    state: 'text',
    dueAt: 'timestamptz',
    attempt: 'integer',
    doneAt: 'timestamptz',
    result: 'jsonb',
    error: 'jsonb',
  },
};

export const draftsTable: Table<DraftRow> = {
  name: 'reply_drafts',
  columns: {
    id: 'uuid',
    conversationId: 'uuid',
    firingId: 'uuid',
    step: 'integer',
    ruleName: 'text',
    body: 'text',
    createdAt: 'timestamptz',
  },
};

export const onceMarksTable: Table<OnceMarkRow> = {
  name: 'once_marks',
  columns: { conversationId: 'uuid', ruleId: 'uuid', firingId: 'uuid' },
};

export const deliveriesTable: Table<DeliveryRow> = {
  name: 'deliveries',
  columns: {
    idempotencyKey: 'text',
    firingId: 'uuid',
    step: 'integer',
    webhookId: 'uuid',
    conversationId: 'uuid',
    kind: 'text',
    payload: 'jsonb',
    state: 'text',
    nextAt: 'timestamptz',
    createdAt: 'timestamptz',
  },
};

export const suspensionsTable: Table<SuspensionRow> = {
  name: 'suspensions',
  columns: {
    id: 'uuid',
    customerId: 'uuid',
    scope: 'text',
    reason: 'text',
    byKind: 'text',
    byId: 'text',
    byName: 'text',
    at: 'timestamptz',
  },
};
