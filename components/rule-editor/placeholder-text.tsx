'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { PlaceholderIcon } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import { placeholdersIn, unknownPlaceholdersIn } from '@/lib/engine/placeholder-text';
import { placeholders } from '@/lib/engine/registry';

export interface PlaceholderTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
  placeholder?: string;
}

/**
 * A text with placeholders: known ones shine through in the accent, misspelt ones are underlined and named below.
 * The colours are painted on a copy behind a transparent control, so that typing stays the browser's own.
 */
export function PlaceholderText({ label, value, onChange, multiline, placeholder }: PlaceholderTextProps) {
  const t = useTranslations('rules');
  const control = useRef<HTMLTextAreaElement>(null);
  const noteId = useId();
  const unknown = unknownPlaceholdersIn(value);
  const insert = (name: string) => {
    const at = control.current?.selectionStart ?? value.length;
    const gap = at > 0 && !/\s$/.test(value.slice(0, at)) ? ' ' : '';
    onChange(`${value.slice(0, at)}${gap}@${name}${value.slice(control.current?.selectionEnd ?? at)}`);
    // After the menu has given the focus back to its button.
    setTimeout(() => control.current?.focus(), 0);
  };
  return (
    <div className="relative min-w-0 flex-1">
      <div className={`${multiline ? 'flex-col' : ''} flex gap-1`}>
        <div className="relative min-w-0 flex-1 rounded-sm border border-line-2 bg-surface shadow-control focus-within:border-accent focus-within:ring-3 focus-within:ring-accent/20 hover:border-edge">
          <div aria-hidden="true" className={`${TEXT} pointer-events-none absolute inset-0 overflow-hidden text-ink`}>
            {painted(value)}
            {'\u200b'}
          </div>
          <textarea
            ref={control}
            aria-label={label}
            aria-describedby={unknown.length > 0 ? noteId : undefined}
            rows={multiline ? 2 : 1}
            value={value}
            placeholder={placeholder}
            data-bare=""
            className={`${TEXT} relative block field-sizing-content w-full resize-none bg-transparent text-transparent caret-ink outline-none placeholder:text-ink-3 ${multiline ? 'min-h-14' : 'min-h-[30px]'}`}
            onChange={(event) => onChange(multiline ? event.target.value : event.target.value.replaceAll('\n', ' '))}
          />
        </div>
        <div className={multiline ? 'phone:absolute phone:-top-9 phone:right-0' : undefined}>
          <PlaceholderMenu onChoose={insert} compact={!multiline} />
        </div>
      </div>
      {unknown.length > 0 ? (
        <p id={noteId} className="mt-1 text-xs text-wait-ink">
          {unknown.map(({ name }) => t('editor.misspelt', { name: `@${name}` })).join(' ')}
        </p>
      ) : null}
    </div>
  );
}

function PlaceholderMenu({ onChoose, compact }: { onChoose: (name: string) => void; compact: boolean }) {
  const t = useTranslations('rules');
  const label = t('editor.insertPlaceholder');
  const items = placeholders.map(({ id }) => ({
    id,
    label: (
      <>
        <span className="font-mono text-xs text-accent-ink">@{id}</span>
        <span className="block text-xs text-ink-3">{t(`placeholder.${id}` as 'placeholder.message')}</span>
      </>
    ),
    onSelect: () => onChoose(id),
  }));
  return (
    <Menu
      align="start"
      items={items}
      trigger={
        <Button variant="quiet" size="sm" className="self-start" icon={<PlaceholderIcon />} aria-label={label}>
          {compact ? null : label}
        </Button>
      }
    />
  );
}

function painted(text: string): ReactNode[] {
  const unknown = new Map(unknownPlaceholdersIn(text).map((each) => [each.from, each]));
  const known = new Set(placeholdersIn(text));
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(/@[a-z0-9_]+/g)) {
    const name = match[0].slice(1);
    const isUnknown = unknown.has(match.index);
    if (!isUnknown && !known.has(name)) continue;
    parts.push(text.slice(at, match.index));
    parts.push(
      <span key={match.index} className={isUnknown ? MISSPELT : KNOWN}>
        {match[0]}
      </span>,
    );
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(at)];
}

const TEXT = 'px-2.5 py-[5px] text-sm leading-5 break-words whitespace-pre-wrap max-phone:text-lg';
const KNOWN = 'rounded-[3px] bg-accent-soft text-accent-ink';
const MISSPELT = 'underline decoration-wait decoration-wavy underline-offset-2';
