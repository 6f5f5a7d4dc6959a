'use client';

import { useId, useState } from 'react';

export interface NewWordProps {
  /** Name of the field. */
  label: string;
  placeholder: string;
  maxLength: number;
  /** Those that are there already. */
  taken: readonly string[];
  /** Offered while typing. */
  known?: readonly string[];
  onAdd: (word: string) => void;
  /** `byKey`: the focus has no other place yet. */
  onClose: (byKey: boolean) => void;
}

/** Enter or a comma adds and goes on, Escape or leaving closes. */
export function NewWord({ label, placeholder, maxLength, taken, known = [], onAdd, onClose }: NewWordProps) {
  const [text, setText] = useState('');
  const listId = useId();
  const add = () => {
    const word = text.replace(/,/g, ' ').replace(/\s+/g, ' ').trim().slice(0, maxLength);
    if (word !== '' && !taken.includes(word)) onAdd(word);
    setText('');
    return word !== '';
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: it has just been asked for
        autoFocus
        list={listId}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={maxLength}
        className="h-6 w-36 rounded-[5px] border border-line-2 bg-surface px-1.5 text-xs max-phone:h-11 max-phone:text-lg"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          add();
          onClose(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            if (!add()) onClose(true);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            setText('');
            onClose(true);
          }
        }}
      />
      <datalist id={listId}>
        {known
          .filter((word) => !taken.includes(word))
          .map((word) => (
            <option key={word} value={word} />
          ))}
      </datalist>
    </>
  );
}
