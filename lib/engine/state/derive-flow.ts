/** What customers' messages and answers mean before humans are called: bot or default response react, then hand over. */
import { begin, type Desk, type Flow, type FlowSender, fieldsOf, type Heard, hear, type Reply } from '../flow/flow';
import type { LiteralEvent, SentMessage, TicketChange } from './literal-event';
import type { Conversation } from './records';

/** How the channel receives the customer at this moment. */
export interface Reception {
  readonly desk: Desk;
  readonly sender: FlowSender;
  /** What the customer reads, by page or browser; null: unknown. */
  readonly language: string | null;
  /** Of the ticket that comes of a proactive message. */
  readonly tags?: readonly string[];
}

interface Situation extends Reception {
  readonly customer: { readonly name: string | null; readonly email: string | null };
  readonly suspended: boolean;
}

/** A message in the phases bot and details, or one that begins the conversation. */
export function writeToFlow(
  conversation: Conversation,
  { message, reply }: { message: SentMessage; reply?: string },
  situation: Situation,
): LiteralEvent[] {
  const { desk, language, tags = [] } = situation;
  const heard = { kind: 'message', message, ...(reply !== undefined && { reply }) } as const;
  if (conversation.flow) return react(conversation.flow, heard, situation);
  // Begun by somebody else who looks after it, or before there were flows.
  if (conversation.eventSeq > 0) return [{ type: 'message_stored', message }];
  const known = { ...(language !== null && { language }), ...(tags.length > 0 && { tags }) };
  const said = Object.keys(known).length > 0 ? { conversation: known } : {};
  if (desk.kind === 'none') {
    const [first, ...rest] = handOver(message);
    return first ? [{ ...first, ...said }, ...rest] : [];
  }
  const { replies, flow } = begin(desk, situation);
  const phase = desk.kind === 'bot' ? 'bot' : 'details';
  return [
    { type: 'conversation_started', phase, flow, ...said },
    ...replies.map((each) => sent(each, situation)),
    ...react(flow, heard, situation),
  ];
}

/** Undefined when no form is open, or nothing of it was answered. What it did not ask for is left aside. */
export function answerForm(
  { flow }: Conversation,
  message: SentMessage,
  situation: Situation,
): LiteralEvent[] | undefined {
  const asked = fieldsOf(flow, situation.customer);
  const given = asked.flatMap((field) => {
    const value = message.details?.[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  // Nothing is left to ask when the customer has become known meanwhile.
  if (!flow || (given.length === 0 && asked.length > 0)) return undefined;
  const details = Object.fromEntries(given);
  if (given.length === 0) return react(flow, { kind: 'details', details }, situation);
  const answer: LiteralEvent = { type: 'details_given', message: { ...message, details }, customer: details };
  return [answer, ...react(flow, { kind: 'details', details }, situation)];
}

/** Control passes to humans: the ticket is created, and the three events of a request fire. */
export function handOver(
  message?: SentMessage,
  group?: string,
  { ticket, customer }: { ticket?: TicketChange; customer?: LiteralEvent['customer'] } = {},
): LiteralEvent[] {
  return [
    {
      type: 'conversation_requested',
      ...(message && { message }),
      ...(group !== undefined && { conversation: { group } }),
      ...(ticket && { ticket }),
      ...(customer && { customer }),
    },
    ...(message ? [{ type: 'message_sent', message } as const] : []),
    { type: 'conversation_queued' },
  ];
}

function react(flow: Flow, heard: Heard, situation: Situation): LiteralEvent[] {
  const reaction = hear(situation.desk, flow, heard, situation);
  const message = heard.kind === 'message' ? heard.message : undefined;
  const said: LiteralEvent[] = [
    ...(message ? [{ type: 'message_stored', message } as const] : []),
    ...reaction.replies.map((reply) => sent(reply, situation)),
  ];
  const last = message ? { ...(message.id !== undefined && { id: message.id }), text: message.text } : flow.last;
  if ('flow' in reaction) return [...said, { type: 'flow_moved', flow: { ...reaction.flow, ...(last && { last }) } }];
  const handed = last && ({ ...last, sender: { type: 'customer' }, stored: true } as const);
  return [...said, ...handOver(handed, reaction.handOver.group)];
}

function sent(reply: Reply, { sender }: Situation): LiteralEvent {
  return { type: 'reply_sent', reply, sender };
}
