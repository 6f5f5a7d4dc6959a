import type { Author, Config, Conversation, DetailField, Message, QuickReply } from './protocol';
import { emptyState, type State } from './state';
import { spoken } from './words';

/** What to show in a preview. Everything beside `config` may be left out. */
export type PreviewMessage = {
  signalbox: 'preview';
  config: Config;
  /** Language of the widget's own words; that of `config` when absent. */
  language?: string;
  /**
   * `closed`: the launcher · `greeting`: as opened (also when absent) · `details`: after the customer's first message,
   * with the form · `follow-up`: after the hand-over.
   */
  view?: 'closed' | 'greeting' | 'details' | 'follow-up';
  /** What the customer writes in the example. */
  sample?: string;
  followUp?: string;
  quickReplies?: readonly QuickReply[];
  /** Shown as it is, in place of an example. */
  conversation?: Conversation;
};

export function isPreviewMessage(data: unknown): data is PreviewMessage {
  if (typeof data !== 'object' || data === null || !('signalbox' in data) || !('config' in data)) return false;
  const { signalbox, config } = data;
  return signalbox === 'preview' && typeof config === 'object' && config !== null && 'channel' in config;
}

/** The state of a widget that shows this. Pure. */
export function previewState(message: PreviewMessage, now: number = Date.now()): State {
  const { config, view = 'greeting' } = message;
  return {
    ...emptyState,
    config,
    language: spoken(message.language, config.language),
    open: view !== 'closed',
    conversation: message.conversation ?? example(message, view, now),
  };
}

function example(message: PreviewMessage, view: string, now: number): Conversation | null {
  const { response, channel } = message.config;
  const handedOver = view === 'follow-up';
  const byBot = response.mode === 'bot' ? response.bot : null;
  const sender: Author = byBot
    ? { kind: 'bot', name: byBot.name, avatar: byBot.avatar }
    : { kind: 'automation', name: channel.name, avatar: channel.logo };
  const customer: Author = { kind: 'customer', name: '' };
  const said: [Author, string | null | undefined][] = [
    [sender, response.firstMessage],
    [customer, view === 'greeting' || view === 'closed' ? null : message.sample],
    [sender, handedOver ? message.followUp : null],
  ];
  const messages = said.flatMap(([author, text], index): Message[] =>
    text ? [{ seq: index + 1, id: `example-${index}`, author, text, at: new Date(now).toISOString() }] : [],
  );
  const last = messages.at(-1);
  if (last && message.quickReplies) last.quickReplies = message.quickReplies;
  if (messages.length === 0) return null;
  const fields: readonly DetailField[] = view === 'details' ? response.details : [];
  return {
    ...{ id: 'example', agent: null, wait: null, messages, lastSeq: messages.length, moreBefore: false },
    phase: handedOver ? 'requesting' : view === 'details' ? 'details' : 'bot',
    form: fields.length > 0 ? { fields, purpose: 'details' } : null,
  };
}
