'use client';

import { useEffect, useRef } from 'react';

export interface ShortcutOptions {
  /** False switches it off, e.g. while nothing is selected. */
  enabled?: boolean;
  /** Also acts while a text control has focus; always true with `mod+…`. */
  inText?: boolean;
}

/**
 * Binds a key on the whole page: `n`, `/`, `Backspace`, `mod+k` (⌘ on a Mac, Ctrl elsewhere), `shift+?`.
 * Single keys rest while text is typed, while a layer (dialog, menu) is open, and when the user switched them off
 * (`data-shortcuts="off"` on <html>).
 */
export function useShortcut(keys: string, act: (event: KeyboardEvent) => void, options: ShortcutOptions = {}) {
  const { enabled = true, inText = false } = options;
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return;
    const wanted = parseKeys(keys);
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matches(event, wanted)) return;
      if (!wanted.mod && (singleKeysAreOff() || layerIsOpen() || (!inText && isTyping(event.target)))) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [keys, enabled, inText]);
}

/** How a shortcut is written for people: `mod+k` → "⌘K" on a Mac, "Ctrl K" elsewhere. */
export function shortcutLabel(keys: string, mac: boolean): string {
  return keys
    .split('+')
    .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl ') : (KEY_LABELS[part] ?? part.toUpperCase())))
    .join('');
}

interface WantedKeys {
  key: string;
  mod: boolean;
}

function parseKeys(keys: string): WantedKeys {
  const parts = keys.split('+');
  return { key: (parts.at(-1) ?? '').toLowerCase(), mod: parts.includes('mod') };
}

function matches(event: KeyboardEvent, { key, mod }: WantedKeys): boolean {
  return event.key.toLowerCase() === key && (event.metaKey || event.ctrlKey) === mod && !event.altKey;
}

function singleKeysAreOff(): boolean {
  return document.documentElement.dataset.shortcuts === 'off';
}

function layerIsOpen(): boolean {
  return document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"], [role="menu"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

const KEY_LABELS: Record<string, string> = {
  Enter: '↵',
  Backspace: '⌫',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  shift: '⇧',
};
