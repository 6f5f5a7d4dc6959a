/** The lines of the conversation, top to bottom, from the state: what the view draws one to one. */
import { startOfDay } from './clock-words';
import type { Author, Config, Conversation, Message, QuickReply } from './protocol';
import { pending, type State } from './state';

export type Delivery = 'seen' | 'sent' | 'sending' | 'waiting' | 'failed';

export type Line =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'joined'; key: string; name: string }
  | { kind: 'ended'; key: string }
  | { kind: 'wait'; key: string; wait: Conversation['wait']; position: number }
  | { kind: 'note'; key: string; text: string }
  | MessageLine;

export type MessageLine = {
  kind: 'message';
  key: string;
  message: Message;
  own: boolean;
  /** First of a run by one author: sender and avatar stand above it. */
  head: boolean;
  /** Last of a run. */
  tail: boolean;
  delivery: Delivery;
};

/** How long two messages of one author stand together. */
const together = 5 * 60_000;

export function timeline(state: State, now: number): Line[] {
  const { config } = state;
  if (!config) return [];
  const conversation = state.fresh ? null : state.conversation;
  const greeting = greetingOf(config, now);
  const said = conversation ? conversation.messages : greeting ? [greeting] : [];
  const waiting = pending(state).map((one) => line(outgoing(one), one.failed ? 'failed' : deliveryNow(state)));
  const seen = conversation?.readSeq ?? 0;
  const stored = said.map((message) => line(message, message.seq > seen ? 'sent' : 'seen'));
  const lines = withBreaks([...stored, ...waiting], now);
  if (!conversation) return lines;
  const { phase, agent, wait, position } = conversation;
  const joined = lines.some((one) => one.kind === 'joined' && one.name === agent?.name);
  if (phase === 'assigned' && agent && !joined) lines.push({ kind: 'joined', key: 'joined', name: agent.name });
  if (phase === 'requesting' || phase === 'queued')
    lines.push({ kind: 'wait', key: 'wait', wait, position: position ?? 1 });
  if (phase === 'ended') lines.push({ kind: 'ended', key: 'ended' });
  return lines;
}

/** Answers offered with the last message, as long as nothing was said since. */
export function offeredReplies(state: State): readonly QuickReply[] {
  const { config, conversation, fresh } = state;
  if (pending(state).length > 0) return [];
  // Below the first message stands what the channel's bot offers.
  if (!conversation || fresh) return config?.response.quickReplies ?? [];
  return conversation.phase === 'ended' ? [] : (conversation.messages.at(-1)?.quickReplies ?? []);
}

/** What stands there before anything was said: the channel's first message, by its name or its bot's. */
export function greetingOf({ channel, response }: Config, now: number): Message | null {
  if (!response.firstMessage) return null;
  const bot = response.mode === 'bot' ? response.bot : null;
  const author: Author = bot
    ? { kind: 'bot', name: bot.name, avatar: bot.avatar }
    : { kind: 'automation', name: channel.name, avatar: channel.logo };
  return { seq: 0, id: 'greeting', author, text: response.firstMessage, at: new Date(now).toISOString() };
}

function line(message: Message, delivery: Delivery): MessageLine {
  const own = message.author.kind === 'customer';
  // The same key before and after the server has confirmed it, so that nothing jumps.
  const key = message.clientId ?? message.id;
  return { kind: 'message', key, message, own, head: true, tail: true, delivery };
}

function outgoing({ id, text, attachments, at }: State['outbox'][number]): Message {
  const author: Author = { kind: 'customer', name: '' };
  return { seq: 0, id, clientId: id, author, text, attachments, at: new Date(at).toISOString() };
}

function deliveryNow({ connection }: State): Delivery {
  return connection === 'offline' ? 'waiting' : 'sending';
}

function withBreaks(messages: readonly MessageLine[], now: number): Line[] {
  const lines: Line[] = [];
  let before: MessageLine | undefined;
  let agent: string | undefined;
  // A conversation of today needs no date above it.
  let day = startOfDay(now);
  for (const one of messages) {
    const { author, at, id, text } = one.message;
    const time = Date.parse(at);
    const newDay = startOfDay(time) !== day;
    if (newDay) lines.push({ kind: 'day', key: `day-${id}`, at: time });
    day = startOfDay(time);
    if (author.kind === 'system') {
      lines.push({ kind: 'note', key: id, text });
      before = undefined;
      continue;
    }
    const joins = author.kind === 'agent' && author.name !== agent;
    if (joins) lines.push({ kind: 'joined', key: `joined-${id}`, name: author.name });
    if (author.kind === 'agent') agent = author.name;
    const goesOn = before !== undefined && !newDay && !joins && continues(before, one);
    if (before && goesOn) before.tail = false;
    before = { ...one, head: !goesOn };
    lines.push(before);
  }
  return lines;
}

function continues(before: MessageLine, next: MessageLine): boolean {
  const [a, b] = [before.message, next.message];
  const near = Date.parse(b.at) - Date.parse(a.at) < together;
  return a.author.kind === b.author.kind && a.author.name === b.author.name && near;
}
