/** What a bot knows: a greeting, a fallback, and answers with their steps. Plain data, as stored and as edited. */
import type { DetailField, ResponseText } from '../responses/response';

export interface QuickReply {
  readonly label: string;
  readonly byLanguage?: Readonly<Record<string, string>>;
  /** Key of the answer that follows. */
  readonly answer: string;
}

export type BotStep =
  | ({ readonly step: 'message' } & ResponseText)
  /** Offers answers and waits: nothing comes after it. */
  | ({ readonly step: 'quick_replies'; readonly replies: readonly QuickReply[] } & ResponseText)
  /** Asks for what is not known yet, in a form, and goes on when it is given. */
  | ({ readonly step: 'ask'; readonly fields: readonly DetailField[] } & ResponseText)
  /** Humans take over: those of a group, or of the channel's default group. Nothing comes after it. */
  | ({ readonly step: 'transfer'; readonly group: string | null } & ResponseText);

export interface BotAnswer {
  /** Unique within the bot, never changed. */
  readonly key: string;
  readonly title: string;
  /** By language: the title is what a choice says. */
  readonly titles?: Readonly<Record<string, string>>;
  /** How customers put it, in any language. The title counts as one, too. */
  readonly phrases: readonly string[];
  /** Among the choices that greeting and fallback show. */
  readonly offered: boolean;
  readonly steps: readonly BotStep[];
}

/** The choice that calls humans. */
export interface HumanChoice {
  readonly offered: boolean;
  readonly label: ResponseText;
  /** Said at the hand-over; empty: nothing is said. */
  readonly message: ResponseText;
  /** Null: the channel's default group. */
  readonly group: string | null;
}

export interface Bot {
  readonly key: string;
  readonly name: string;
  readonly greeting: ResponseText;
  /** Said when no answer fits, with the choices. */
  readonly fallback: ResponseText;
  readonly human: HumanChoice;
  readonly answers: readonly BotAnswer[];
}

/** What ends an answer: steps after it would never be reached. */
export function endsAnswer({ step }: BotStep): boolean {
  return step === 'quick_replies' || step === 'transfer';
}

export const BOT_LIMITS = {
  answers: 100,
  phrases: 60,
  phraseLength: 200,
  steps: 20,
  quickReplies: 10,
  labelLength: 80,
  textLength: 2_000,
  /** Bytes of the stored JSON of all answers. */
  bytes: 300_000,
} as const;
