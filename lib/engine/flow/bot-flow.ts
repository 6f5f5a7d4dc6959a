/**
 * The bot in use on a channel: greets and hands over. Answers (matching, steps, forms, transfers) are added here:
 * `BotDesk` carries the published bot, `BotFlow.position` where the conversation stands in it.
 */
import type { DetailField } from '../responses/response';
import type { Desk, Flow, FlowSituation, Heard, Reaction, Reply } from './flow';

export interface BotDesk {
  readonly kind: 'bot';
  readonly bot: { readonly key: string; readonly name: string; readonly greeting: string };
}

export interface BotFlow {
  readonly kind: 'bot';
  /** Key of the bot that began. */
  readonly bot: string;
  readonly position?: { readonly answer: string; readonly step: number };
  /** What its open form asks for. */
  readonly details?: readonly DetailField[];
}

export const botFlow = {
  begin({ bot }: BotDesk, _situation: FlowSituation): { replies: readonly Reply[]; flow: Flow } {
    const replies: Reply[] = bot.greeting.trim() === '' ? [] : [{ author: 'bot', text: bot.greeting }];
    return { replies, flow: { kind: 'bot', bot: bot.key } };
  },

  /** Without an answer that fits, humans are called. */
  hear(_desk: Desk, _flow: BotFlow, _heard: Heard, _situation: FlowSituation): Reaction {
    return { replies: [], handOver: {} };
  },

  fields({ details = [] }: BotFlow): readonly DetailField[] {
    return details;
  },
};
