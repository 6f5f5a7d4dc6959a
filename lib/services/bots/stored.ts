/** Between the row of a bot and what the engine knows of it. */
import type { Bot, BotAnswer, HumanChoice } from '@/lib/engine/bots/bot';
import { defaultTexts } from '@/lib/engine/bots/defaults';
import type { ResponseText } from '@/lib/engine/responses/response';

type Variants = Readonly<Record<string, string>>;

export interface StoredBot {
  readonly key: string;
  readonly name: string;
  readonly greeting: string;
  readonly fallback: string;
  readonly language: string;
  readonly answers: readonly Partial<BotAnswer>[];
  readonly settings: {
    readonly greeting?: Variants;
    readonly fallback?: Variants;
    readonly human?: HumanChoice;
  };
}

/** A row that an older version wrote, or nobody finished, is a bot all the same: it knows less. */
export function botOf({ key, name, language, settings, ...row }: StoredBot): Bot {
  return {
    ...{ key, name },
    greeting: text(row.greeting, settings.greeting),
    fallback: text(row.fallback, settings.fallback),
    human: settings.human ?? { ...defaultTexts(language).human, offered: false },
    answers: row.answers.flatMap(answerOf),
  };
}

/** The columns of what the engine knows. */
export function columnsOf(bot: Pick<Bot, 'greeting' | 'fallback' | 'human' | 'answers'>) {
  const { greeting, fallback, human, answers } = bot;
  const settings: StoredBot['settings'] = {
    ...(greeting.byLanguage && { greeting: greeting.byLanguage }),
    ...(fallback.byLanguage && { fallback: fallback.byLanguage }),
    human,
  };
  return { greeting: greeting.text, fallback: fallback.text, settings: { ...settings }, answers: [...answers] };
}

function text(plain: string, byLanguage: Variants | undefined): ResponseText {
  return byLanguage && Object.keys(byLanguage).length > 0 ? { text: plain, byLanguage } : { text: plain };
}

function answerOf({ key, title, titles, phrases = [], offered = true, steps = [] }: Partial<BotAnswer>): BotAnswer[] {
  if (typeof key !== 'string') return [];
  return [{ key, title: title ?? key, ...(titles && { titles }), phrases, offered, steps }];
}
