'use client';

import { type ReactNode, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { useFieldWiring } from '@/components/ui/field-context';
import type { IconType } from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';

/** A name inside a text: where it stands, and whether it is one. */
export interface PaintedName {
  readonly from: number;
  readonly to: number;
  readonly known: boolean;
}

export interface PaintedTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
  placeholder?: string;
  /** What stands for a value, in the order of the text. */
  names: readonly PaintedName[];
  /** What is wrong with a name, below. */
  note: string | null;
  /** What can be inserted: as it is written, and what it stands for. */
  choices: readonly { readonly id: string; readonly written: string; readonly words: string }[];
  /** `beside`: an icon beside the text, however long it is; otherwise a word above long ones. */
  menu: { readonly label: string; readonly Icon: IconType; readonly beside?: boolean };
}

/**
 * A text with names that stand for values: known ones shine through in the accent, others are underlined.
 * The colours are painted on a copy behind a transparent control, so that typing stays the browser's own.
 */
export function PaintedText(props: PaintedTextProps) {
  const { label, value, onChange, multiline, placeholder, names, note, choices, menu } = props;
  const control = useRef<HTMLTextAreaElement>(null);
  const visited = useRef(false);
  const noteId = useId();
  const wired = useFieldWiring({ 'aria-label': label });
  const insert = (written: string) => {
    // At the cursor; at the end where nobody has been in the text yet.
    const { selectionStart, selectionEnd } = (visited.current && control.current) || END;
    const at = Math.min(selectionStart, value.length);
    const gap = at > 0 && !/\s$/.test(value.slice(0, at)) ? ' ' : '';
    onChange(`${value.slice(0, at)}${gap}${written}${value.slice(Math.min(selectionEnd, value.length))}`);
    const end = at + gap.length + written.length;
    const goOn = () => {
      control.current?.focus();
      control.current?.setSelectionRange(end, end);
    };
    // The menu gives the focus back to its button in a timer of its own, which is set after this one.
    setTimeout(() => setTimeout(goOn, 0), 0);
  };
  const above = multiline && !menu.beside;
  const items = choices.map(({ id, written, words }) => ({
    id,
    label: (
      <>
        <span className="font-mono text-xs text-accent-ink">{written}</span>
        <span className="block text-xs text-ink-3">{words}</span>
      </>
    ),
    onSelect: () => insert(written),
  }));
  return (
    <div className="relative min-w-0 flex-1">
      <div className={`${above ? 'flex-col' : ''} flex gap-1`}>
        <div className="relative min-w-0 flex-1 rounded-sm border border-line-2 bg-surface shadow-control focus-within:border-accent focus-within:ring-3 focus-within:ring-accent/20 hover:border-edge has-aria-invalid:border-stop">
          <div aria-hidden="true" className={`${TEXT} pointer-events-none absolute inset-0 overflow-hidden text-ink`}>
            {painted(value, names)}
            {'\u200b'}
          </div>
          <textarea
            {...wired}
            ref={control}
            aria-describedby={note === null ? wired['aria-describedby'] : noteId}
            rows={multiline ? 2 : 1}
            value={value}
            placeholder={placeholder}
            data-bare=""
            onFocus={() => {
              visited.current = true;
            }}
            className={`${TEXT} relative block field-sizing-content w-full resize-none bg-transparent text-transparent caret-ink outline-none placeholder:text-ink-3 ${multiline ? 'min-h-14' : 'min-h-[30px]'}`}
            onChange={(event) => onChange(multiline ? event.target.value : event.target.value.replaceAll('\n', ' '))}
          />
        </div>
        <div className={above ? 'phone:absolute phone:-top-10 phone:right-0' : undefined}>
          <Menu
            align="start"
            items={items}
            trigger={
              <Button variant="quiet" size="sm" className="self-start" icon={<menu.Icon />} aria-label={menu.label}>
                {above ? menu.label : null}
              </Button>
            }
          />
        </div>
      </div>
      {note === null ? null : (
        <p id={noteId} className="mt-1 text-xs text-wait-ink">
          {note}
        </p>
      )}
    </div>
  );
}

function painted(text: string, names: readonly PaintedName[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to, known } of names) {
    if (from < at) continue;
    parts.push(text.slice(at, from));
    parts.push(
      <span key={from} className={known ? KNOWN : MISSPELT}>
        {text.slice(from, to)}
      </span>,
    );
    at = to;
  }
  return [...parts, text.slice(at)];
}

const END = { selectionStart: Number.POSITIVE_INFINITY, selectionEnd: Number.POSITIVE_INFINITY };
const TEXT = 'px-2.5 py-[5px] text-sm leading-5 break-words whitespace-pre-wrap max-phone:text-lg';
const KNOWN = 'rounded-[3px] bg-accent-soft text-accent-ink';
const MISSPELT = 'underline decoration-wait decoration-wavy underline-offset-2';
