/**
 * What looks after a conversation before humans have it: the channel's default response, or its bot. Pure; judged on
 * the locked state of the conversation. Where a flow stands is stored with the conversation, so that it goes on as it
 * began, whatever becomes of the channel's settings meanwhile; only when an agent comes is said as it is at the hand-over.
 */
import type { DetailField, MessagingResponse, ResponseKind, ResponseText } from '../responses/response';
import type { SentMessage } from '../state/literal-event';
import { type BotDesk, type BotFlow, botFlow } from './bot-flow';
import { responseFlow } from './response-flow';

/** How a channel receives a customer who begins a conversation. */
export type Desk =
  | {
      readonly kind: 'response';
      /** The channel's response inside or outside hours, or that of a proactive message. */
      readonly which: ResponseKind | 'proactive';
      readonly response: MessagingResponse;
    }
  | BotDesk
  /** Humans keep control: they are called at once, and nothing is said. */
  | { readonly kind: 'none' };

/** What the channel shows as sender of its response. */
export interface FlowSender {
  readonly name: string;
  /** `channel:<key>`, `bot:<key>` */
  readonly avatar: string;
}

export interface ResponseFlow {
  readonly kind: 'response';
  readonly which: ResponseKind | 'proactive';
  /** Still to be asked; none: the next message is handed over. */
  readonly details: readonly DetailField[];
  readonly followUp: ResponseText;
}

/** Where a conversation stands; `last` is the customer's last message, which is handed over. */
export type Flow = (ResponseFlow | BotFlow) & { readonly last?: { readonly id?: string; readonly text: string } };

export interface Reply {
  readonly author: 'bot' | 'automation';
  readonly text: string;
  readonly quickReplies?: readonly { readonly id: string; readonly label: string }[];
}

/** What a flow does: it says something and goes on (`flow`), or hands over to humans, of a group if it names one. */
export type Reaction =
  | { readonly replies: readonly Reply[]; readonly flow: Flow }
  | { readonly replies: readonly Reply[]; readonly handOver: { readonly group?: string } };

export interface FlowSituation {
  readonly customer: { readonly name: string | null; readonly email: string | null };
  /** Nothing is sent to a suspended customer; the request waits apart. */
  readonly suspended: boolean;
  /** Of what the customer reads. */
  readonly language: string | null;
}

/** The customer's answer to a form, or a message. */
export type Heard =
  | { readonly kind: 'message'; readonly message: SentMessage; readonly reply?: string }
  | { readonly kind: 'details'; readonly details: { readonly name?: string; readonly email?: string } };

/** How a flow begins, before the customer's first message is heard. */
export function begin(
  desk: Exclude<Desk, { kind: 'none' }>,
  situation: FlowSituation,
): { replies: readonly Reply[]; flow: Flow } {
  return desk.kind === 'bot' ? botFlow.begin(desk, situation) : responseFlow.begin(desk, situation);
}

/** @param desk how the channel receives now; a flow may need its bot */
export function hear(desk: Desk, flow: Flow, heard: Heard, situation: FlowSituation): Reaction {
  return flow.kind === 'bot'
    ? botFlow.hear(desk, flow, heard, situation)
    : responseFlow.hear(desk, flow, heard, situation);
}

/** What the open form asks for: of what the flow wants to know, what is not known by now. */
export function fieldsOf(flow: Flow | null, customer: FlowSituation['customer']): readonly DetailField[] {
  if (!flow) return [];
  const wanted = flow.kind === 'bot' ? botFlow.fields(flow) : flow.details;
  return wanted.filter((field) => customer[field] === null);
}
