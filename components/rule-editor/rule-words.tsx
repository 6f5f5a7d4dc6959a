'use client';

import { useLocale, useMessages, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Words } from '@/components/ui/words';
import type { Group } from '@/lib/engine/rule';
import type { Family } from '@/lib/engine/value';
import {
  type RuleMessages,
  ruleInWords,
  type Segment,
  showingInWords,
  textOf,
  type WordsOptions,
} from '@/lib/engine/words';
import type { RuleBody } from './draft';
import type { References } from './editor-context';

/** The rule as one sentence in the reader's language; it follows every change. */
export function RuleWords({ family, rule, references }: { family: Family; rule: RuleBody; references: References }) {
  const options = useWordsOptions(references);
  return <Sentence segments={useMemo(() => ruleInWords(family, rule, options), [family, rule, options])} />;
}

interface ShowingWordsProps {
  rule: { on: string; seconds?: number; when: Group };
  references: References;
}

/** The same of a rule that shows something. */
export function ShowingWords({ rule: { on, seconds, when }, references }: ShowingWordsProps) {
  const options = useWordsOptions(references);
  return (
    <Sentence segments={useMemo(() => showingInWords({ on, seconds, when }, options), [on, seconds, when, options])} />
  );
}

function Sentence({ segments }: { segments: readonly Segment[] }) {
  const t = useTranslations('rules');
  return (
    <section aria-label={t('editor.inWords')}>
      <Words spoken={textOf(segments)}>
        <Segments of={segments} />
      </Words>
    </section>
  );
}

/** Words with what the rule itself contributes in bold. */
export function Segments({ of }: { of: readonly Segment[] }) {
  return of.map(({ text, strong }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has no other identity than its order
    strong ? <b key={index}>{text}</b> : <span key={index}>{text}</span>,
  );
}

/** What sentences about rules are made with, in the reader's language. */
export function useWordsOptions(references: References): WordsOptions {
  const messages = useRuleMessages();
  const locale = useLocale() === 'fr' ? 'fr' : 'en';
  return useMemo(
    () => ({
      ...{ locale, messages },
      nameOf: (kind, key) => references[kind]?.find((each) => each.key === key)?.name,
      offeredName: (by, id) => references.offered?.[by]?.find(({ key }) => key === id)?.name,
    }),
    [locale, messages, references],
  );
}

/** The phrases as templates: in a build the catalogue's messages are compiled, and sentences are put together here. */
function useRuleMessages(): RuleMessages {
  const { rules } = useMessages();
  // The catalogue's test holds the area to its shape.
  return useMemo(() => templates(rules) as RuleMessages, [rules]);
}

/** `["is ", ["value"]]`, as the compiler leaves "is {value}", back into the template. */
function templates(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((part) => (Array.isArray(part) ? `{${String(part[0])}}` : part)).join('');
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, templates(value)]));
}
