'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useFieldWiring } from './field-context';
import { boxClass, type ControlSize } from './input-class';
import { Tag } from './tag';

export interface TagInputProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Words offered while typing. */
  suggestions?: readonly string[];
  placeholder?: string;
  label?: string;
  /** How a typed word is stored, e.g. lower case; null refuses it. Trims by default. */
  normalise?: (text: string) => string | null;
  size?: ControlSize;
  id?: string;
}

/** Free words as tags. Enter, comma or leaving adds; Backspace in the empty field removes the last. */
export function TagInput(props: TagInputProps) {
  const { value, onChange, suggestions = [], placeholder, label, normalise = trimmed, size = 'md', id } = props;
  const t = useTranslations('ui');
  const [text, setText] = useState('');
  const wired = useFieldWiring({ id, 'aria-label': label });
  const listId = useId();
  const add = (raw: string) => {
    const added = raw.split(',').map(normalise).filter(isWord);
    if (added.length > 0) onChange([...new Set([...value, ...added])]);
    setText('');
  };
  return (
    <div className={boxClass(size, 'h-auto! min-h-8 flex-wrap py-1')}>
      {[...new Set(value)].map((tag) => (
        <Tag key={tag} onRemove={() => onChange(value.filter((other) => other !== tag))}>
          {tag}
        </Tag>
      ))}
      <input
        {...wired}
        data-bare=""
        list={suggestions.length > 0 ? listId : undefined}
        value={text}
        placeholder={value.length === 0 ? (placeholder ?? t('addTag')) : undefined}
        className={`${value.length > 0 ? 'min-w-10' : 'min-w-20'} flex-1 bg-transparent outline-none`}
        onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value))}
        onBlur={() => text !== '' && add(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text !== '') {
            event.preventDefault();
            add(text);
          } else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
        }}
      />
      <datalist id={listId}>
        {[...new Set(suggestions)]
          .filter((word) => !value.includes(word))
          .map((word) => (
            <option key={word} value={word} />
          ))}
      </datalist>
    </div>
  );
}

function trimmed(text: string): string | null {
  return text.trim() || null;
}

function isWord(word: string | null): word is string {
  return word !== null;
}
