/** What the editor holds of a bot, and its way from and to what the API takes. */
import type { BotInput, Bot as StoredBot } from '@/lib/contracts/bot';
import { slug } from '@/lib/contracts/value';
import type { Bot, BotAnswer, BotStep, HumanChoice } from '@/lib/engine/bots/bot';
import type { ResponseText } from '@/lib/engine/responses/response';

/** A step with an id of its own, so that it stays itself while it moves. */
export type StepDraft = BotStep & { readonly id: number };

export interface AnswerDraft {
  readonly id: number;
  readonly key: string;
  /** The key is stored: it follows the title no longer. */
  readonly fixed: boolean;
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  /** One phrase a line, as typed. */
  readonly phrases: string;
  readonly offered: boolean;
  readonly steps: readonly StepDraft[];
}

export interface BotDraft {
  readonly name: string;
  readonly avatar: string;
  readonly language: string;
  readonly active: boolean;
  readonly greeting: ResponseText;
  readonly fallback: ResponseText;
  readonly human: HumanChoice;
  readonly answers: readonly AnswerDraft[];
  readonly channels: readonly string[];
}

/** What somebody sets of a bot. */
export type BotBody = Omit<BotInput, 'key'>;

/** Far from those that a stored bot begins with, which have to be the same on server and client. */
let ids = 1_000_000;
export const newId = () => ++ids;

type Settings = Pick<
  StoredBot,
  'name' | 'avatar' | 'language' | 'active' | 'greeting' | 'fallback' | 'human' | 'answers'
>;

/** @param fixed false for a copy or a new one: keys still follow the titles */
export function draftOf(bot: Settings, channels: readonly string[], fixed: boolean): BotDraft {
  const { name, avatar, language, active, greeting, fallback, human } = bot;
  let count = 0;
  return {
    ...{ name, avatar: avatar ?? '', language, active, greeting, fallback, human, channels },
    answers: bot.answers.map(({ key, title, titles = {}, phrases, offered, steps }) => ({
      ...{ id: ++count, key, fixed, title, titles, phrases: phrases.join('\n'), offered },
      steps: steps.map((step) => ({ ...step, id: ++count })),
    })),
  };
}

export function bodyOf(draft: BotDraft): BotBody {
  const { name, avatar, language, active, greeting, fallback, human, channels } = draft;
  return {
    ...{ name, avatar: avatar.trim() || null, language, active },
    greeting: tidy(greeting),
    fallback: tidy(fallback),
    human: { ...human, label: tidy(human.label), message: tidy(human.message) },
    // Plain JSON on both sides; the engine's types are read-only.
    answers: structuredClone(draft.answers.map(answerOf)) as BotBody['answers'],
    channels: [...channels],
  };
}

/** The bot as the engine would run it, unfinished as it may be. */
export function botOf(draft: BotDraft): Bot {
  const { name, greeting, fallback, human, answers } = draft;
  return { key: 'draft', name, greeting, fallback, human, answers: answers.map(answerOf) };
}

function answerOf({ key, title, titles, phrases, offered, steps }: AnswerDraft): BotAnswer {
  const variants = tidy({ text: title, byLanguage: titles }).byLanguage;
  return {
    ...{ key, title: title.trim(), offered, phrases: linesOf(phrases) },
    ...(variants && { titles: variants }),
    steps: steps.map(({ id: _id, ...step }) => tidyStep(step)),
  };
}

/** Each phrase once, without empty lines. */
export function linesOf(phrases: string): string[] {
  return [...new Set(phrases.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

function tidyStep(step: BotStep): BotStep {
  const { text, byLanguage: _variants, ...rest } = step;
  const said = tidy(step);
  if (rest.step !== 'quick_replies') return { ...rest, ...said };
  const replies = rest.replies.map(({ label, byLanguage, answer }) => {
    const variants = tidy({ text: label, byLanguage }).byLanguage;
    return { label: label.trim(), answer, ...(variants && { byLanguage: variants }) };
  });
  return { ...rest, ...said, replies };
}

/** Without variants that are empty. */
function tidy({ text, byLanguage = {} }: ResponseText): { text: string; byLanguage?: Record<string, string> } {
  const filled = Object.entries(byLanguage).filter(([, variant]) => variant.trim() !== '');
  return { text: text.trim(), ...(filled.length > 0 && { byLanguage: Object.fromEntries(filled) }) };
}

/** Languages in which something is written, beside the bot's own. */
export function variantsIn({ greeting, fallback, human, answers }: BotDraft): string[] {
  const maps = [
    ...[greeting, fallback, human.label, human.message].map(({ byLanguage }) => byLanguage),
    ...answers.flatMap(({ titles, steps }) => [
      titles,
      ...steps.flatMap((step) => [
        step.byLanguage,
        ...(step.step === 'quick_replies' ? step.replies.map(({ byLanguage }) => byLanguage) : []),
      ]),
    ]),
  ];
  return [...new Set(maps.flatMap((map) => Object.keys(map ?? {})))].sort();
}

/** The text in one language: the bot's own (null), or a variant. */
export function withText(text: ResponseText, variant: string | null, said: string): ResponseText {
  if (variant === null) return { ...text, text: said };
  const { [variant]: _before, ...others } = text.byLanguage ?? {};
  return { ...text, byLanguage: said === '' ? others : { ...others, [variant]: said } };
}

export function textIn({ text, byLanguage }: ResponseText, variant: string | null): string {
  return variant === null ? text : (byLanguage?.[variant] ?? '');
}

/** Changes one answer. A key that is not stored yet follows the title, and quick replies follow the key. */
export function withAnswer(draft: BotDraft, changed: AnswerDraft): BotDraft {
  const before = draft.answers.find(({ id }) => id === changed.id);
  const taken = draft.answers.filter(({ id }) => id !== changed.id).map(({ key }) => key);
  const key = changed.fixed ? changed.key : freeKey(changed.title, taken);
  const next = { ...changed, key };
  const answers = draft.answers.map((each) => (each.id === changed.id ? next : each));
  return {
    ...draft,
    answers: before && before.key !== key ? answers.map((each) => led(each, before.key, key)) : answers,
  };
}

export function freeKey(title: string, taken: readonly string[]): string {
  const base = slug(title) || 'answer';
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

function led(answer: AnswerDraft, from: string, to: string): AnswerDraft {
  const steps = answer.steps.map((step) =>
    step.step === 'quick_replies'
      ? { ...step, replies: step.replies.map((reply) => (reply.answer === from ? { ...reply, answer: to } : reply)) }
      : step,
  );
  return { ...answer, steps };
}

export function newAnswer(draft: BotDraft): AnswerDraft {
  const key = freeKey(
    '',
    draft.answers.map((each) => each.key),
  );
  const steps: StepDraft[] = [{ id: newId(), step: 'message', text: '' }];
  return { id: newId(), key, fixed: false, title: '', titles: {}, phrases: '', offered: true, steps };
}

export const STEP_KINDS = ['message', 'quick_replies', 'ask', 'transfer'] as const satisfies readonly BotStep['step'][];

export function newStep(kind: BotStep['step']): StepDraft {
  const id = newId();
  switch (kind) {
    case 'message':
      return { id, step: kind, text: '' };
    case 'quick_replies':
      return { id, step: kind, text: '', replies: [] };
    case 'ask':
      return { id, step: kind, text: '', fields: ['email'] };
    case 'transfer':
      return { id, step: kind, text: '', group: null };
  }
}

/** Moves what has the id to where the other stands, or by places. */
export function moved<T extends { readonly id: number }>(
  list: readonly T[],
  id: number,
  to: { before: number } | { by: number },
): T[] {
  const from = list.findIndex((each) => each.id === id);
  const target = 'by' in to ? from + to.by : list.findIndex((each) => each.id === to.before);
  const item = list[from];
  if (!item || target < 0 || target >= list.length) return [...list];
  const rest = list.filter((each) => each.id !== id);
  return [...rest.slice(0, target), item, ...rest.slice(target)];
}
