'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { CloseIcon, SearchIcon } from './icons';
import { Input } from './input';
import { Kbd } from './kbd';
import { useShortcut } from './use-shortcut';

export interface SearchInputProps {
  value: string;
  onChange: (value: string) => void;
  /** Accessible name. */
  label: string;
  /** An example of what can be searched; the label when absent. */
  placeholder?: string;
  className?: string;
}

/** `/` focuses it from anywhere on the page, Escape clears it. */
export function SearchInput({ value, onChange, label, placeholder = label, className }: SearchInputProps) {
  const t = useTranslations('ui');
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', () => input.current?.focus());
  return (
    <Input
      ref={input}
      type="search"
      size="sm"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation();
          onChange('');
        }
      }}
      boxClassName={className ?? 'max-w-70 max-phone:max-w-none'}
      lead={<SearchIcon className="size-3.5" />}
      tail={
        value === '' ? (
          <Kbd>/</Kbd>
        ) : (
          <button
            type="button"
            aria-label={t('clearSearch')}
            className="relative -mr-1 grid size-5 touch-target place-items-center rounded-xs text-ink-3 hover:text-ink"
            onClick={() => {
              onChange('');
              input.current?.focus();
            }}
          >
            <CloseIcon className="size-3.5" />
          </button>
        )
      }
    />
  );
}
