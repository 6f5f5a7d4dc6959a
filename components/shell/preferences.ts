export const THEMES = ['light', 'dark'] as const;
/** `system` follows the computer: no attribute on <html>, no cookie. */
export type ThemeChoice = (typeof THEMES)[number] | 'system';

export const THEME_COOKIE = 'signalbox-theme';
export const SHORTCUTS_COOKIE = 'signalbox-shortcuts';

export function isTheme(value: unknown): value is (typeof THEMES)[number] {
  return THEMES.some((theme) => theme === value);
}
