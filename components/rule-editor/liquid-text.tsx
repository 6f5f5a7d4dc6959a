'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFieldWiring } from '@/components/ui/field-context';
import { InfoIcon } from '@/components/ui/icons';
import { type NameUse, namesUsed } from '@/lib/engine/liquid/check-text';
import { variables } from '@/lib/engine/registry';
import { type PaintedName, PaintedText } from './painted-text';
import type { TextProps } from './placeholder-text';

/** A text with variables in Liquid. Names that are none are named below; half-written braces are left in peace. */
export function LiquidText(props: TextProps) {
  const t = useTranslations('rules');
  const { value } = props;
  const uses = useMemo(() => usesIn(value), [value]);
  // What keeps the rule from being saved is said by the row, once it is.
  const isRefused = useFieldWiring({})['aria-invalid'] === true;
  const unknown = [...new Set(uses.filter(({ known }) => !known).map(({ name }) => name))];
  const note = unknown.map((name) => t('editor.noVariable', { name })).join(' ');
  return (
    <PaintedText
      {...props}
      names={useMemo(() => placesOf(value, uses), [value, uses])}
      note={isRefused ? null : note || null}
      choices={variables.map(({ id }) => ({
        id,
        written: `{{ ${id} }}`,
        words: t(`variable.${id}` as 'variable.ticket_id'),
      }))}
      menu={{ label: t('editor.insertVariable'), Icon: InfoIcon, beside: true }}
    />
  );
}

function usesIn(text: string): readonly NameUse[] {
  if (!text.includes('{')) return [];
  try {
    return namesUsed(text);
  } catch {
    return [];
  }
}

function placesOf(text: string, uses: readonly NameUse[]): PaintedName[] {
  const lines = text.split('\n');
  return uses
    .map(({ name, known, line, column }) => {
      const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      const from = before + column - 1;
      return { from, to: from + (text.startsWith(name, from) ? name.length : 1), known };
    })
    .sort((a, b) => a.from - b.from);
}
