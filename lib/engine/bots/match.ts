/**
 * Which answer fits what a customer wrote. MiniSearch finds the training phrases that share words with it, forgiving
 * endings and typing errors; the score then says in one number between 0 and 1 what anybody can follow: two thirds for
 * how much of a phrase was said, rare words counting more, one third for how much of what was said the answer's phrases
 * know, words that the bot has never heard counting less.
 */
import MiniSearch from 'minisearch';
import type { BotAnswer } from './bot';
import { wordsOf } from './words-of';

/** From here on an answer is given. */
export const MATCH_THRESHOLD = 0.55;

const OF_PHRASE = 2 / 3;
const OF_TEXT = 1 / 3;

/** What a word counts that stands in no phrase: people tell more than they ask. */
const UNHEARD = 0.25;
/** What a word counts that is not exactly the same: another ending, a typing error. */
const NEARLY = 0.85;

/** People say what they want early; the rest would only cost time. */
const WORDS_READ = 60;

export interface Match {
  /** Key of the answer. */
  readonly answer: string;
  /** Of its phrases the one that fits best. */
  readonly phrase: string;
  readonly score: number;
}

interface Phrase {
  readonly id: number;
  readonly answer: string;
  readonly text: string;
  readonly words: readonly string[];
}

interface Matcher {
  readonly search: MiniSearch<Phrase>;
  readonly phrases: ReadonlyMap<number, Phrase>;
  /** How telling a word is: the fewer phrases have it, the more. */
  readonly weight: (word: string) => number;
  /** Whether some phrase has the word. */
  readonly heard: (word: string) => boolean;
}

/** The answers that share words with a text, best first, each once. Those from `MATCH_THRESHOLD` on fit. */
export function matchAnswers(answers: readonly BotAnswer[], text: string): Match[] {
  const said = [...new Set(wordsOf(text))].slice(0, WORDS_READ);
  if (said.length === 0) return [];
  const matcher = matcherOf(answers);
  const results = matcher.search.search(said.join(' '));
  const known = new Map<string, Set<string>>();
  for (const { id, queryTerms } of results) {
    const answer = matcher.phrases.get(Number(id))?.answer ?? '';
    known.set(answer, new Set([...(known.get(answer) ?? []), ...queryTerms]));
  }
  const best = new Map<string, Match>();
  for (const { id, match } of results) {
    const phrase = matcher.phrases.get(Number(id));
    if (!phrase) continue;
    const { answer, text: words } = phrase;
    const reached = reachedOf(matcher, phrase, said, Object.keys(match));
    const score = OF_PHRASE * reached + OF_TEXT * shareOf(matcher, said, known.get(answer) ?? new Set());
    if (score > (best.get(answer)?.score ?? 0)) best.set(answer, { answer, phrase: words, score });
  }
  const order = new Map(answers.map(({ key }, index) => [key, index]));
  return [...best.values()].sort(
    (a, b) => b.score - a.score || (order.get(a.answer) ?? 0) - (order.get(b.answer) ?? 0),
  );
}

/** The answer that is given; undefined when none fits well enough. */
export function bestAnswer(answers: readonly BotAnswer[], text: string): BotAnswer | undefined {
  const [best] = matchAnswers(answers, text);
  return best && best.score >= MATCH_THRESHOLD ? answers.find(({ key }) => key === best.answer) : undefined;
}

/** How much of the phrase was said. */
function reachedOf({ weight }: Matcher, phrase: Phrase, said: readonly string[], found: readonly string[]): number {
  const hits = new Set(found);
  const same = new Set(said);
  const reached = phrase.words
    .filter((word) => hits.has(word))
    .map((word) => weight(word) * (same.has(word) ? 1 : NEARLY));
  return sum(reached) / sum(phrase.words.map(weight));
}

/** How much of what was said is known. */
function shareOf({ heard }: Matcher, said: readonly string[], known: ReadonlySet<string>): number {
  const strays = said.filter((word) => !known.has(word));
  const fits = said.length - strays.length;
  return fits / (fits + sum(strays.map((word) => (heard(word) ? 1 : UNHEARD))));
}

/** Makes ready what the first question would wait for. */
export function prepareAnswers(answers: readonly BotAnswer[]): void {
  matcherOf(answers);
}

/** Kept as long as the answers are: indexing them again at every message would cost more than asking. */
const matchers = new WeakMap<readonly BotAnswer[], Matcher>();

function matcherOf(answers: readonly BotAnswer[]): Matcher {
  const known = matchers.get(answers);
  if (known) return known;
  const phrases = answers
    .flatMap(({ key, title, phrases: texts }) => [title, ...texts].map((text) => ({ answer: key, text })))
    .map(({ answer, text }, id) => ({ id, answer, text, words: [...new Set(wordsOf(text))] }))
    .filter(({ words }) => words.length > 0);
  const counts = new Map<string, number>();
  for (const { words } of phrases) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const search = new MiniSearch<Phrase>({
    fields: ['words'],
    extractField: (phrase, field) => (field === 'words' ? phrase.words.join(' ') : String(phrase.id)),
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word,
    searchOptions: {
      prefix: (word) => word.length >= 4,
      // One wrong letter from five letters on, two from ten.
      fuzzy: (word) => (word.length >= 5 ? 0.2 : false),
      maxFuzzy: 2,
    },
  });
  search.addAll(phrases);
  const matcher: Matcher = {
    search,
    phrases: new Map(phrases.map((phrase) => [phrase.id, phrase])),
    heard: (word) => counts.has(word),
    weight: (word) => Math.log(1 + phrases.length / (counts.get(word) ?? 1)),
  };
  matchers.set(answers, matcher);
  return matcher;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
