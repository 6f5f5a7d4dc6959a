'use client';

import { useTranslations } from 'next-intl';
import { PlaceholderIcon } from '@/components/ui/icons';
import { placeholdersIn, unknownPlaceholdersIn } from '@/lib/engine/placeholder-text';
import { placeholders } from '@/lib/engine/registry';
import { type PaintedName, PaintedText, type PaintedTextProps } from './painted-text';

export type TextProps = Pick<PaintedTextProps, 'label' | 'value' | 'onChange' | 'multiline' | 'placeholder'>;

/** A text with placeholders, `@name`; one that is misspelt is named below. */
export function PlaceholderText(props: TextProps) {
  const t = useTranslations('rules');
  const unknown = unknownPlaceholdersIn(props.value);
  const note = unknown.map(({ name }) => t('editor.misspelt', { name: `@${name}` })).join(' ');
  return (
    <PaintedText
      {...props}
      names={namesOf(props.value)}
      note={note || null}
      choices={placeholders.map(({ id }) => ({
        id,
        written: `@${id}`,
        words: t(`placeholder.${id}` as 'placeholder.message'),
      }))}
      menu={{ label: t('editor.insertPlaceholder'), Icon: PlaceholderIcon }}
    />
  );
}

function namesOf(text: string): PaintedName[] {
  const unknown = new Set(unknownPlaceholdersIn(text).map(({ from }) => from));
  const known = new Set(placeholdersIn(text));
  return [...text.matchAll(/@[a-z0-9_]+/g)].flatMap(({ 0: written, index }) => {
    const isKnown = !unknown.has(index);
    if (isKnown && !known.has(written.slice(1))) return [];
    return [{ from: index, to: index + written.length, known: isKnown }];
  });
}
