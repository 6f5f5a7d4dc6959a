import { variables } from '../registry';
import type { VariableState } from '../state/variable-state';
import { variablesIn } from './check-text';
import { LocalMoment, liquidFor } from './engine';

export interface Reader {
  /** The account's. */
  readonly timeZone: string;
  /** BCP 47, of whoever reads the text. */
  readonly locale: string;
}

export interface Rendered {
  readonly text: string;
  /** Variables that the text uses and that have no value: they are empty in it. */
  readonly missing: readonly string[];
}

/** Writes a text that was accepted when its rule was saved. @throws Error when it is not well formed or too costly */
export function renderText(text: string, state: VariableState, reader: Reader): Rendered {
  if (!text.includes('{')) return { text, missing: [] };
  const values = Object.fromEntries(variables.map(({ id, read }) => [id, written(read(state), reader)]));
  const missing = variablesIn(text).filter((name) => values[name] === null);
  const liquid = liquidFor(reader.timeZone, localeOf(reader.locale));
  return { text: String(liquid.parseAndRenderSync(text, values)), missing };
}

function written(value: string | number | Date | null, reader: Reader): string | number | LocalMoment | null {
  if (value === '') return null;
  return value instanceof Date ? new LocalMoment(value, momentIn(value, reader)) : value;
}

/** What customers and their browsers call a language may be none. */
function localeOf(name: string): string {
  try {
    return Intl.getCanonicalLocales(name)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function momentIn(date: Date, { timeZone, locale }: Reader): string {
  const key = `${timeZone}|${locale}`;
  const known = formats.get(key);
  const format =
    known ?? new Intl.DateTimeFormat(localeOf(locale), { timeZone, dateStyle: 'long', timeStyle: 'short' });
  if (formats.size > 100) formats.clear();
  formats.set(key, format);
  return format.format(date);
}
