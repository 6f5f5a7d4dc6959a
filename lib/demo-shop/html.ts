/** Markup that is safe to put into a page. Only `html` makes it. */
export type Html = { readonly markup: string };

type Value = Html | readonly Html[] | string | number | false | undefined;

/** A template of markup: texts that are put in are escaped, pieces of markup are not. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: parts.reduce((text, part, index) => text + write(values[index - 1]) + part) };
}

function write(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(write).join('');
  return String(value).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
