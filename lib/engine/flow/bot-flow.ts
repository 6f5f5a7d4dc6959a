/**
 * The bot in use on a channel: greets, answers what it knows step by step, and hands over to humans. What it knows is
 * read at every message: a change of the bot counts at once, and a bot that was switched off meanwhile hands over.
 */
import { BOT_LIMITS, type Bot, type BotAnswer, type BotStep } from '../bots/bot';
import { bestAnswer } from '../bots/match';
import { textFor } from '../language';
import type { DetailField, ResponseText } from '../responses/response';
import type { Desk, Flow, FlowSituation, Heard, Reaction, Reply } from './flow';

export interface BotDesk {
  readonly kind: 'bot';
  readonly bot: Bot;
}

export interface BotFlow {
  readonly kind: 'bot';
  /** Key of the bot that began. */
  readonly bot: string;
  /** The step that waits for a form. */
  readonly position?: { readonly answer: string; readonly step: number };
  /** What its open form asks for. */
  readonly details?: readonly DetailField[];
  /** Messages in a row that no answer fitted. */
  readonly misses?: number;
}

/** A customer who is not understood this often is given to humans. */
export const MISSES_BEFORE_HUMANS = 3;

export const botFlow = {
  begin({ bot }: BotDesk, situation: FlowSituation): { replies: readonly Reply[]; flow: Flow } {
    return { replies: say(bot.greeting, situation, choicesOf(bot, situation)), flow: { kind: 'bot', bot: bot.key } };
  },

  hear(desk: Desk, flow: BotFlow, heard: Heard, situation: FlowSituation): Reaction {
    // Nothing is said to a suspended customer; the request waits apart.
    if (desk.kind !== 'bot' || desk.bot.key !== flow.bot || situation.suspended) return { replies: [], handOver: {} };
    const { bot } = desk;
    if (heard.kind === 'details') return afterForm(bot, flow, heard.details, situation);
    if (heard.reply === HUMAN) return callHumans(bot, situation);
    const answer = chosenBy(bot, heard.reply) ?? bestAnswer(bot.answers, heard.message.text);
    if (answer) return run(bot, answer, 0, situation);
    // What is written beside an open form is for those who read it later.
    if (botFlow.fields(flow).some((field) => situation.customer[field] === null)) return { replies: [], flow };
    return flow.position ? afterForm(bot, flow, {}, situation) : notUnderstood(bot, flow, situation);
  },

  fields({ details = [] }: BotFlow): readonly DetailField[] {
    return details;
  },
};

/** Id of the quick reply that calls humans; other ids are the keys of answers, which have no such character. */
export const HUMAN = '@human';

/** What greeting and fallback offer; ten at most, the way to a human always among them. */
export function offersOf({ answers, human }: Pick<Bot, 'answers' | 'human'>): { id: string; label: ResponseText }[] {
  const person = human.offered ? [{ id: HUMAN, label: human.label }] : [];
  const offered = answers
    .filter((answer) => answer.offered)
    .slice(0, BOT_LIMITS.quickReplies - person.length)
    .map(({ key, title, titles }) => ({ id: key, label: { text: title, byLanguage: titles } }));
  return [...offered, ...person];
}

/** The same in the customer's language. */
export function choicesOf(bot: Bot, situation: Pick<FlowSituation, 'language'>): NonNullable<Reply['quickReplies']> {
  return offersOf(bot).map(({ id, label }) => ({ id, label: read(label, situation) }));
}

function chosenBy({ answers }: Bot, reply: string | undefined): BotAnswer | undefined {
  return reply === undefined ? undefined : answers.find(({ key }) => key === reply);
}

/** Says the steps of an answer until it ends, waits for a form, or calls humans. */
function run(bot: Bot, answer: BotAnswer, from: number, situation: FlowSituation): Reaction {
  const replies: Reply[] = [];
  const flow: Flow = { kind: 'bot', bot: bot.key };
  for (const [index, step] of answer.steps.entries()) {
    if (index < from) continue;
    if (step.step === 'ask') {
      const details = step.fields.filter((field) => situation.customer[field] === null);
      if (details.length === 0) continue;
      const position = { answer: answer.key, step: index };
      return { replies: [...replies, ...say(step, situation)], flow: { ...flow, position, details } };
    }
    replies.push(...say(step, situation, quickRepliesOf(bot, step, situation)));
    if (step.step === 'transfer') return { replies, handOver: groupOf(step.group) };
  }
  return { replies, flow };
}

/** Goes on behind the form, once it has everything that it asked for. */
function afterForm(
  bot: Bot,
  flow: BotFlow,
  given: Extract<Heard, { kind: 'details' }>['details'],
  situation: FlowSituation,
): Reaction {
  const known = {
    name: given.name ?? situation.customer.name,
    email: given.email ?? situation.customer.email,
  };
  const details = botFlow.fields(flow).filter((field) => known[field] === null);
  if (details.length > 0) return { replies: [], flow: { ...flow, details } };
  const { position } = flow;
  const answer = position && bot.answers.find(({ key }) => key === position.answer);
  // The answer was deleted while its form was open: somebody has to see what was given.
  if (!position || !answer) return callHumans(bot, situation);
  return run(bot, answer, position.step + 1, { ...situation, customer: known });
}

function notUnderstood(bot: Bot, { bot: key, misses = 0 }: BotFlow, situation: FlowSituation): Reaction {
  const choices = choicesOf(bot, situation);
  if (choices.length === 0 || misses + 1 >= MISSES_BEFORE_HUMANS) return callHumans(bot, situation);
  return { replies: say(bot.fallback, situation, choices), flow: { kind: 'bot', bot: key, misses: misses + 1 } };
}

function callHumans({ human }: Bot, situation: FlowSituation): Reaction {
  return { replies: say(human.message, situation), handOver: groupOf(human.group) };
}

function groupOf(group: string | null): { group?: string } {
  return group === null ? {} : { group };
}

function quickRepliesOf({ answers }: Bot, step: BotStep, situation: FlowSituation): Reply['quickReplies'] {
  if (step.step !== 'quick_replies') return undefined;
  return step.replies
    .filter(({ answer }) => answers.some(({ key }) => key === answer))
    .map(({ label, byLanguage, answer }) => ({
      id: answer,
      label: read({ text: label, byLanguage }, situation),
    }));
}

function say(text: ResponseText, situation: FlowSituation, quickReplies: Reply['quickReplies'] = []): Reply[] {
  const said = read(text, situation);
  if (said.trim() === '') return [];
  return [{ author: 'bot', text: said, ...(quickReplies.length > 0 && { quickReplies }) }];
}

function read({ text, byLanguage }: ResponseText, { language }: Pick<FlowSituation, 'language'>): string {
  return textFor(language, text, byLanguage);
}
