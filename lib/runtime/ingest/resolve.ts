import type { EventIssue } from '@/lib/contracts/event';
import type { Command } from '@/lib/engine/state/derive';
import type { LiteralEvent, TicketChange } from '@/lib/engine/state/literal-event';
import type { ChannelInfo, Directory, ReferenceKind } from './directory';
import type { Item, SaidConversation, What } from './item';

/** An item whose configuration is named by key throughout. */
export interface ResolvedItem extends Omit<Item, 'channel'> {
  readonly channel: ChannelInfo;
}

export type Resolution =
  | { readonly item: ResolvedItem }
  | { readonly path: string; readonly code: string; readonly kind: string };

class Unknown extends Error {
  readonly path: string;
  readonly kind: string;

  constructor(path: string, kind: string) {
    super('unknown reference');
    this.path = path;
    this.kind = kind;
  }
}

/** Puts keys in the place of names, or tells which name leads to nothing. */
export function resolve(item: Item, directory: Directory): Resolution {
  const key = (kind: ReferenceKind, path: string, name: string): string => {
    const found = directory.key(kind, name);
    if (found === undefined) throw new Unknown(path, kind);
    return found;
  };
  try {
    const channel = directory.channel(item.channel);
    if (!channel) throw new Unknown('channel', 'channel');
    const conversation = item.conversation && resolveConversation(item.conversation, key);
    return { item: { ...item, channel, conversation, what: resolveWhat(item.what, conversation, directory, key) } };
  } catch (error) {
    if (error instanceof Unknown) return { path: error.path, code: 'unknown_reference', kind: error.kind };
    throw error;
  }
}

/** What is taken all the same: a message is not lost because somebody has switched its connection off. */
export function warningsOf({ what }: ResolvedItem, { idle }: Directory): EventIssue[] {
  const ticket = what.kind === 'event' && 'ticket' in what.event ? what.event.ticket : undefined;
  const integration = ticket?.integration;
  if (!integration || !idle.has(integration)) return [];
  return [{ path: 'ticket.integration', code: 'integration_inactive', params: { key: integration } }];
}

type Key = (kind: ReferenceKind, path: string, name: string) => string;

function resolveConversation(said: SaidConversation, key: Key): SaidConversation {
  return {
    ...said,
    ...(said.group !== undefined && { group: key('group', 'conversation.group', said.group) }),
    ...(said.brand !== undefined && { brand: key('brand', 'conversation.brand', said.brand) }),
  };
}

function resolveWhat(what: What, conversation: SaidConversation | null, directory: Directory, key: Key): What {
  if (what.kind === 'command') return { ...what, command: resolveCommand(what.command, directory, key) };
  if (what.kind === 'agent')
    return { ...what, event: { ...what.event, agent: key('agent', 'agent', what.event.agent) } };
  const { event } = what;
  const { id: _id, ...said } = conversation ?? { id: '' };
  const resolved: LiteralEvent = { ...event, ...(event.conversation && { conversation: said }) };
  const withAgent =
    'agent' in resolved && resolved.agent !== undefined
      ? { ...resolved, agent: key('agent', 'agent', resolved.agent) }
      : resolved;
  return {
    kind: 'event',
    event:
      'ticket' in withAgent && withAgent.ticket
        ? { ...withAgent, ticket: resolveTicket(withAgent.ticket, directory, key) }
        : withAgent,
  };
}

function resolveCommand(command: Command, directory: Directory, key: Key): Command {
  return {
    ...command,
    ...('agent' in command && { agent: key('agent', 'agent', command.agent) }),
    ...('group' in command && command.group !== undefined && { group: key('group', 'group', command.group) }),
    ...('ticket' in command && command.ticket && { ticket: resolveTicket(command.ticket, directory, key, '') }),
  };
}

function resolveTicket(ticket: TicketChange, directory: Directory, key: Key, at = 'ticket.'): TicketChange {
  const { status, integration, inbox, assignee } = ticket;
  const resolved = {
    ...ticket,
    ...(status !== undefined && { status: key('status', `${at}status`, status) }),
    ...(integration && { integration: key('integration', `${at}integration`, integration) }),
    ...(inbox && { inbox: key('inbox', `${at}inbox`, inbox) }),
    ...(assignee && { assignee: key('agent', `${at}assignee`, assignee) }),
  };
  return resolved.status === undefined ? resolved : { ...resolved, class: directory.classOf(resolved.status) };
}
