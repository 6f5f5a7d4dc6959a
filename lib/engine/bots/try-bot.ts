import { botFlow } from '../flow/bot-flow';
import type { Reaction } from '../flow/flow';
import type { Bot } from './bot';
import { MATCH_THRESHOLD, type Match, matchAnswers } from './match';

export interface Tried {
  /** Key of the answer that is given; null: the fallback. */
  readonly answer: string | null;
  readonly threshold: number;
  /** Best first. */
  readonly matches: readonly Match[];
  readonly reaction: Reaction;
}

const MOST_MATCHES = 5;

/** What a bot makes of a text that an unknown customer writes first. */
export function tryBot(bot: Bot, text: string, language: string | null): Tried {
  const matches = matchAnswers(bot.answers, text).slice(0, MOST_MATCHES);
  const [best] = matches;
  const situation = { customer: { name: null, email: null }, suspended: false, language };
  const message = { text, sender: { type: 'customer' } } as const;
  const reaction = botFlow.hear(
    { kind: 'bot', bot },
    { kind: 'bot', bot: bot.key },
    { kind: 'message', message },
    situation,
  );
  const answer = best && best.score >= MATCH_THRESHOLD ? best.answer : null;
  return { answer, threshold: MATCH_THRESHOLD, matches, reaction };
}
