'use client';

import { useSyncExternalStore } from 'react';
import { isTheme, SHORTCUTS_COOKIE, THEME_COOKIE, type ThemeChoice } from './preferences';

export interface Preferences {
  theme: ThemeChoice;
  singleKeys: boolean;
  setTheme: (theme: ThemeChoice) => void;
  setSingleKeys: (on: boolean) => void;
}

/** Theme and single-key shortcuts of this browser: attributes of <html>, kept in cookies so that the server draws them. */
export function usePreferences(): Preferences {
  const theme = useSyncExternalStore(subscribe, readTheme, () => 'system' as const);
  const singleKeys = useSyncExternalStore(subscribe, readSingleKeys, () => true);
  return { theme, singleKeys, setTheme, setSingleKeys };
}

export function setTheme(theme: ThemeChoice) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  writeCookie(THEME_COOKIE, theme === 'system' ? null : theme);
}

function setSingleKeys(on: boolean) {
  if (on) delete document.documentElement.dataset.shortcuts;
  else document.documentElement.dataset.shortcuts = 'off';
  writeCookie(SHORTCUTS_COOKIE, on ? null : 'off');
}

function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-shortcuts'] });
  return () => observer.disconnect();
}

function readTheme(): ThemeChoice {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : 'system';
}

function readSingleKeys(): boolean {
  return document.documentElement.dataset.shortcuts !== 'off';
}

function writeCookie(name: string, value: string | null) {
  const age = value === null ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
  document.cookie = `${name}=${value ?? ''}; Path=/; Max-Age=${age}; SameSite=Lax`;
}
