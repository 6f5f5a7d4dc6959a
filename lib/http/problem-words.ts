import { createTranslator } from 'next-intl';
import type { AppError, Issue } from '@/lib/contracts/app-error';
import { LOCALES, type Locale } from '@/lib/i18n/locale';
import enErrors from '@/lib/messages/en/errors.json';
import enProblems from '@/lib/messages/en/problems.json';
import frErrors from '@/lib/messages/fr/errors.json';
import frProblems from '@/lib/messages/fr/problems.json';

const messages = {
  en: { errors: enErrors, problems: enProblems },
  fr: { errors: frErrors, problems: frProblems },
};

type Translate = {
  (key: string, values?: Record<string, string | number | boolean>): string;
  has(key: string): boolean;
};

const translators = new Map<Locale, Translate>(
  LOCALES.map((locale) => {
    // The two files of a language have the same keys; keys built from codes are checked by `has`.
    const translate = createTranslator({ locale, messages: messages[locale], onError: () => {} });
    return [locale, translate as unknown as Translate];
  }),
);

function wordsIn(locale: Locale): Translate {
  const translate = translators.get(locale);
  if (!translate) throw new Error(`No words for ${locale}`);
  return translate;
}

/** A short name for the kind of error: the problem's `title`. */
export function titleOf(code: AppError['code'], locale: Locale): string {
  return wordsIn(locale)(`problems.title.${code}`);
}

/** What is wrong and what to do. */
export function detailOf(error: Pick<AppError, 'code' | 'params'>, locale: Locale): string {
  const t = wordsIn(locale);
  const { reason, limit } = error.params;
  const special = [`problems.reason.${reason}`, `problems.limit.${limit}`, `problems.detail.${error.code}`];
  const key = special.find((candidate) => t.has(candidate)) ?? `errors.code.${error.code}`;
  return t(key, error.params);
}

export function issueMessage(issue: Issue, locale: Locale): string {
  const t = wordsIn(locale);
  const keys = [`problems.issue.${issue.code}`, `errors.issue.${issue.code}`];
  return t(keys.find((key) => t.has(key)) ?? 'errors.issue.not_valid', issue.params);
}
