/**
 * Which answer fits what a customer wrote. MiniSearch finds the training phrases that share words with it, forgiving
 * endings and typing errors; the score then says in one number between 0 and 1 what anybody can follow: one half for how
 * much of the phrase was said, rare words counting more, the other for how much of what was said the phrase covers,
 * words that the bot has never heard counting less.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { BotAnswer } from './bot';
import { wordsOf } from './words-of';

/** From here on an answer is given. */
export const MATCH_THRESHOLD = 0.6;

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
  const best = new Map<string, Match>();
  for (const result of matcher.search.search(said.join(' '))) {
    const phrase = matcher.phrases.get(Number(result.id));
    if (!phrase) continue;
    const score = scoreOf(matcher, phrase, said, result);
    const known = best.get(phrase.answer);
    if (!known || score > known.score) best.set(phrase.answer, { answer: phrase.answer, phrase: phrase.text, score });
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

function scoreOf(
  { weight, heard }: Matcher,
  phrase: Phrase,
  said: readonly string[],
  { match, queryTerms }: SearchResult,
): number {
  const hits = new Set(Object.keys(match));
  const same = new Set(said);
  const reached = sum(
    phrase.words.filter((word) => hits.has(word)).map((word) => weight(word) * (same.has(word) ? 1 : NEARLY)),
  );
  const wanted = sum(phrase.words.map(weight));
  const covered = new Set(queryTerms);
  const [fits, strays] = [said.filter((word) => covered.has(word)), said.filter((word) => !covered.has(word))];
  const share = fits.length / (fits.length + sum(strays.map((word) => (heard(word) ? 1 : UNHEARD))));
  return (reached / wanted + share) / 2;
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
